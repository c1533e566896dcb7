package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.store.ListOwner;
import org.mastshell.store.ProductLists;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** What is kept of the archive's answers, and what is asked for then. */
class KeptProductsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private KeptProducts keptAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new KeptProducts(
        new ProductLists(folder, clock),
        new ListOwner(archive.uri().toString(), "anonymous"),
        Optional.empty(),
        new KeptProducts.Rule(Duration.ofDays(2), false, 1_000_000),
        clock);
  }

  private ProductsReply ask(KeptProducts kept, int batch, List<String> obsids) {
    return ask(kept, batch, obsids, Predicate.always());
  }

  private ProductsReply ask(KeptProducts kept, int batch, List<String> obsids, Predicate criteria) {
    ClientOptions usual = archive.options();
    ClientOptions options =
        new ClientOptions(usual.server(), usual.timeout(), 0, batch == 1 ? 1 : 4, batch);
    try (ArchiveClient client = LoopbackArchive.client(options)) {
      return client.products(
          obsids, criteria, kept, ProductLimit.none(), Progress.none(), cancellation);
    }
  }

  private List<String> askedFor(List<String> obsids) {
    archive.asked().clear();
    ask(keptAt(NOW), 1, obsids);
    return archive.asked().stream().flatMap(asked -> obsids(asked).stream()).toList();
  }

  private static List<String> obsids(LoopbackArchive.Asked asked) {
    return Arrays.asList(asked.question().path("params").path("obsid").asText().split(",", -1));
  }

  private static String row(String parent, String file, String size) {
    return "{\"obsID\":%s1,\"parent_obsid\":%s,\"productFilename\":\"%s\",\"size\":%s,\"dataURI\":\"mast:a/b\"}"
        .formatted(parent, parent, file, size);
  }

  // As many files as the number's last digit says, with cells of several types and none.
  private static Stream<String> files(String obsid) {
    return IntStream.range(0, Character.digit(obsid.charAt(obsid.length() - 1), 10))
        .mapToObj(
            number ->
                row(
                    obsid,
                    obsid + "_" + number + (number % 2 == 0 ? ".fits" : ".jpg"),
                    List.of("17", "null", "2.5", "\"big\"").get((number + obsid.length()) % 4)));
  }

  private static LoopbackArchive.Answer products(List<String> obsids) {
    List<String> turned = new ArrayList<>(obsids);
    Collections.reverse(turned);
    return LoopbackArchive.rows(
        turned.stream().flatMap(KeptProductsTest::files).toArray(String[]::new));
  }

  private static List<List<String>> cells(Table table) {
    return table.columns().stream()
        .map(
            column ->
                IntStream.range(0, table.size())
                    .mapToObj(row -> String.valueOf(table.text(row, column.name())))
                    .toList())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverIsKeptTheRowsAreTheSame(int seed) {
    archive.otherwise(asked -> products(obsids(asked)));
    Random random = new Random(seed);
    List<String> obsids =
        random.ints(30, 100, 10_000).distinct().mapToObj(Integer::toString).toList();
    Predicate criteria =
        seed % 2 == 0
            ? Predicate.always()
            : Predicate.where(
                Subject.derived(
                    "extension",
                    "productFilename",
                    name -> name.substring(name.lastIndexOf('.') + 1)),
                new Match.Equal("fits"));
    ProductsReply fresh = ask(KeptProducts.none(), 1 + seed % 3 * 4, obsids, criteria);
    List<String> before = obsids.stream().filter(obsid -> random.nextBoolean()).toList();
    ask(keptAt(NOW), 1 + random.nextInt(5), before);
    archive.asked().clear();

    ProductsReply mixed = ask(keptAt(NOW), 1 + random.nextInt(5), obsids, criteria);
    assertThat(cells(mixed.products())).isEqualTo(cells(fresh.products()));
    assertThat(mixed.products().columns()).isEqualTo(fresh.products().columns());
    assertThat(mixed.received()).isEqualTo(fresh.received());
    assertThat(archive.asked().stream().flatMap(asked -> obsids(asked).stream()))
        .doesNotContainAnyElementsOf(
            before.stream().filter(obsid -> !obsid.endsWith("0")).toList());

    ProductsReply last = ask(keptAt(NOW), 3, obsids, criteria);
    assertThat(cells(last.products())).isEqualTo(cells(fresh.products()));
  }

  @Test
  void anObservationWithoutFilesIsAskedForAgain() {
    archive.otherwise(asked -> products(obsids(asked)));
    List<String> obsids = List.of("13", "20", "12");
    ask(keptAt(NOW), 3, obsids);
    assertThat(askedFor(obsids)).containsExactly("20");
  }

  @Test
  void aListOfSeveralPagesIsKeptWhole() {
    archive.then(
        LoopbackArchive.json(LoopbackArchive.page(1, 2, 2, row("9", "a.fits", "1"))),
        LoopbackArchive.json(LoopbackArchive.page(2, 2, 2, row("9", "b.fits", "2"))));
    ProductsReply first = ask(keptAt(NOW), 1, List.of("9"));
    ProductsReply again = ask(keptAt(NOW), 1, List.of("9"));
    assertThat(cells(again.products())).isEqualTo(cells(first.products()));
    assertThat(again.requests()).isZero();
    assertThat(again.kept()).contains(new KeptSpan(1, NOW, NOW));
  }

  @Test
  void aListThatLacksAnnouncedRowsIsNotKept() {
    archive.then(LoopbackArchive.json(LoopbackArchive.page(1, 1, 9, row("9", "a.fits", "1"))));
    assertThatThrownBy(() -> ask(keptAt(NOW), 1, List.of("9")))
        .hasMessageContaining("received 1 of 9 rows");
    archive.otherwise(asked -> products(obsids(asked)));
    assertThat(askedFor(List.of("9"))).containsExactly("9");
  }

  @Test
  void anAnswerOfWhichNobodySaysHowLongItIsIsNotKept() {
    archive.then(
        LoopbackArchive.json(
            "{\"status\":\"COMPLETE\",\"data\":[%s],\"fields\":[]}"
                .formatted(row("9", "a.fits", "1"))));
    assertThat(ask(keptAt(NOW), 1, List.of("9")).products().size()).isEqualTo(1);
    archive.otherwise(asked -> products(obsids(asked)));
    assertThat(askedFor(List.of("9"))).containsExactly("9");
  }

  @Test
  void rowsOfNobodyAreKeptOnlyWhereItIsClearWhoseTheyAre() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                Stream.concat(
                        Stream.of(
                            "{\"obsID\":1,\"parent_obsid\":0,\"productFilename\":\"stray\",\"dataURI\":\"mast:a/b\"}"),
                        obsids(asked).stream().flatMap(KeptProductsTest::files))
                    .toArray(String[]::new)));
    ask(keptAt(NOW), 2, List.of("11", "12"));
    assertThat(askedFor(List.of("11", "12"))).containsExactly("11", "12");

    assertThat(askedFor(List.of("11", "12"))).isEmpty();
    ProductsReply again = ask(keptAt(NOW), 2, List.of("12", "11"));
    assertThat(cells(again.products()).get(2))
        .containsExactly("12_0.fits", "12_1.jpg", "11_0.fits", "stray", "stray");
  }

  @Test
  void aListThatIsCalledOffHalfWayIsNotKept() throws Exception {
    CountDownLatch secondPage = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    archive.then(
        products(List.of("5")),
        LoopbackArchive.json(LoopbackArchive.page(1, 2, 2, row("9", "a.fits", "1"))),
        exchange -> {
          secondPage.countDown();
          await(never);
        });
    Thread ctrlC =
        new Thread(
            () -> {
              await(secondPage);
              cancellation.cancel();
            });
    ctrlC.start();
    assertThatThrownBy(() -> ask(keptAt(NOW), 1, List.of("5", "9")))
        .isInstanceOf(CancelledException.class);
    never.countDown();
    ctrlC.join();

    ClientOptions usual = archive.options();
    archive.otherwise(asked -> products(obsids(asked)));
    archive.asked().clear();
    try (ArchiveClient client = LoopbackArchive.client(usual)) {
      ProductsReply reply =
          client.products(
              List.of("5", "9"),
              Predicate.always(),
              keptAt(NOW),
              ProductLimit.none(),
              Progress.none(),
              new Cancellation());
      assertThat(reply.kept().orElseThrow().lists()).isEqualTo(1);
      assertThat(reply.products().size()).isEqualTo(14);
    }
    assertThat(archive.asked()).hasSize(1);
    assertThat(obsids(archive.asked().get(0))).containsExactly("9");
  }

  @Test
  void whatCameBeforeTheArchiveFellSilentNeedNotBeAskedForAgain() {
    List<String> obsids = List.of("11", "12", "13", "14");
    archive.otherwise(
        asked ->
            obsids(asked).contains("13") ? LoopbackArchive.html(503) : products(obsids(asked)));
    ProductsReply reply = ask(keptAt(NOW), 1, obsids);
    assertThat(reply.unanswered()).containsExactly("13");

    archive.otherwise(asked -> products(obsids(asked)));
    assertThat(askedFor(obsids)).containsExactly("13");
  }

  @Test
  void oldListsStandInForAnswersThatDoNotCome() {
    archive.otherwise(asked -> products(obsids(asked)));
    ProductsReply fresh = ask(keptAt(NOW), 1, List.of("11", "12", "13"));
    archive.otherwise(
        asked ->
            obsids(asked).contains("12") ? LoopbackArchive.html(503) : products(obsids(asked)));

    Instant later = NOW.plus(Duration.ofDays(3));
    ProductsReply reply = ask(keptAt(later), 1, List.of("11", "12", "13"));
    assertThat(cells(reply.products())).isEqualTo(cells(fresh.products()));
    assertThat(reply.unanswered()).isEmpty();
    assertThat(reply.trouble()).contains("503");
    assertThat(reply.outdated()).contains(new KeptSpan(1, NOW, NOW));
    assertThat(reply.kept()).isEmpty();
  }

  @Test
  void anOldListIsNoAnswerToAWrongQuestion() {
    archive.otherwise(asked -> products(obsids(asked)));
    ask(keptAt(NOW), 1, List.of("11"));
    archive.otherwise(
        any -> LoopbackArchive.error("Error converting data type varchar to bigint."));
    assertThatThrownBy(() -> ask(keptAt(NOW.plus(Duration.ofDays(3))), 1, List.of("11")))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.QUESTION));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
