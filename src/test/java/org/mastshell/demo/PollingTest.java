package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PollingTest {
  private static final String REQUEST =
      "{\"service\": \"Mast.Caom.Filtered\", \"format\": \"json\", \"cacheBreaker\": \"%s\","
          + " \"params\": {\"columns\": \"COUNT_BIG(*)\", \"filters\": []}}";

  @Test
  void executesAsOftenAsTold() throws Exception {
    DemoOptions options = new DemoOptions(0, 0, Duration.ZERO, 3);
    try (DemoArchive archive = DemoArchive.start(options)) {
      DemoClient client = new DemoClient(archive);
      String request = REQUEST.formatted("a");
      List<Double> done = new ArrayList<>();
      for (int poll = 0; poll < 3; poll++) {
        JsonNode reply = client.invoke(request);
        assertThat(reply.path("status").asText()).isEqualTo("EXECUTING");
        done.add(reply.path("percent complete").asDouble());
      }
      assertThat(done).isSorted().allMatch(part -> part >= 0 && part < 1);
      assertThat(client.invoke(REQUEST.formatted("b")).path("status").asText())
          .as("a changed body is a new query")
          .isEqualTo("EXECUTING");
      assertThat(client.invoke(request).path("status").asText()).isEqualTo("COMPLETE");
      assertThat(client.invoke(request).path("status").asText())
          .as("a known query is answered at once")
          .isEqualTo("COMPLETE");
    }
  }

  @Test
  void neverMakesNamesWait() throws Exception {
    try (DemoArchive archive = DemoArchive.start(new DemoOptions(0, 0, Duration.ZERO, 9))) {
      JsonNode reply =
          new DemoClient(archive)
              .service("Mast.Name.Lookup", "{\"input\": \"M 101\", \"format\": \"json\"}");
      assertThat(reply.path("resolvedCoordinate")).hasSize(1);
    }
  }

  @Test
  void waitsBeforeEachReplyAndAnswersSeveralAtOnce() throws Exception {
    Duration latency = Duration.ofMillis(300);
    try (DemoArchive archive = DemoArchive.start(new DemoOptions(0, 0, latency, 0))) {
      DemoClient client = new DemoClient(archive);
      long start = System.nanoTime();
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      for (int call = 0; call < 8; call++) {
        calls.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return client.get("/whoami").statusCode();
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                },
                task -> new Thread(task).start()));
      }
      for (CompletableFuture<Integer> call : calls) {
        assertThat(call.get()).isEqualTo(200);
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertThat(taken).isGreaterThanOrEqualTo(latency);
      assertThat(archive.requests("/whoami")).isEqualTo(8);
      assertThat(archive.requests("/")).isEqualTo(8);
      assertThat(archive.requests("/api")).isZero();
    }
  }

  @Test
  void keepsAConnectionForTheNextRequest() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), archive.url().getPort())) {
      socket.setSoTimeout(10_000);
      String path = "/api/v0.1/Download/file?uri=mast:none";
      for (String method : List.of("GET /whoami", "HEAD " + path, "GET " + path, "GET /whoami")) {
        String request = method + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(readReply(socket.getInputStream(), method.startsWith("HEAD")))
            .as(method)
            .startsWith(method.contains("whoami") ? "HTTP/1.1 200" : "HTTP/1.1 404");
      }
    }
  }

  private static String readReply(InputStream input, boolean withoutBody) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      assertThat(next).as("the connection stays open").isNotNegative();
      head.append((char) next);
    }
    Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    assertThat(length.find()).isTrue();
    int expected = withoutBody ? 0 : Integer.parseInt(length.group(1));
    assertThat(input.readNBytes(expected)).hasSize(expected);
    return head.toString();
  }

  @Test
  void startsFastAndClosesTwice() throws Exception {
    long start = System.nanoTime();
    DemoArchive archive = DemoArchive.start(DemoOptions.standard());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(archive.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    assertThat(DemoArchive.TEST_TOKEN).contains("not-a-secret");
    archive.close();
    archive.close();
    DemoClient client = new DemoClient(archive);
    assertThatThrownBy(() -> client.get("/")).isInstanceOf(IOException.class);
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> new DemoOptions(-1, 0, Duration.ZERO, 0)).hasMessageContaining("port");
    assertThatThrownBy(() -> new DemoOptions(0, -1, Duration.ZERO, 0))
        .hasMessageContaining("observations");
    assertThatThrownBy(() -> new DemoOptions(0, 0, Duration.ofDays(1), 0))
        .hasMessageContaining("latency");
    assertThatThrownBy(() -> new DemoOptions(0, 0, Duration.ZERO, -2))
        .hasMessageContaining("polls");
  }
}
