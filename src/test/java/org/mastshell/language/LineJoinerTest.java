package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineJoinerTest {
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
    assertThat(new LineJoiner().add(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "search \\¦# all¦search # all",
        "search a\\¦b¦search ab",
        "search a='M¦31'¦search a='M 31'",
        "search a='M\\¦31'¦search a='M31'",
        "search a=\"M\\¦\\\" 31\"¦search a=\"M\\\" 31\"",
        "search a=\"b¦# c\"¦search a=\"b # c\"",
      })
  void piecesBecomeOneLine(String first, String second, String expected) {
    LineJoiner joiner = new LineJoiner();
    assertThat(joiner.add(first)).isNotEqualTo(LineEnd.DONE);
    assertThat(joiner.add(second)).isEqualTo(LineEnd.DONE);
    assertThat(joiner.line()).isEqualTo(expected);
  }
}
