package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEndTest {
  @ParameterizedTest(name = "<{0}>")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "``                     ¦ DONE",
        "search mission=JWST    ¦ DONE",
        "search \\              ¦ BACKSLASH",
        "search \\\\            ¦ DONE",
        "search \\\\\\          ¦ BACKSLASH",
        "search \\ x            ¦ DONE",
        "search target=\"M      ¦ QUOTE",
        "search target='M       ¦ QUOTE",
        "search target=\"M\\    ¦ BACKSLASH",
        "search target='M\\     ¦ BACKSLASH",
        "search target=\"M\\\"  ¦ QUOTE",
        "search target='M\\'    ¦ DONE",
        "search target=\"M 31\" ¦ DONE",
        "show # don't \\        ¦ DONE",
        "# comment \\           ¦ DONE",
        "show; # x \\           ¦ DONE",
        "show a#b \\            ¦ BACKSLASH",
        "show \"# x\" \\        ¦ BACKSLASH",
        "show \"a\"#b \\        ¦ BACKSLASH",
      })
  void tellsWhetherWhatFollowsBelongsToTheLine(String line, LineEnd expected) {
    assertThat(LineEnd.of(line)).isEqualTo(expected);
  }
}
