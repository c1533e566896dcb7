package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingListTest {

  private static List<Candidate> candidates(String start, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Candidate(start + i, start + (100 + i), null, null, null, null, false, i))
        .toList();
  }

  private static List<Object> within(List<Object> items, int columns, int lines) {
    return new FittingList(items, columns, String::length).within(lines);
  }

  @Test
  void whatFitsIsLeftAsItIs() {
    List<Object> items = List.of("heading", candidates("f", 9));
    assertThat(within(items, 10, 10)).isSameAs(items);
    assertThat(within(items, 80, 3)).isSameAs(items);
  }

  @Test
  void elseTheBestAreShownAndTheRestIsCounted() {
    List<Object> items = List.of("heading", candidates("f", 1200));
    List<Object> shown = within(items, 10, 10);
    assertThat(shown)
        .containsExactly(
            "heading", candidates("f", 1200).subList(0, 8), "… and 1,192 more, type a letter");
  }

  @Test
  void laterGroupsGoFirst() {
    List<Object> items = List.of("one", candidates("f", 3), "two", candidates("g", 30));
    assertThat(within(items, 10, 9))
        .containsExactly(
            "one",
            candidates("f", 3),
            "two",
            candidates("g", 30).subList(0, 3),
            "… and 27 more, type a letter");
    assertThat(within(items, 10, 4))
        .containsExactly("one", candidates("f", 3).subList(0, 2), "… and 31 more, type a letter");
  }

  // Four columns of ten need 40 and three gaps of 3, and JLine keeps the last column free.
  @ParameterizedTest
  @CsvSource({"49, 3", "50, 4", "10, 1", "1, 1"})
  void columnsStandAsCloseAsJLineSetsThem(int width, int beside) {
    Candidate ten = new Candidate("v", "shown", null, "ab", null, null, false, 0);
    List<Object> items = List.of(IntStream.range(0, 40).mapToObj(i -> ten).toList());
    assertThat(within(items, width, (39 + beside) / beside)).isSameAs(items);
    assertThat(within(items, width, 39 / beside - 1)).isNotSameAs(items);
  }

  @Test
  void aScreenWithoutRoomShowsOnlyHowManyThereAre() {
    assertThat(within(List.of("heading", candidates("f", 20)), 80, 0))
        .containsExactly("… and 20 more, type a letter");
  }
}
