package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.table.Table;

/** What a row of a list of products costs, counted and not timed: the same on any machine. */
class RowCostTest {
  private static final int OBSERVATIONS = 100;
  private static final int ROWS = 30_000;

  // So many that what else goes on in the process does not count.
  private static final int TABLES = 8;

  // The first observation of the embedded archive's large programs.
  private static final long FIRST = 3_000_000_000L;

  private static byte[] reply;

  @BeforeAll
  static void ask() throws IOException, InterruptedException {
    try (DemoArchive archive =
        DemoArchive.start(new DemoOptions(0, OBSERVATIONS, Duration.ZERO, 0))) {
      String obsids =
          LongStream.range(FIRST, FIRST + OBSERVATIONS)
              .mapToObj(Long::toString)
              .collect(Collectors.joining(","));
      String question =
          "{\"service\":\"Mast.Caom.Products\",\"format\":\"json\",\"pagesize\":50000,\"page\":1,"
              + "\"params\":{\"obsid\":\""
              + obsids
              + "\"}}";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(archive.url() + "/api/v0/invoke"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "request=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
              .build();
      reply =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }

  private static Table parse() throws IOException, TransientFailure {
    try (JsonParser parser = Json.parser("archive", null, new ByteArrayInputStream(reply))) {
      return ReplyParser.parse(parser).rows();
    }
  }

  @Test
  void fewBytesAreAllocatedToReadARow() throws IOException, TransientFailure {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    parse();
    long before = threads.getThreadAllocatedBytes(thread);
    Table rows = parse();
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(rows.size()).isEqualTo(ROWS);
    assertThat(allocated / ROWS).isLessThan(1600);
  }

  @Test
  void aRowTakesLessThanHalfAKilobyteOfTheHeap() throws IOException, TransientFailure {
    List<Table> kept = new ArrayList<>(List.of(parse()));
    long before = inUse();
    for (int more = 0; more < TABLES; more++) {
      kept.add(parse());
    }
    long taken = inUse() - before;
    assertThat(kept).allMatch(table -> table.size() == ROWS);
    assertThat(taken / TABLES / ROWS).isBetween(50L, 250L);
  }

  private static long inUse() {
    // Asked for twice: what was only reachable from what was just freed goes the second time.
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
