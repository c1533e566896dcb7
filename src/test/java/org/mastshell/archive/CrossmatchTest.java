package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/**
 * Observations near many targets. Targets lie along the equator, one a degree: number 7 at right
 * ascension 7. Near each but every fifth there are two observations: 70 in place, 71 half a minute
 * of arc south of it.
 */
class CrossmatchTest {
  private static final double RADIUS = 1 / 60.0;

  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private static List<SkyTarget> targets(int count) {
    return IntStream.range(0, count).mapToObj(i -> new SkyTarget("T" + i, i, 0)).toList();
  }

  private static JsonNode upload(LoopbackArchive.Asked asked) {
    return asked.question().path("data").path("data");
  }

  private static String row(int target, int number, String more) {
    double dec = number == 0 ? 0 : -0.5 / 60;
    return String.format(
        Locale.ROOT,
        "{\"obsid\":\"%d%d\",\"s_ra\":%d.0,\"s_dec\":%.9f,\"s_region\":null,\"calib_level\":%d%s}",
        target,
        number,
        target,
        dec,
        2 + number,
        more);
  }

  private static boolean observed(int target) {
    return target % 5 != 4;
  }

  /** Answers as the archive might: each row with what a form adds to it. */
  private void answering(BiFunction<JsonNode, Integer, String> more) {
    archive.otherwise(
        asked -> {
          List<String> rows = new ArrayList<>();
          for (int i = 0; i < upload(asked).size(); i++) {
            int target = upload(asked).get(i).path("ra").asInt();
            if (observed(target)) {
              String added = more.apply(upload(asked).get(i), i);
              rows.add(row(target, 1, added));
              rows.add(row(target, 0, added));
            }
          }
          return LoopbackArchive.rows(rows.toArray(String[]::new));
        });
  }

  private TargetsReply ask(List<SkyTarget> targets, Predicate criteria) {
    return ask(options(4, 0), targets, criteria, Integer.MAX_VALUE);
  }

  private TargetsReply ask(
      ClientOptions options, List<SkyTarget> targets, Predicate criteria, int most) {
    try (ArchiveClient client = LoopbackArchive.client(options)) {
      return client.near(
          new TargetQuery(targets, RADIUS, criteria), most, Progress.none(), cancellation);
    }
  }

  private ClientOptions options(int parallel, int batchSize) {
    ClientOptions usual = archive.options();
    return new ClientOptions(usual.server(), usual.timeout(), 1, parallel, batchSize);
  }

