package org.mastshell.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SansWidthsTest {
  private static final int SIZE = 200;

  /** Where a font is not installed, it is the usual one that is looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"SansSerif", "DejaVu Sans", "Verdana", "Arial", "Liberation Sans"})
  void noFontIsWider(String name) {
    Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics metrics = pen.getFontMetrics(new Font(name, Font.PLAIN, SIZE));
    Stream<String> letters =
        Stream.iterate(' ', letter -> letter <= '~', letter -> (char) (letter + 1))
            .map(String::valueOf);
    Stream<String> others = List.of("°", "µ", "·", "×", "…", "■", "Ω", "Ä", "ß").stream();
    assertThat(Stream.concat(letters, others))
        .allSatisfy(
            letter ->
                assertThat(SIZE * SansWidths.of(letter))
                    .as(letter)
                    .isGreaterThanOrEqualTo(metrics.stringWidth(letter)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NIRCAM/IMAGE", "F150W2;F162M", "jw01073-o001_t001_nircam"})
  void noRoomIsWasted(String text) {
    assertThat(SansWidths.of(text)).isLessThan(0.85 * text.length());
  }
}
