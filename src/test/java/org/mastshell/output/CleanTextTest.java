package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void harmlessTextStaysTheSameObject() {
    String text = "jw01073-o001 é 天 😀 Café|\\";
    assertThat(CleanText.oneLine(text)).isSameAs(text);
    assertThat(CleanText.lines("a\n\tb")).isEqualTo("a\n\tb");
  }

  @Test
  void escapesAreShown() {
    assertThat(CleanText.oneLine("\u001b[2J\u001b]52;c;aGk=\u0007")).isEqualTo("␛[2J␛]52;c;aGk=␇");
    assertThat(CleanText.oneLine("\u009b31m\u007f\u0000\b")).isEqualTo("\uFFFD31m␡␀␈");
  }

  @Test
  void linesCannotBeForged() {
    assertThat(CleanText.oneLine("a\r\nerror: b\u2028c\u2029d\u0085e\u000bf\u000cg\th"))
        .isEqualTo("a␍␊error: b\uFFFDc\uFFFDd\uFFFDe␋f␌g␉h");
    assertThat(CleanText.lines("a\rb\u2028")).isEqualTo("a␍b\uFFFD");
  }

  @Test
  void orderCannotBeTurned() {
    assertThat(CleanText.oneLine("\u202Egnp.exe\u2066\u200F\u061C"))
        .isEqualTo("\uFFFDgnp.exe\uFFFD\uFFFD\uFFFD");
  }

  @Test
  void halfAndHiddenCharactersAreShown() {
    assertThat(CleanText.oneLine("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(CleanText.oneLine("\uDE00")).isEqualTo("\uFFFD");
    assertThat(CleanText.oneLine("x\uD83D")).isEqualTo("x\uFFFD");
    assertThat(CleanText.oneLine("\uDB40\uDC41")).isEqualTo("\uFFFD\uFFFD");
  }

  @Property
  void leavesNothingThatActs(@ForAll @CharRange(from = '\0', to = '\uFFFF') String untrusted) {
    String shown = CleanText.oneLine(untrusted);
    assertThat(shown).hasSameSizeAs(untrusted);
    assertThat(shown.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E)
        .noneMatch(point -> point >= 0x2066 && point <= 0x2069)
        .noneMatch(point -> point == 0x200E || point == 0x200F)
        .noneMatch(point -> Character.getType(point) == Character.LINE_SEPARATOR)
        .noneMatch(point -> Character.getType(point) == Character.PARAGRAPH_SEPARATOR)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    assertThat(CleanText.oneLine(shown)).isSameAs(shown);
  }
}
