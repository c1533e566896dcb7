package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WrappedLinesTest {

  @Test
  void aLineThatFitsStaysAsItIs() {
    assertThat(WrappedLines.of("12 observations · all public", 40))
        .containsExactly("12 observations · all public");
    assertThat(WrappedLines.of("12 observations · all public", 0)).hasSize(1);
  }

  @Test
  void breaksAtBlanksAndIndentsWhatFollows() {
    assertThat(WrappedLines.of("  left out: 1,217 other files, 124 previews (--previews)", 30))
        .containsExactly("  left out: 1,217 other files,", "    124 previews (--previews)");
  }

  @Test
  void aWordWiderThanTheTerminalIsLeftWhole() {
    String path = "/a/very/long/path/that/does/not/fit/in/here.csv";
    assertThat(WrappedLines.of("manifest: " + path, 20)).containsExactly("manifest:", "  " + path);
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(WrappedLines.of("星星星星星 星星星星星", 20)).hasSize(2);
  }

  @Property
  void keepsEveryWordAndNoLineIsTooLong(
      @ForAll @Size(max = 30) List<@AlphaChars @StringLength(min = 1, max = 12) String> words,
      @ForAll @IntRange(min = 20, max = 60) int width) {
    String line = String.join(" ", words);

    List<String> pieces = WrappedLines.of(line, width);

    assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(width));
    assertThat(
            pieces.stream()
                .map(String::strip)
                .flatMap(piece -> Arrays.stream(piece.split(" ", -1)))
                .collect(Collectors.joining(" ")))
        .isEqualTo(line);
  }
}
