package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** What is sent never keeps a row from arriving that the criteria want. */
class QueryPlannerPropertiesTest {
  private static final List<String> TEXTS = List.of("filters", "instrument_name", "target_name");
  private static final String[] WORDS = {
    "A", "AB", "A/B", "A;B", "B;A", "a_b", "B%C", "", "A[B]", "b*", "AC", "O'B", "C"
  };

  @Property(tries = 2000)
  void everyWantedRowIsSent(
      @ForAll("predicates") Predicate criteria, @ForAll("tables") Table table) {
    PlannedQuery planned = QueryPlanner.plan(criteria, false);
    for (int row = 0; row < table.size(); row++) {
      Table one = table.select(row);
      boolean wanted = !one.where(criteria).isEmpty();
      boolean arrives = arrives(planned, one);
      boolean kept = arrives && !one.where(planned.plan().judgedHere()).isEmpty();
      assertThat(arrives || !wanted).as("%s loses a row", criteria).isTrue();
      // What is judged here makes up for what is sent too widely.
      assertThat(kept).as("%s", criteria).isEqualTo(wanted);
    }
    assertThat(planned.requests().size()).isBetween(1, 24);
    assertThat(planned.plan().requests()).isEqualTo(planned.requests().size());
  }

  private static boolean arrives(PlannedQuery planned, Table row) {
    return planned.requests().stream()
        .anyMatch(filters -> filters.stream().allMatch(filter -> serverLetsThrough(filter, row)));
  }

  // A server as the archive's documentation describes it; letters compared without regard to case.
  private static boolean serverLetsThrough(SentFilter filter, Table row) {
    String cell = row.text(0, filter.column());
    if (cell == null) {
      return false;
    }
    boolean value =
        filter.values().stream()
            .anyMatch(
                wanted ->
                    wanted instanceof Bounds bounds
                        ? within(bounds, Double.parseDouble(cell))
                        : Arrays.stream(filter.list() ? cell.split(";", -1) : new String[] {cell})
                            .anyMatch(part -> part.equalsIgnoreCase(wanted.toString())));
    return value || filter.pattern().map(pattern -> like(pattern, cell)).orElse(false);
  }

  private static boolean within(Bounds bounds, double number) {
    return number >= bounds.low() && number <= bounds.high();
  }

  private static boolean like(String pattern, String cell) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
      assertThat("[]^'*".indexOf(c)).as("no special character in %s", pattern).isNegative();
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return cell.toLowerCase(Locale.ROOT).matches(regex.toString());
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<String> word = Arbitraries.of(WORDS).injectNull(0.1);
    Arbitrary<Integer> level = Arbitraries.integers().between(-1, 4).injectNull(0.1);
    Arbitrary<Double> time = Arbitraries.of(-1.0, 0.0, 1.0, 1.5, 2.0, 5e8).injectNull(0.1);
    return Combinators.combine(word, word, word, level, time)
        .as(Row::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(QueryPlannerPropertiesTest::table);
  }

  record Row(String filters, String instrument, String target, Integer level, Double time) {}

  private static Table table(List<Row> rows) {
    TableBuilder builder = new TableBuilder();
    int filters = builder.column("filters", ColumnType.TEXT);
    int instrument = builder.column("instrument_name", ColumnType.TEXT);
    int target = builder.column("target_name", ColumnType.TEXT);
    int level = builder.column("calib_level", ColumnType.INTEGER);
    int time = builder.column("t_min", ColumnType.DECIMAL);
    for (Row row : rows) {
      builder.set(filters, row.filters());
      builder.set(instrument, row.instrument());
      builder.set(target, row.target());
      if (row.level() != null) {
        builder.set(level, row.level());
      }
      if (row.time() != null) {
        builder.set(time, row.time());
      }
      builder.endRow();
    }
    return builder.build();
  }

  @Provide
  Arbitrary<Predicate> predicates() {
    Arbitrary<Predicate> text =
        Combinators.combine(Arbitraries.of(TEXTS), textMatches().list().ofMinSize(1).ofMaxSize(4))
            .as((column, matches) -> Predicate.where(Subject.column(column), matches));
    Arbitrary<Predicate> number =
        Combinators.combine(
                Arbitraries.of("calib_level", "t_min"), ranges().list().ofMinSize(1).ofMaxSize(3))
            .as((column, matches) -> Predicate.where(Subject.column(column), matches));
    Arbitrary<Predicate> simple = Arbitraries.oneOf(text, number);
    Arbitrary<Predicate> other =
        Arbitraries.oneOf(
            simple.map(Predicate::not),
            simple.list().ofMinSize(2).ofMaxSize(2).map(Predicate::any),
            simple.list().ofMinSize(2).ofMaxSize(3).map(Predicate::all));
    return Arbitraries.frequencyOf(Tuple.of(4, simple), Tuple.of(1, other))
        .list()
        .ofMaxSize(4)
        .map(Predicate::all);
  }

  private static Arbitrary<Match> textMatches() {
    Arbitrary<String> word = Arbitraries.of(WORDS);
    Arbitrary<Match> equal = word.map(Match.Equal::new);
    Arbitrary<Match> wildcard = word.list().ofMinSize(2).ofMaxSize(3).map(Match.Wildcard::new);
    Arbitrary<Match> contains = word.map(Match.Contains::new);
    Arbitrary<Match> family = word.map(Match.Family::new);
    Arbitrary<Match> parts =
        Arbitraries.oneOf(equal, wildcard, contains)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(Match.Parts::new);
    Arbitrary<Match> missing = Arbitraries.just(new Match.Missing());
    return Arbitraries.oneOf(equal, wildcard, contains, family, parts, missing);
  }

  private static Arbitrary<Match> ranges() {
    Arbitrary<Double> bound = Arbitraries.of(-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 4.0);
    Arbitrary<Double> low = Arbitraries.oneOf(bound, Arbitraries.just(Double.NEGATIVE_INFINITY));
    Arbitrary<Double> high = Arbitraries.oneOf(bound, Arbitraries.just(Double.POSITIVE_INFINITY));
    Arbitrary<Boolean> included = Arbitraries.of(true, false);
    return Combinators.combine(low, high, included, included).as(Match.Range::new);
  }
}
