package org.mastshell.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkyFootprintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ICRS 9 -1 11 -1 11 1 9 1 | 10 | 0 | 0",
        "POLYGON ICRS 9 -1 11 -1 11 1 9 1 | 12 | 0 | 1",
        "POLYGON ICRS 9 -1 11 -1 11 1 9 1 9 -1 | 8.5 | 0.3 | 0.49999",
        "POLYGON J2000 11 1 11 -1 9 -1 9 1 | 11 | 3 | 2",
        "Polygon GSC1  -1 -1  1 -1  1 1  -1 1 | 0 | 0 | 0",
        "POLYGON -1 -1 1 -1 1 1 -1 1 | 359.5 | 0 | 0",
        "POLYGON -1 -1 1 -1 1 1 -1 1 | 357 | 0 | 2",
        "POLYGON ICRS 0 0 1 0 1 1 POLYGON ICRS 5 0 6 0 6 1 | 5.9 | 0.1 | 0",
        "POLYGON ICRS 0 80 120 80 240 80 | 77 | 90 | 0",
        "POLYGON ICRS 0 80 120 80 240 80 | 300 | -10 | 94.905",
        "CIRCLE ICRS 10 0 0.5 | 10.4 | 0 | 0",
        "CIRCLE J2000 10 0 0.5 | 11 | 0 | 0.5",
        "CIRCLE 10 0 0.5 | 190 | 0 | 179.5",
        "POSITION ICRS 10 1 | 10 | 3 | 2",
        "Error | 21 | 0 | 1",
        "'' | 21 | 0 | 1",
        "POLYGON ICRS 9 -1 | 21 | 0 | 1",
        "CIRCLE ICRS 9 | 20 | 0 | 0",
      })
  void tellsTheDistanceOfAPosition(String region, double ra, double dec, double degrees) {
    SkyFootprint footprint = SkyFootprint.of(region, SkyVector.of(20, 0));
    assertThat(footprint.distance(SkyVector.of(ra, dec))).isCloseTo(degrees, within(0.001));
  }

  @Property
  void aSquareIsAsFarAsItsEdge(
      @ForAll @DoubleRange(min = 0, max = 359.99) double ra,
      @ForAll @DoubleRange(min = -88, max = 88) double dec,
      @ForAll @DoubleRange(min = -1, max = 1) double east,
      @ForAll @DoubleRange(min = -1, max = 1) double north) {
    SkyVector centre = SkyVector.of(ra, dec);
    double half = 0.01;
    StringBuilder region = new StringBuilder("POLYGON ICRS");
    for (double[] corner : new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
      append(region, ra, dec, corner[0] * half, corner[1] * half);
    }
    SkyFootprint square = SkyFootprint.of(region.toString(), centre);
    StringBuilder point = new StringBuilder("POSITION");
    append(point, ra, dec, 4 * east * half, 4 * north * half);
    String[] numbers = point.toString().split(" ", -1);
    SkyVector at = SkyVector.of(Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    double beyondEast = Math.max(0, Math.abs(4 * east * half) - half);
    double beyondNorth = Math.max(0, Math.abs(4 * north * half) - half);
    assertThat(square.distance(at))
        .isCloseTo(Math.hypot(beyondEast, beyondNorth), within(half / 20));
    assertThat(centre.separation(at) - square.reach(centre))
        .isLessThanOrEqualTo(square.distance(at) + 1e-9);
  }

  // Small shifts on the sphere, as exact as needed here.
  private static void append(StringBuilder text, double ra, double dec, double east, double north) {
    double newDec = dec + north;
    double newRa = ra + east / Math.cos(Math.toRadians(newDec));
    text.append(String.format(Locale.ROOT, " %.12f %.12f", newRa, newDec));
  }
}
