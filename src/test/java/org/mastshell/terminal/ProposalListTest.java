package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class ProposalListTest {
  private static Proposal proposal(String name, String group, String meaning, long count) {
    return new Proposal(name, name, group, meaning, count, false, false);
  }

  private static List<Proposal> many(String group, int count, String meaning) {
    return IntStream.range(0, count)
        .mapToObj(i -> proposal("name" + i, group, meaning, -1))
        .toList();
  }

  private static ProposalList list(List<Proposal> proposals, int more, int columns) {
    return new ProposalList(proposals, more, columns, AttributedStyle.DEFAULT);
  }

  private static List<String> texts(List<AttributedString> lines) {
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  @Test
  void fewStandOneBelowTheOtherWithWhatTheyMean() {
    List<Proposal> few =
        List.of(
            proposal("NIRCAM/IMAGE", "values", "imaging", 19_388),
            proposal("MIRI", "values", "", 7),
            proposal("1-90", "rows", "all rows", -1));
    assertThat(texts(list(few, 0, 80).within(20)))
        .containsExactly(
            "values",
            "NIRCAM/IMAGE  19,388  imaging",
            "MIRI               7",
            "rows",
            "1-90                  all rows");
  }

  @Test
  void manyStandInColumns() {
    assertThat(texts(list(many("names", 5, ""), 0, 30).within(20)))
        .containsExactly("names", "name0   name2   name4", "name1   name3");
    assertThat(texts(list(many("names", 12, "what it is"), 0, 60).within(20)))
        .hasSize(7)
        .contains("name0   what it is   name6   what it is");
  }

  @Test
  void whatDoesNotFitIsExplainedLessAndThenCut() {
    List<Proposal> names = many("names", 20, "a meaning of many words, longer than there is room");
    assertThat(texts(list(names, 0, 70).within(22)).get(1))
        .isEqualTo("name0   a meaning of many words, longer than there is room");
    assertThat(texts(list(names, 0, 70).within(11)).get(1))
        .startsWith("name0   a meaning")
        .contains("…");
    assertThat(texts(list(names, 0, 70).within(5)).get(1)).startsWith("name0   a meaning");
    assertThat(texts(list(names, 0, 70).within(5))).endsWith("… and 14 more: type on, or Tab");
    assertThat(texts(list(names, 0, 24).within(5)).get(1)).isEqualTo("name0    name3");
    List<String> cut = texts(list(names, 0, 70).within(3));
    assertThat(cut).hasSize(3).endsWith("… and 18 more: type on, or Tab");
    assertThat(texts(list(names, 19_980, 70).within(8)))
        .hasSize(8)
        .endsWith("… and 19,988 more: type on, or Tab");
  }

  @Test
  void aScreenWithoutRoomShowsNothingAndALineOnlyHowMany() {
    assertThat(list(many("names", 20, ""), 0, 40).within(0)).isEmpty();
    assertThat(texts(list(many("names", 20, ""), 0, 40).within(1)))
        .containsExactly("… and 20 more: type on, or Tab");
    assertThat(list(many("names", 20, ""), 0, 40).around(3, 0)).isEmpty();
  }

  @Test
  void theListMovesWithWhatIsSelected() {
    ProposalList list = list(many("names", 100, ""), 0, 12);
    assertThat(texts(list.around(0, 5)))
        .containsExactly("names", "name0", "name1", "name2", "1 of 100");
    assertThat(texts(list.around(50, 5))).contains("name50", "51 of 100").hasSize(5);
    assertThat(texts(list.around(99, 5))).contains("name99", "100 of 100").hasSize(5);
    assertThat(texts(list.around(99, 1))).containsExactly("name99");
  }

  @Test
  void stepsBesideStayInTheirGroup() {
    List<Proposal> both = new ArrayList<>(many("names", 6, ""));
    both.addAll(many("others", 3, ""));
    ProposalList list = list(both, 0, 20);
    assertThat(texts(list.within(20))).hasSize(7);
    assertThat(list.beside(0, 1, 20)).isEqualTo(3);
    assertThat(list.beside(3, -1, 20)).isEqualTo(0);
    assertThat(list.beside(3, 1, 20)).isEqualTo(3);
    assertThat(list.beside(6, 1, 20)).isEqualTo(8);
  }

  @Test
  void wideLettersTakeTwoColumns() {
    List<Proposal> wide =
        List.of(proposal("大マゼラン雲", "targets", "x", -1), proposal("LMC", "targets", "y", -1));
    assertThat(texts(list(wide, 0, 40).within(9)))
        .containsExactly("targets", "大マゼラン雲  x", "LMC           y");
  }

  @Property
  void noLineIsWiderThanTheScreenAndNoneIsTooMany(
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll @IntRange(min = 0, max = 40) int meaning,
      @ForAll @IntRange(min = 1, max = 120) int columns,
      @ForAll @IntRange(min = 0, max = 30) int lines,
      @ForAll @IntRange(min = 0, max = 59) int selected) {
    List<Proposal> all = new ArrayList<>(many("a heading", count, "m".repeat(meaning)));
    all.addAll(many("another", count / 2, ""));
    ProposalList list = list(all, 0, columns);
    List<AttributedString> around = list.around(Math.min(selected, all.size() - 1), lines);
    for (List<AttributedString> drawn : List.of(list.within(lines), around)) {
      assertThat(drawn.size()).isLessThanOrEqualTo(lines);
      assertThat(drawn).allMatch(line -> line.columnLength() <= Math.max(1, columns - 1));
    }
    int beside = list.beside(Math.min(selected, all.size() - 1), 1, lines);
    assertThat(beside).isBetween(0, all.size() - 1);
  }
}
