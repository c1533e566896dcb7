package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "isntrument, instrument_name, 1",
    "INSTRUMENT, instrument_name, 0",
    "serach, search, 1",
    "searchh, search, 1",
    "sarch, search, 1",
    "serch, search, 1",
    "filtres, filters, 1",
    "nirspce, NIRSPEC/MSA, 1",
    "instumrent_name, instrument_name, 2",
    "mission, emission, 1",
    "abcdef, uvwxyz, 3",
    "abcdef, abc, 3",
    "abcdef, '', 3",
  })
  void lettersThatAreWrongMissingNeedlessOrSwapped(String typed, String word, int expected) {
    assertThat(new TypingErrors(typed).to(word, 2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"abc, -1", "abcd, 1", "abcde, 1", "abcdef, 2", "123456, -1", "F2770, 1"})
  void shortWordsAndNumbersHaveNoErrors(String typed, int most) {
    assertThat(new TypingErrors(typed).most()).isEqualTo(most);
  }

  @Property
  void theNearestBeginningIsFound(
      @ForAll @StringLength(min = 4, max = 8) @CharRange(from = 'a', to = 'c') String typed,
      @ForAll @StringLength(max = 10) @CharRange(from = 'a', to = 'c') String word) {
    int nearest = 3;
    for (int end = 0; end <= word.length(); end++) {
      int distance = new DamerauLevenshteinDistance(2).apply(typed, word.substring(0, end));
      nearest = distance >= 0 ? Math.min(nearest, distance) : nearest;
    }
    assertThat(new TypingErrors(typed).to(word, 2)).isEqualTo(nearest);
  }
}
