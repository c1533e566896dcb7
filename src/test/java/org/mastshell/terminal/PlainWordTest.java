package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of a usage make Tab propose. */
class PlainWordTest {

  @ParameterizedTest
  @CsvSource({
    "FILE, source, FILE",
    "DIR, download, FOLDER",
    "DIR|MANIFEST, verify, FILE",
    "MANIFEST|DIR, verify, FILE",
    "NAME, let, UNKNOWN"
  })
  void aNameStandsForAKindOfWords(String name, String command, PlainWord meaning) {
    assertThat(PlainWord.named(name, command)).isEqualTo(meaning);
  }

  @Test
  void whereNumbersAreNeededNoTextIsProposed() {
    assertThat(PlainWord.named("COLUMN", "plot")).isEqualTo(PlainWord.NUMBERS);
    assertThat(PlainWord.named("COLUMN…", "stats")).isEqualTo(PlainWord.NUMBERS);
    assertThat(PlainWord.named("COLUMN…", "describe")).isEqualTo(PlainWord.COLUMN);
  }
}
