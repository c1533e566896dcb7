package org.mastshell.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions that other languages read alike, and those that they may not. */
class PortableRegexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.b*?c+$ a.b*?c+$",
        "^(?:x|y){2,3}(?!z) ^(?:x|y){2,3}(?!z)",
        "\\d+\\.\\w [0-9]+\\.[A-Za-z0-9_]",
        "[^\\d_] [^0-9_]",
        "[a-f&~] [a-f\\&\\~]",
        "x??y x??y",
        "\\bF\\/\\- \\bF\\/\\-"
      })
  void isWrittenForAll(String expression, String written) {
    assertThat(PortableRegex.of(expression)).isEqualTo(written);
    assertThat(Pattern.compile(written)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<=a)b",
        "(?<n>a)\\k<n>",
        "(a)\\1",
        "a*+",
        "a{2}+",
        "\\p{L}",
        "\\Qa\\E",
        "(?i)a",
        "[a-z&&[^b]]",
        "[[a]b]",
        "\\Ra",
        "\\z",
        "é",
        "[À-Ö]"
      })
  void whatOthersMayReadOtherwiseIsRefused(String expression) {
    assertThatThrownBy(() -> PortableRegex.of(expression))
        .isInstanceOf(NotExpressibleException.class)
        .hasMessageContaining(expression);
  }
}
