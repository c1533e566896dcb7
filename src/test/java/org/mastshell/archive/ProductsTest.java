package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

class ProductsTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private static List<String> obsids(int count) {
    return IntStream.range(0, count).mapToObj(i -> Integer.toString(9000 - 7 * i)).toList();
  }

  private static List<String> askedFor(LoopbackArchive.Asked asked) {
    return Arrays.asList(asked.question().path("params").path("obsid").asText().split(",", -1));
  }

  private static String row(String parent, String file) {
    return "{\"dataURI\":\"mast:a/b\",\"obsID\":%s1,\"parent_obsid\":%s,\"productFilename\":\"%s\"}"
        .formatted(parent, parent, file);
  }

  // Two files for each observation, the observations in an order of the server's own.
  private static LoopbackArchive.Answer products(List<String> parents) {
    List<String> shuffled = new ArrayList<>(parents);
    Collections.reverse(shuffled);
    return LoopbackArchive.rows(
        Stream.concat(
                shuffled.stream().map(parent -> row(parent, parent + "_b.fits")),
                shuffled.stream().map(parent -> row(parent, parent + "_a.jpg")))
            .toArray(String[]::new));
  }

  private ProductsReply ask(ClientOptions options, List<String> obsids, Predicate criteria) {
    try (ArchiveClient client = LoopbackArchive.client(options)) {
      return client.products(obsids, criteria, Progress.none(), cancellation);
    }
  }

  private static List<String> column(Table table, String name) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.text(row, name)).toList();
  }

  private ClientOptions options(int parallel, int batchSize) {
    ClientOptions usual = archive.options();
    return new ClientOptions(usual.server(), usual.timeout(), 1, parallel, batchSize);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void rowsComeInTheOrderAskedForWhateverTheTiming(int parallel) {
    AtomicInteger number = new AtomicInteger();
    archive.otherwise(
        asked -> {
          LoopbackArchive.Answer answer = products(askedFor(asked));
          int turn = number.getAndIncrement();
          // Every third request is overtaken by the others.
          return turn % 3 == 0
              ? exchange -> {
                awaitRequests(turn + 2);
                answer.write(exchange);
              }
              : answer;
        });
    List<String> obsids = obsids(23);
    ProductsReply reply = ask(options(parallel, 3), obsids, Predicate.always());

    List<String> expected =
        obsids.stream().flatMap(id -> Stream.of(id + "_b.fits", id + "_a.jpg")).toList();
    assertThat(column(reply.products(), "productFilename")).isEqualTo(expected);
    assertThat(reply.received()).isEqualTo(46);
    assertThat(reply.unanswered()).isEmpty();
    assertThat(reply.trouble()).isEmpty();
    assertThat(reply.requests()).isEqualTo(archive.asked().size()).isEqualTo(8);
  }

  // Waits until more requests came, but not for ones that never will.
  private void awaitRequests(int count) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    while (archive.asked().size() < count && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void asksForFewAtFirstAndForMoreWhileRepliesAreQuickAndSmall() {
    archive.otherwise(asked -> products(askedFor(asked)));
    List<String> obsids = obsids(300);
    ask(options(1, 0), obsids, Predicate.always());
    List<Integer> sizes = archive.asked().stream().map(asked -> askedFor(asked).size()).toList();
    assertThat(sizes.subList(0, 6)).containsExactly(4, 8, 16, 32, 64, 128);
    assertThat(archive.asked().stream().flatMap(asked -> askedFor(asked).stream()))
        .containsExactlyElementsOf(obsids);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void neverAsksForMoreThanAllowed(int batchSize) {
    archive.otherwise(asked -> products(askedFor(asked)));
    ask(options(4, batchSize), obsids(40), Predicate.always());
    assertThat(archive.asked())
        .allSatisfy(asked -> assertThat(askedFor(asked).size()).isLessThanOrEqualTo(batchSize));
  }

  @Test
  void asksSeveralAtOnceButNotMoreThanAllowed() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    archive.otherwise(
        asked ->
            exchange -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              three.countDown();
              await(three);
              running.decrementAndGet();
              products(askedFor(asked)).write(exchange);
            });
    ProductsReply reply = ask(options(3, 1), obsids(12), Predicate.always());
    assertThat(most).hasValue(3);
    assertThat(reply.products().size()).isEqualTo(24);
  }

  @Test
  void criteriaAreJudgedAsRowsArrive() {
    archive.otherwise(asked -> products(askedFor(asked)));
    Predicate criteria =
        Predicate.where(
            Subject.derived(
                "extension", "productFilename", name -> name.substring(name.lastIndexOf('.') + 1)),
            new Match.Equal("fits"));
    ProductsReply reply = ask(options(2, 0), obsids(10), criteria);
    assertThat(reply.received()).isEqualTo(20);
    assertThat(reply.products().size()).isEqualTo(10);
    assertThat(column(reply.products(), "productFilename"))
        .allSatisfy(name -> assertThat(name).endsWith(".fits"));
  }

  @Test
  void aBatchThatKeepsFailingIsSplitUntilTheCulpritIsAlone() {
    List<String> obsids = obsids(16);
    String culprit = obsids.get(5);
    archive.otherwise(
        asked ->
            askedFor(asked).contains(culprit)
                ? LoopbackArchive.html(504)
                : products(askedFor(asked)));
    ProductsReply reply = ask(options(2, 8), obsids, Predicate.always());

    assertThat(reply.unanswered()).containsExactly(culprit);
    assertThat(reply.trouble()).contains("504");
    List<String> expected =
        obsids.stream().filter(id -> !id.equals(culprit)).flatMap(id -> Stream.of(id, id)).toList();
    assertThat(column(reply.products(), "parent_obsid")).isEqualTo(expected);
    // Tried twice alone: once, and once again.
    assertThat(archive.asked().stream().filter(asked -> askedFor(asked).equals(List.of(culprit))))
        .hasSize(2);
  }

  @Test
  void aPageThatIsLostInABatchIsMadeGoodByAskingForLess() {
    archive.otherwise(
        asked -> {
          List<String> ids = askedFor(asked);
          return ids.size() > 1
              ? LoopbackArchive.json(
                  LoopbackArchive.page(1, 1, 2L * ids.size(), row(ids.get(0), "only_one.fits")))
              : products(ids);
        });
    ProductsReply reply = ask(options(1, 2), obsids(6), Predicate.always());
    assertThat(reply.products().size()).isEqualTo(12);
    assertThat(column(reply.products(), "productFilename")).doesNotContain("only_one.fits");
  }

  @Test
  void observationsWithoutAnAnswerAreNotCountedAsDone() {
    List<String> obsids = obsids(16);
    archive.otherwise(
        asked ->
            askedFor(asked).contains(obsids.get(5))
                ? LoopbackArchive.html(504)
                : products(askedFor(asked)));
    List<Long> done = new ArrayList<>();
    try (ArchiveClient client = LoopbackArchive.client(options(2, 8))) {
      client.products(obsids, Predicate.always(), step -> done.add(step.done()), cancellation);
    }
    assertThat(done).last().isEqualTo(15L);
  }

  @Test
  void rowsThatAreLostForGoodLeaveTheObservationUnanswered() {
    List<String> obsids = obsids(3);
    archive.otherwise(
        asked ->
            askedFor(asked).contains(obsids.get(1))
                ? LoopbackArchive.json(LoopbackArchive.page(1, 1, 9, row("1", "x.fits")))
                : products(askedFor(asked)));
    ProductsReply reply = ask(options(1, 1), obsids, Predicate.always());
    assertThat(reply.unanswered()).containsExactly(obsids.get(1));
    assertThat(reply.trouble()).contains("received 1 of 9 rows");
  }

  @Test
  void everyPageOfABatchIsFetched() {
    archive.then(
        LoopbackArchive.json(LoopbackArchive.page(1, 2, 2, row("9000", "a.fits"))),
        LoopbackArchive.json(LoopbackArchive.page(2, 2, 2, row("9000", "b.fits"))));
    ProductsReply reply = ask(options(1, 0), obsids(1), Predicate.always());
    assertThat(column(reply.products(), "productFilename")).containsExactly("a.fits", "b.fits");
    assertThat(reply.requests()).isEqualTo(1);
  }

  @Test
  void aServerThatAnswersNothingEndsTheWork() {
    archive.otherwise(any -> LoopbackArchive.html(503));
    assertThatThrownBy(() -> ask(options(4, 0), obsids(500), Predicate.always()))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT));
    assertThat(archive.asked().size()).isLessThan(60);
  }

  @Test
  void aServerThatStopsAnsweringLeavesTheRestUnanswered() {
    List<String> obsids = obsids(400);
    archive.otherwise(
        asked ->
            askedFor(asked).contains(obsids.get(0))
                ? products(askedFor(asked))
                : LoopbackArchive.html(503));
    ProductsReply reply = ask(options(1, 0), obsids, Predicate.always());
    assertThat(reply.products().size()).isEqualTo(8);
    assertThat(reply.unanswered()).containsExactlyElementsOf(obsids.subList(4, 400));
  }

  @Test
  void aWrongQuestionEndsTheWorkAtOnce() {
    archive.otherwise(
        any -> LoopbackArchive.error("Error converting data type varchar to bigint."));
    assertThatThrownBy(() -> ask(options(1, 4), obsids(50), Predicate.always()))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.QUESTION));
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void anObservationIsAskedForOnce() {
    archive.otherwise(asked -> products(askedFor(asked)));
    ProductsReply reply = ask(options(1, 0), List.of("5", "6", "5"), Predicate.always());
    assertThat(askedFor(archive.asked().get(0))).containsExactly("5", "6");
    assertThat(reply.products().size()).isEqualTo(4);
  }

  @Test
  void noObservationIsNoRequest() {
    ProductsReply reply = ask(options(4, 0), List.of(), Predicate.always());
    assertThat(reply.products().isEmpty()).isTrue();
    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void rowsOfNobodyComeLast() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                Stream.concat(
                        Stream.of(
                            "{\"dataURI\":\"mast:a/b\",\"obsID\":1,\"parent_obsid\":0,\"productFilename\":\"stray\"}"),
                        askedFor(asked).stream().map(id -> row(id, id)))
                    .toArray(String[]::new)));
    ProductsReply reply = ask(options(2, 2), List.of("30", "10", "20"), Predicate.always());
    assertThat(column(reply.products(), "productFilename"))
        .containsExactly("30", "10", "20", "stray", "stray");
  }

  @Test
  void progressTellsObservationsAndRows() {
    archive.otherwise(asked -> products(askedFor(asked)));
    List<Progress.Step> steps = Collections.synchronizedList(new ArrayList<>());
    try (ArchiveClient client = LoopbackArchive.client(options(2, 5))) {
      client.products(obsids(20), Predicate.always(), steps::add, cancellation);
    }
    assertThat(steps).extracting(Progress.Step::unit).containsOnly("observations");
    assertThat(steps).extracting(Progress.Step::total).containsOnly(20L);
    assertThat(steps.stream().map(Progress.Step::done).toList()).isSorted().endsWith(20L);
    assertThat(steps.get(steps.size() - 1).detail()).isEqualTo("40 rows");
  }

  @Test
  void callingOffEndsAllRequests() throws Exception {
    CountDownLatch bothAsked = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    archive.otherwise(
        any ->
            exchange -> {
              bothAsked.countDown();
              await(never);
            });
    Thread ctrlC =
        new Thread(
            () -> {
              await(bothAsked);
              cancellation.cancel();
            });
    ctrlC.start();
    long start = System.nanoTime();
    assertThatThrownBy(() -> ask(options(2, 1), obsids(9), Predicate.always()))
        .isInstanceOf(CancelledException.class);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(5);
    never.countDown();
    ctrlC.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void obsidsAreAskedForAsOneText() {
    archive.otherwise(asked -> products(askedFor(asked)));
    ask(options(1, 0), List.of("83209967", "233336015"), Predicate.always());
    assertThat(
            archive.questions().stream()
                .map(question -> question.path("params").path("obsid").asText())
                .collect(Collectors.joining()))
        .isEqualTo("83209967,233336015");
    assertThat(archive.questions().get(0).path("service").asText()).isEqualTo("Mast.Caom.Products");
  }
}
