package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Conditions with very many values. */
class LongListsTest {

  // As with few values, which are compared one by one.
  @Property
  void manyValuesFitWhatAnyOfThemFits(
      @ForAll("words") List<String> wanted, @ForAll("words") List<String> cells) {
    List<Match> matches = new ArrayList<>(wanted.stream().<Match>map(Match.Equal::new).toList());
    matches.add(Match.Wildcard.of("zz*"));
    matches.add(new Match.Regex(Pattern.compile("^q")));
    while (matches.size() < 12) {
      matches.add(new Match.Equal("none of them"));
    }
    Table table = Tables.texts("name", cells.toArray(String[]::new));
    List<String> expected =
        IntStream.range(0, cells.size())
            .filter(
                row -> matches.stream().anyMatch(match -> match.fits(cells.get(row), Double.NaN)))
            .mapToObj(Integer::toString)
            .toList();
    Predicate any = Predicate.where(Subject.column("name"), matches);
    assertThat(Tables.cells(table.where(any), "row")).isEqualTo(expected);
  }

  @Property
  void findsTheValuesThatNoRowHas(
      @ForAll("words") List<String> wanted, @ForAll("words") List<String> cells) {
    Table table = Tables.texts("name", cells.toArray(String[]::new));
    List<Predicate> predicates =
        wanted.stream()
            .map(
                word ->
                    word.length() % 2 == 0
                        ? Predicate.where(Subject.column("name"), new Match.Equal(word))
                        : Predicate.where(
                            Subject.column("name"),
                            List.of(new Match.Equal(word), new Match.Contains("qz"))))
            .toList();
    List<Integer> expected =
        IntStream.range(0, wanted.size())
            .filter(place -> table.where(predicates.get(place)).isEmpty())
            .boxed()
            .toList();
    assertThat(UnmetPredicates.of(table, predicates)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "a", "A", "ab", "AB", "aB", "zz9", "q", "ß", "ẞ", "ı", "İ", "I", "i", "σ", "ς", "Σ",
            "𐐀", "𐐨", "qz", "", "é", "É")
        .list()
        .ofMaxSize(20);
  }

  @Test
  void missingCellsFitNoValue() {
    List<Match> many =
        IntStream.range(0, 20).<Match>mapToObj(i -> new Match.Equal("v" + i)).toList();
    Table table = Tables.texts("name", "v3", null, "", "V19", "w");
    Predicate any = Predicate.where(Subject.column("name"), many);
    assertThat(Tables.cells(table.where(any), "row")).containsExactly("0", "3");
    List<Match> orMissing = new ArrayList<>(many);
    orMissing.add(new Match.Missing());
    Predicate missing = Predicate.where(Subject.column("name"), orMissing);
    assertThat(Tables.cells(table.where(missing), "row")).containsExactly("0", "1", "2", "3");
  }

  @Test
  void columnsCanBeTakenAway() {
    Table table = Tables.texts("name", "a", "b", "c").select(2, 0);
    assertThat(table.without(Set.of("NAME", "other")).has("name")).isFalse();
    assertThat(Tables.cells(table.without(List.of("name")), "row")).containsExactly("2", "0");
    assertThat(table.without(List.of()).columns()).isEqualTo(table.columns());
    assertThat(table.has("name")).isTrue();
  }
}