  private static List<String> column(Table table, String name) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.text(row, name)).toList();
  }

  private static List<String> names(List<SkyTarget> targets) {
    return targets.stream().map(SkyTarget::name).toList();
  }

  @Test
  void asksWithAnUploadedTable() {
    answering((target, place) -> "");
    ask(List.of(new SkyTarget("a", 1.00000001, -0.5), new SkyTarget("b", 2, 3)), all());
    JsonNode question = archive.questions().get(0);
    assertThat(question.path("service").asText()).isEqualTo("Mast.Caom.Crossmatch");
    assertThat(question.path("format").asText()).isEqualTo("json");
    assertThat(question.path("params").path("raColumn").asText()).isEqualTo("ra");
    assertThat(question.path("params").path("decColumn").asText()).isEqualTo("dec");
    assertThat(question.path("params").path("radius").asDouble()).isEqualTo(RADIUS);
    assertThat(question.path("data").path("fields").toString())
        .contains("{\"name\":\"ra\",\"type\":\"float\"}", "{\"name\":\"dec\",\"type\":\"float\"}");
    assertThat(question.path("data").path("data").path(0).path("ra").decimalValue())
        .isEqualByComparingTo("1.00000001");
    assertThat(question.path("data").path("data").path(0).path("dec").decimalValue())
        .isEqualByComparingTo("-0.5");
    assertThat(archive.asked().get(0).header("Authorization")).isNull();
  }

  /** What a reply may add to the columns of observations. */
  enum Form {
    NOTHING((target, place) -> ""),
    DISTANCE((target, place) -> ",\"distance\":3.3"),
    OTHER_DISTANCE((target, place) -> ",\"dstArcMin\":0.05"),
    KEY((target, place) -> ",\"mastshell_row\":" + place),
    KEY_AS_TEXT((target, place) -> ",\"_mastshell_row_\":\"" + place + ".0\""),
    UPLOAD(
        (target, place) ->
            ",\"ra\":"
                + target.path("ra")
                + ",\"dec\":"
                + target.path("dec")
                + ",\"MASTSHELL_ROW\":"
                + place),
    POSITION(
        (target, place) ->
            ",\"_ra\":" + target.path("ra").asDouble() + "00001,\"_dec\":-0.000000001"),
    FOREIGN_POSITION((target, place) -> ",\"MatchRA\":12.5,\"MatchDEC\":80.1"),
    FOREIGN_KEY((target, place) -> ",\"mastshell_row\":12345678");

    private final BiFunction<JsonNode, Integer, String> more;

    Form(BiFunction<JsonNode, Integer, String> more) {
      this.more = more;
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheTargetOfARowWhateverTheFormOfTheReply(Form form) {
    answering(form.more);
    TargetsReply reply = ask(targets(8), all());
    Table found = reply.observations();
    assertThat(column(found, "match_name"))
        .containsExactly(
            "T0", "T0", "T1", "T1", "T2", "T2", "T3", "T3", "T5", "T5", "T6", "T6", "T7", "T7");
    assertThat(column(found, "obsid").subList(0, 4)).containsExactly("00", "01", "10", "11");
    assertThat(found.column("distance").number(0)).isZero();
    assertThat(found.column("distance").number(1)).isCloseTo(30, within(1e-5));
    assertThat(found.columns())
        .extracting(ColumnInfo::name)
        .contains("calib_level")
        .noneMatch(name -> name.equalsIgnoreCase("mastshell_row") && form == Form.KEY)
        .doesNotContain("ra", "dec", "_ra", "_dec");
    assertThat(reply.received()).isEqualTo(14);
    assertThat(names(reply.unmatched())).containsExactly("T4");
    assertThat(reply.unfit()).isEmpty();
    assertThat(reply.unanswered()).isEmpty();
    assertThat(reply.asked()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anObservationNearTwoTargetsHasARowForEach(int times) {
    String row =
        "{\"obsid\":5,\"s_ra\":0.5,\"s_dec\":0,\"s_region\":\"POLYGON ICRS -0.5 -1 -0.5 1 1.5 1 1.5"
            + " -1\"}";
    archive.otherwise(
        asked -> LoopbackArchive.rows(times == 1 ? new String[] {row} : new String[] {row, row}));
    TargetsReply reply = ask(targets(3), all());
    assertThat(column(reply.observations(), "match_name")).containsExactly("T0", "T1");
    assertThat(column(reply.observations(), "obsid")).containsExactly("5", "5");
    assertThat(reply.observations().column("distance").number(1)).isZero();
    assertThat(names(reply.unmatched())).containsExactly("T2");
  }

  @Test
  void targetsAtTheSamePlaceAreAllMatched() {
    answering((target, place) -> "");
    List<SkyTarget> twins = List.of(new SkyTarget("a", 1, 0), new SkyTarget("b", 1, 0));
    assertThat(column(ask(twins, all()).observations(), "match_name"))
        .containsExactly("a", "a", "b", "b");
  }

  @Test
  void targetsAtTheSamePlaceAreAllMatchedByARepeatedPosition() {
    answering(Form.POSITION.more);
    List<SkyTarget> targets =
        List.of(
            new SkyTarget("a", 1, 0), new SkyTarget("b", 1, 0), new SkyTarget("c", 1.000009, 0));
    assertThat(column(ask(targets, all()).observations(), "match_name"))
        .containsExactly("a", "a", "b", "b", "c", "c");
  }

  @Test
  void whatTheArchiveFoundByItsOwnMeasureGoesToTheNearest() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"obsid\":5,\"s_ra\":1.02,\"s_dec\":0.0}", "{\"obsid\":6,\"s_region\":\"\"}"));
    Table found = ask(targets(3), all()).observations();
    assertThat(column(found, "match_name")).containsExactly("T1", null);
    assertThat(found.column("distance").number(0)).isCloseTo(72, within(1e-6));
    assertThat(found.column("distance").isMissing(1)).isTrue();

    archive.otherwise(asked -> LoopbackArchive.rows("{\"obsid\":6}"));
    assertThat(column(ask(targets(1), all()).observations(), "match_name")).containsExactly("T0");
  }

  @Test
  void judgesCriteriaHereAndTellsWhatTheyLeaveOut() {
    answering((target, place) -> "");
    TargetsReply reply =
        ask(
            targets(6),
            Predicate.all(
                List.of(
                    Predicate.where(Subject.column("calib_level"), new Match.Equal("3")),
                    Predicate.where(
                        Subject.column("match_name"),
                        List.of(new Match.Equal("t1"), new Match.Equal("T3"))),
                    Predicate.where(Subject.column("distance"), Match.Range.closed(20, 40)))));
    assertThat(column(reply.observations(), "obsid")).containsExactly("11", "31");
    assertThat(names(reply.unfit())).containsExactly("T0", "T2", "T5");
    assertThat(names(reply.unmatched())).containsExactly("T4");
    assertThat(archive.questions().get(0).path("params").has("filters")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void comesInTheOrderOfTheTargetsWhateverTheTiming(int parallel) {
    answering((target, place) -> "");
    TargetsReply reply = ask(options(parallel, 7), targets(300), all(), Integer.MAX_VALUE);
    List<String> expected =
        IntStream.range(0, 300)
            .filter(CrossmatchTest::observed)
            .boxed()
            .flatMap(target -> List.of(target + "0", target + "1").stream())
            .toList();
    assertThat(column(reply.observations(), "obsid")).isEqualTo(expected);
    assertThat(reply.requests()).isEqualTo(43).isEqualTo(archive.asked().size());
  }

  @Test
  void asksForMoreTargetsWhileRepliesAreQuickAndSmall() {
    answering((target, place) -> "");
    TargetsReply reply = ask(options(1, 0), targets(359), all(), Integer.MAX_VALUE);
    assertThat(archive.asked())
        .extracting(asked -> upload(asked).size())
        .containsExactly(25, 50, 100, 184);
    assertThat(reply.observations().size()).isEqualTo(2 * (359 - 71));
  }

  @Test
  void anObservationThatComesOnSeveralPagesIsPlacedOnce() {
    String near = "{\"obsid\":5,\"s_ra\":0.5,\"s_dec\":0,\"s_region\":\"CIRCLE ICRS 0.5 0 0.6\"}";
    archive.then(
        LoopbackArchive.json(LoopbackArchive.page(1, 2, 2, near)),
        LoopbackArchive.json(LoopbackArchive.page(2, 2, 2, near)));
    TargetsReply reply = ask(targets(2), all());
    assertThat(column(reply.observations(), "match_name")).containsExactly("T0", "T1");
    assertThat(reply.unmatched()).isEmpty();
  }

  @Test
  void readsEveryPage() {
    archive.then(
        LoopbackArchive.json(LoopbackArchive.page(1, 2, 2, row(1, 0, ""))),
        LoopbackArchive.json(LoopbackArchive.page(2, 2, 2, row(0, 0, ""))));
    TargetsReply reply = ask(targets(2), all());
    assertThat(column(reply.observations(), "match_name")).containsExactly("T0", "T1");
    assertThat(reply.received()).isEqualTo(2);
  }

  @Test
  void whatSomeAreAnsweredWithStaysWhereOthersAreNot() {
    answering((target, place) -> "");
    failingFor(Set.of(3, 8));
    TargetsReply reply = ask(options(2, 4), targets(10), all(), Integer.MAX_VALUE);
    assertThat(names(reply.unanswered())).containsExactly("T3", "T8");
    assertThat(reply.trouble()).contains("status 503");
    assertThat(names(reply.unmatched())).containsExactly("T4", "T9");
    assertThat(column(reply.observations(), "match_name"))
        .doesNotContain("T3", "T8")
        .contains("T0", "T1", "T2", "T5", "T6", "T7");
  }

  private void failingFor(Set<Integer> bad) {
    archive.otherwise(
        asked -> {
          List<String> rows = new ArrayList<>();
          for (JsonNode target : upload(asked)) {
            int number = target.path("ra").asInt();
            if (bad.contains(number)) {
              return LoopbackArchive.status(503, "overloaded");
            }
            if (observed(number)) {
              rows.add(row(number, 0, ""));
            }
          }
          return LoopbackArchive.rows(rows.toArray(String[]::new));
        });
  }

  @Test
  void troubleThatEndsTheWorkLeavesWhatCameBefore() {
    AtomicInteger requests = new AtomicInteger();
    archive.otherwise(
        asked ->
            requests.getAndIncrement() < 2
                ? LoopbackArchive.rows(row(upload(asked).get(0).path("ra").asInt(), 0, ""))
                : LoopbackArchive.error("Invalid object name 'upload'"));
    TargetsReply reply = ask(options(1, 3), targets(12), all(), Integer.MAX_VALUE);
    assertThat(column(reply.observations(), "match_name")).containsExactly("T0", "T3");
    assertThat(names(reply.unanswered())).containsExactly("T6", "T7", "T8", "T9", "T10", "T11");
    assertThat(reply.trouble()).contains("Invalid object name");
    assertThat(requests.get()).isEqualTo(3);
  }

  @Test
  void noAnswerForAnyIsAFailure() {
    archive.otherwise(asked -> LoopbackArchive.status(503, "overloaded"));
    assertThatThrownBy(() -> ask(options(2, 2), targets(4), all(), Integer.MAX_VALUE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("status 503");
    archive.otherwise(asked -> LoopbackArchive.error("Unknown service"));
    assertThatThrownBy(() -> ask(targets(4), all()))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.QUESTION));
  }

  @Test
  void asksNoMoreOnceThereIsEnough() {
    answering((target, place) -> "");
    TargetsReply reply = ask(options(1, 5), targets(300), all(), 12);
    assertThat(reply.observations().size()).isEqualTo(16);
    assertThat(reply.asked()).isEqualTo(10);
    assertThat(archive.asked().size()).isEqualTo(2);
    assertThat(names(reply.unmatched())).containsExactly("T4", "T9");
  }

  @Test
  void canBeCalledOff() {
    CountDownLatch asked = new CountDownLatch(1);
    archive.otherwise(
        question ->
            exchange -> {
              asked.countDown();
              cancellation.cancel();
              exchange.close();
            });
    assertThatThrownBy(() -> ask(targets(30), all())).isInstanceOf(CancelledException.class);
    assertThat(asked.getCount()).isZero();
  }

  @Test
  void tellsHowFarItIs() {
    answering((target, place) -> "");
    List<Progress.Step> steps = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (ArchiveClient client = LoopbackArchive.client(options(4, 10))) {
      client.near(
          new TargetQuery(targets(30), RADIUS, all()),
          Integer.MAX_VALUE,
          step -> {
            threads.add(Thread.currentThread());
            steps.add(step);
          },
          cancellation);
    }
    assertThat(steps).extracting(Progress.Step::done).containsExactly(10L, 20L, 30L);
    assertThat(steps.get(2)).isEqualTo(new Progress.Step(30, 30, "targets", "48 rows"));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  private static Predicate all() {
    return Predicate.always();
  }
}
