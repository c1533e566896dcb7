package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
  private static final double TINY = 1e-9;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"10h46m03s -59d52m\" | 161.5125 | -59.866666666667",
        "'10h46m03.6s -59d52m30s' | 161.515 | -59.875",
        "'10:46:03 -59:52:00' | 161.5125 | -59.866666666667",
        "'10 46 03 -59 52 00' | 161.5125 | -59.866666666667",
        "'10h 46m 03s -59d 52m 00s' | 161.5125 | -59.866666666667",
        "'161.26 -59.87' | 161.26 | -59.87",
        "'161.26, -59.87' | 161.26 | -59.87",
        "161.26,-59.87 | 161.26 | -59.87",
        "161.26, -59.87 | 161.26 | -59.87",
        "'161.26deg +59.87deg' | 161.26 | 59.87",
        "'0 -0.5' | 0 | -0.5",
        "'00h00m00s -00d30m00s' | 0 | -0.5",
        "'12h -1d' | 180 | -1",
        "'12h \u22121d' | 180 | -1",
      })
  void readsCoordinates(String typed, double ra, double dec) {
    Position position = Typed.observations("coordinates=" + typed).position().orElseThrow();
    assertThat(position).isInstanceOf(Position.Coordinates.class);
    Position.Coordinates point = (Position.Coordinates) position;
    assertThat(point.ra()).isCloseTo(ra, within(TINY));
    assertThat(point.dec()).isCloseTo(dec, within(TINY));
    assertThat(point.radiusDegrees()).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource({
    "radius=3arcmin, 0.05",
    "radius='3 arcmin', 0.05",
    "radius=\"0.05 deg\", 0.05",
    "radius=180arcsec, 0.05",
    "radius=0.05, 0.05",
    "RADIUS=1deg, 1",
  })
  void readsARadius(String typed, double degrees) {
    Criteria criteria = Typed.observations("object=\"M 101\" " + typed);
    assertThat(criteria.position())
        .hasValueSatisfying(
            position -> {
              assertThat(position.radiusDegrees()).isCloseTo(degrees, within(TINY));
              assertThat(((Position.Name) position).object()).isEqualTo("M 101");
            });
    assertThat(criteria.all()).isEmpty();
    assertThat(criteria.isEmpty()).isFalse();
  }

  @Test
  void saysThatABareRadiusIsDegrees() {
    assertThat(Typed.observations("object=M31 radius=3").notes())
        .containsExactly("radius=3: degrees (radius=3arcmin for minutes of arc)");
    assertThat(Typed.observations("object=M31 radius=3deg").notes()).isEmpty();
  }

  @Test
  void stillReadsTheColumnsOfTheCentre() {
    assertThat(Typed.observations("ra=161..162 dec=-60..-59").all())
        .extracting(criterion -> criterion.field().name())
        .containsExactly("s_ra", "s_dec");
  }
}
