package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;

class QueryPlannerTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;

  private static Predicate where(String column, Match... matches) {
    return Predicate.where(Subject.column(column), List.of(matches));
  }

  private static Match equal(String text) {
    return new Match.Equal(text);
  }

  private static Match parts(String... texts) {
    return new Match.Parts(Arrays.stream(texts).map(QueryPlannerTest::equal).toList());
  }

  static Stream<Arguments> sendable() {
    return Stream.of(
        Arguments.of(
            where("filters", parts("F277W")),
            "filters=F277W",
            List.of("{\"paramName\":\"filters\",\"values\":[\"F277W\"],\"separator\":\";\"}"),
            true),
        Arguments.of(
            where("filters", parts("f277w"), parts("F356W")),
            "filters=f277w,F356W",
            List.of(
                "{\"paramName\":\"filters\",\"values\":[\"f277w\",\"F277W\",\"F356W\"],"
                    + "\"separator\":\";\"}"),
            true),
        Arguments.of(
            where("filters", parts("F150W2", "F162M")),
            "filters=F150W2",
            List.of("{\"paramName\":\"filters\",\"values\":[\"F150W2\"],\"separator\":\";\"}"),
            false),
        Arguments.of(
            where("filters", new Match.Parts(List.of(Match.Wildcard.of("F4*")))),
            "filters=F4*",
            List.of("{\"paramName\":\"filters\",\"values\":[],\"freeText\":\"%F4%\"}"),
            false),
        Arguments.of(
            where("filters", equal("F444W;F405N")),
            "filters=F444W;F405N",
            List.of("{\"paramName\":\"filters\",\"values\":[\"F444W\"],\"separator\":\";\"}"),
            false),
        Arguments.of(
            where("instrument_name", new Match.Family("Nircam")),
            "instrument_name=NIRCAM*",
            List.of("{\"paramName\":\"instrument_name\",\"values\":[],\"freeText\":\"NIRCAM%\"}"),
            false),
        Arguments.of(
            where("target_name", Match.Wildcard.of("NGC*6*")),
            "target_name=NGC*6*",
            List.of("{\"paramName\":\"target_name\",\"values\":[],\"freeText\":\"NGC%6%\"}"),
            true),
        Arguments.of(
            where("obs_id", new Match.Contains("a_b%c")),
            "obs_id=*a_b%c*",
            List.of("{\"paramName\":\"obs_id\",\"values\":[],\"freeText\":\"%a_b_c%\"}"),
            false),
        Arguments.of(
            where("proposal_id", equal("1073")),
            "proposal_id=1073",
            List.of("{\"paramName\":\"proposal_id\",\"values\":[\"1073\"]}"),
            true),
        Arguments.of(
            where("dataproduct_type", equal("IMAGE")),
            "dataproduct_type=IMAGE",
            List.of("{\"paramName\":\"dataproduct_type\",\"values\":[\"IMAGE\",\"image\"]}"),
            true),
        Arguments.of(
            where("proposal_pi", equal("ducrot, elsa")),
            "proposal_pi=ducrot, elsa",
            List.of(
                "{\"paramName\":\"proposal_pi\",\"values\":[\"ducrot, elsa\",\"DUCROT, ELSA\","
                    + "\"Ducrot, Elsa\"]}"),
            true),
        Arguments.of(
            where("t_min", Match.Range.closed(59000, 59010)),
            "t_min=59000..59010",
            List.of("{\"paramName\":\"t_min\",\"values\":[{\"min\":59000,\"max\":59010}]}"),
            true),
        Arguments.of(
            where("t_exptime", new Match.Range(1000.5, OPEN, false, true)),
            "t_exptime=1000.5..",
            List.of(
                "{\"paramName\":\"t_exptime\",\"values\":[{\"min\":1000.5,\"max\":1000000000}]}"),
            false),
        Arguments.of(
            where("s_dec", new Match.Range(-OPEN, -30, true, true), Match.Range.closed(30, 40)),
            "s_dec=..-30,30..40",
            List.of(
                "{\"paramName\":\"s_dec\",\"values\":[{\"min\":-1000000000,\"max\":-30},"
                    + "{\"min\":30,\"max\":40}]}"),
            true),
        Arguments.of(
            where("calib_level", new Match.Range(2, OPEN, true, true)),
            "calib_level=2..",
            List.of("{\"paramName\":\"calib_level\",\"values\":[\"2\",\"3\",\"4\"]}"),
            true),
        Arguments.of(
            where("sequence_number", new Match.Range(3, 6, false, false)),
            "sequence_number=3..6",
            List.of("{\"paramName\":\"sequence_number\",\"values\":[\"4\",\"5\"]}"),
            true),
        Arguments.of(
            where("instrument_name", equal("MIRI"), Match.Wildcard.of("NIR*"), equal("FGS")),
            "instrument_name=MIRI,NIR*,FGS",
            List.of(
                "{\"paramName\":\"instrument_name\",\"values\":[\"MIRI\",\"miri\",\"Miri\",\"FGS\","
                    + "\"fgs\",\"Fgs\"]}",
                "{\"paramName\":\"instrument_name\",\"values\":[],\"freeText\":\"NIR%\"}"),
            true));
  }

  @ParameterizedTest
  @MethodSource
  void sendable(Predicate criterion, String words, List<String> filters, boolean exact) {
    PlannedQuery planned = QueryPlanner.plan(criterion, false);
    assertThat(planned.plan().sent()).containsExactly(words);
    assertThat(planned.plan().judgedHereOnly()).isEmpty();
    assertThat(planned.plan().unbounded()).isFalse();
    assertThat(planned.plan().requests()).isEqualTo(filters.size());
    assertThat(planned.plan().judgedHere()).isEqualTo(exact ? Predicate.always() : criterion);
    List<String> sent =
        planned.requests().stream().map(request -> Json.write(request.get(0).parameter())).toList();
    assertThat(sent).isEqualTo(filters);
  }

  static Stream<Arguments> judgedHere() {
    return Stream.of(
        Arguments.of(
            Predicate.not(where("filters", equal("CLEAR"), equal("NUV"))), "filters!=CLEAR,NUV"),
        Arguments.of(where("obs_id", new Match.Regex(Pattern.compile("^jw0"))), "obs_id=/^jw0/"),
        Arguments.of(where("filters", new Match.Missing()), "filters=null"),
        Arguments.of(where("filters", equal("A"), new Match.Missing()), "filters=A,null"),
        Arguments.of(where("mtFlag", equal("true")), "mtFlag=true"),
        Arguments.of(where("distance", Match.Range.closed(0, 5)), "distance=0..5"),
        Arguments.of(where("target_name", Match.Wildcard.of("*")), "target_name=*"),
        Arguments.of(where("target_name", new Match.Contains("")), "target_name=**"),
        Arguments.of(where("obs_id", Match.Range.closed(1, 2)), "obs_id=1..2"),
        Arguments.of(where("t_min", Match.Wildcard.of("59*")), "t_min=59*"),
        Arguments.of(where("proposal_id", Match.Range.closed(1, 5000)), "proposal_id=1..5000"),
        Arguments.of(
            where("sequence_number", new Match.Range(1, OPEN, true, true)), "sequence_number=1.."),
        Arguments.of(where("calib_level", Match.Range.closed(1.2, 1.8)), "calib_level=1.2..1.8"),
        Arguments.of(where("target_name", parts("A", "B")), "target_name=A;B"),
        Arguments.of(
            Predicate.where(
                Subject.derived("obsnum", "obs_id", id -> id.substring(7, 10)), equal("001")),
            "obsnum=001"),
        Arguments.of(
            Predicate.any(List.of(where("filters", equal("A")), where("obs_id", equal("b")))),
            "filters=A or obs_id=b"));
  }

  @ParameterizedTest
  @MethodSource
  void judgedHere(Predicate criterion, String words) {
    PlannedQuery planned = QueryPlanner.plan(criterion, false);
    assertThat(planned.plan().sent()).isEmpty();
    assertThat(planned.plan().unbounded()).isTrue();
    assertThat(planned.plan().judgedHereOnly()).containsExactly(words);
    assertThat(planned.plan().judgedHere()).isEqualTo(criterion);
    assertThat(planned.requests()).containsExactly(List.of());
  }

  @Test
  void aDistanceCanBeAskedAroundAPosition() {
    assertThat(QueryPlanner.plan(where("distance", Match.Range.closed(0, 5)), true).plan().sent())
        .containsExactly("distance=0..5");
  }

  @Test
  void theTutorialIsOneRequest() {
    Predicate criteria =
        Predicate.all(
            List.of(
                where("obs_collection", equal("JWST")),
                where("proposal_id", equal("1073")),
                where("instrument_name", new Match.Family("NIRCAM")),
                where("filters", parts("F277W"))));
    QueryPlan plan = QueryPlanner.plan(criteria, false).plan();
    assertThat(plan.sent())
        .containsExactly(
            "obs_collection=JWST", "proposal_id=1073", "instrument_name=NIRCAM*", "filters=F277W");
    assertThat(plan.requests()).isEqualTo(1);
    assertThat(plan.judgedHere()).hasToString("instrument_name=NIRCAM");
    assertThat(plan.judgedHereOnly()).isEmpty();
  }

  @Test
  void wildcardsForSeveralColumnsMultiply() {
    Predicate criteria =
        Predicate.all(
            List.of(
                where("target_name", Match.Wildcard.of("A*"), Match.Wildcard.of("B*")),
                where(
                    "obs_id",
                    Match.Wildcard.of("C*"),
                    Match.Wildcard.of("D*"),
                    Match.Wildcard.of("E*"))));
    PlannedQuery planned = QueryPlanner.plan(criteria, false);
    assertThat(planned.requests()).hasSize(6).doesNotHaveDuplicates();
    assertThat(planned.requests()).allSatisfy(request -> assertThat(request).hasSize(2));
  }

  @Test
  void tooManyRequestsLeaveTheWidestCriterionToBeJudgedHere() {
    Match[] many =
        IntStream.range(0, 20)
            .mapToObj(i -> Match.Wildcard.of("x" + i + "*"))
            .toArray(Match[]::new);
    Predicate wide = where("obs_id", many);
    Predicate narrow = where("target_name", Match.Wildcard.of("A*"), Match.Wildcard.of("B*"));
    QueryPlan plan = QueryPlanner.plan(Predicate.all(List.of(wide, narrow)), false).plan();
    assertThat(plan.requests()).isEqualTo(2);
    assertThat(plan.sent()).containsExactly("target_name=A*,B*");
    assertThat(plan.judgedHere()).isEqualTo(wide);
    assertThat(plan.judgedHereOnly()).hasSize(1);
  }

  @Test
  void rangesOfOneColumnAreSentAsWhatTheyHaveInCommon() {
    Predicate criteria =
        Predicate.all(
            List.of(
                where("t_min", new Match.Range(59000, OPEN, true, true)),
                where("t_min", new Match.Range(-OPEN, 59010, true, false))));
    PlannedQuery planned = QueryPlanner.plan(criteria, false);
    assertThat(planned.plan().sent()).containsExactly("t_min=59000.. t_min=..59010");
    assertThat(planned.requests().get(0)).hasSize(1);
    assertThat(planned.requests().get(0).get(0).parameter())
        .containsEntry(
            "values", List.of(Map.of("min", Bounds.plain(59000), "max", Bounds.plain(59010))));
    assertThat(planned.plan().judgedHere()).hasToString("t_min=..59010");
  }

  @Test
  void aSecondCriterionForOneColumnIsJudgedHere() {
    Predicate second = where("obs_id", Match.Wildcard.of("*b"));
    QueryPlan plan =
        QueryPlanner.plan(
                Predicate.all(List.of(where("obs_id", Match.Wildcard.of("a*")), second)), false)
            .plan();
    assertThat(plan.sent()).containsExactly("obs_id=a*");
    assertThat(plan.judgedHere()).isEqualTo(second);
  }

  @Test
  void nestedConjunctionsAreTakenApart() {
    Predicate criteria =
        Predicate.all(
            List.of(
                where("proposal_id", equal("1")),
                new Predicate.All(List.of(where("obs_collection", equal("HST"))))));
    assertThat(QueryPlanner.plan(criteria, false).plan().sent())
        .containsExactly("proposal_id=1", "obs_collection=HST");
  }
}
