package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of pieces of images, as they are typed. */
class BoxSizeTest {
  private static final ArgumentSpec TAKES = new ArgumentSpec(true, false, true, List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "size=10 → 10 → 10 → true → 10x10 pixels",
        "size=8x12 → 8 → 12 → true → 8x12 pixels",
        "size=8,12 → 8 → 12 → true → 8x12 pixels",
        "size='8 x 12' → 8 → 12 → true → 8x12 pixels",
        "size=8X12 → 8 → 12 → true → 8x12 pixels",
        "size=10px → 10 → 10 → true → 10x10 pixels",
        "size=8pxx12px → 8 → 12 → true → 8x12 pixels",
        "size='10 pixels' → 10 → 10 → true → 10x10 pixels",
        "size=5m → 0.0833333333 → 0.0833333333 → false → 5arcmin x 5arcmin",
        "size=5arcmin → 0.0833333333 → 0.0833333333 → false → 5arcmin x 5arcmin",
        "size=30arcsec → 0.0083333333 → 0.0083333333 → false → 0.5arcmin x 0.5arcmin",
        "size=5x10arcmin → 0.0833333333 → 0.1666666667 → false → 5arcmin x 10arcmin",
        "size=5arcmin,0.1deg → 0.0833333333 → 0.1 → false → 5arcmin x 6arcmin",
        "size=2d → 2 → 2 → false → 2deg x 2deg",
        "size=.5deg → 0.5 → 0.5 → false → 30arcmin x 30arcmin",
        "size=5ARCMIN → 0.0833333333 → 0.0833333333 → false → 5arcmin x 5arcmin",
        "size=2arcseconds → 0.0005555556 → 0.0005555556 → false → 2arcsec x 2arcsec",
        "size=0.001arcsec → 2.777777e-7 → 2.777777e-7 → false → 0.001arcsec x 0.001arcsec",
        "size='5′' → 0.0833333333 → 0.0833333333 → false → 5arcmin x 5arcmin"
      })
  void readsWhatPeopleWrite(
      String typed, double width, double height, boolean pixels, String text) {
    BoxSize size = read("cutout tess " + typed);
    assertThat(size.width()).isCloseTo(width, within(1e-9));
    assertThat(size.height()).isCloseTo(height, within(1e-9));
    assertThat(size.pixels()).isEqualTo(pixels);
    assertThat(size.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "px",
        "10x",
        "x10",
        "1x2x3",
        "0",
        "10001",
        "1e3",
        "-1",
        "1.5",
        "2 3",
        "1deg,5",
        "21deg",
        "5 parsec",
        "0deg",
        "5arcmin,3px",
        "''",
        "1;2",
        "NaN",
        "10*",
        "5M",
        "5D",
        "5S",
        "5min",
        "0.0000000001arcsec",
        "0.0009arcsec",
        "999999999999999999999999999"
      })
  void refusesWhatIsNoSize(String typed) {
    String line = "cutout tess size='" + typed.replace("'", "") + "'";
    assertThatThrownBy(() -> read(line)).isInstanceOf(SyntaxException.class);
  }

  private static BoxSize read(String line) {
    Arguments arguments = ArgumentParser.parse(CommandLines.split(line).get(0), TAKES);
    return BoxSize.read(arguments.criteria().get(0), line);
  }
}
