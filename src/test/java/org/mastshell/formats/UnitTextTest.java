package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTextTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final String UNITS =
      "um|micron|Å|km/s|km / s|km s-1|erg / (Angstrom cm2 s)|erg.s-1.cm-2|1e-17 erg/s/cm2|mag|"
          + "10-3Jy|Jy / beam|s**-1|m**(1/2)|solMass|byte|1 / s|deg2|ct/s";

  @ParameterizedTest
  @CsvSource({
    "um, um, um",
    "micron, um, um",
    "µm, um, um",
    "Å, Angstrom, Angstrom",
    "mag, mag, mag",
    "km/s, km/s, km/s",
    "km / s, km/s, km/s",
    "km s-1, km/s, km/s",
    "deg^2, deg2, deg**2",
    "erg/s/cm2, erg s-1 cm-2, erg.s**-1.cm**-2",
    "erg / (Angstrom s cm2), erg Angstrom-1 s-1 cm-2, erg.Angstrom**-1.s**-1.cm**-2",
    "erg.s-1.cm-2, erg s-1 cm-2, erg.s**-1.cm**-2",
    "1e-17 erg / (s cm2), 10**-17 erg s-1 cm-2, 10**-17erg.s**-1.cm**-2",
    "10**(-17) erg s**-1, 10**-17 erg/s, 10**-17erg/s",
    "10-3Jy, 10**-3 Jy, 10**-3Jy",
    "m**(1/2), m**(1/2), m**(1/2)",
    "1 / s, s-1, s**-1",
    "1/s, s-1, s**-1",
  })
  void eachStandardHasItsOwnWay(String unit, String fits, String votable) {
    assertThat(UnitText.inFits(unit)).isEqualTo(fits);
    assertThat(UnitText.inVoTable(unit)).isEqualTo(votable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "counts per second!",
        "log(cm/s2)",
        "dex(Sun)",
        "m/s kg",
        "0.1nm",
        "(",
        ")",
        "()",
        "m**",
        "m..s",
        "/",
        "h:m:s",
        "\"h:m:s\"",
        "m)",
        "(m",
        "10**-17",
        "100 m",
        "1000 km",
        "100km/s"
      })
  void whatIsNoneOfThemStaysAsItIs(String unit) {
    assertThat(UnitText.inFits(unit)).isEqualTo(unit);
    assertThat(UnitText.inVoTable(unit)).isEqualTo(unit);
  }

  /** The same unit in each way, as astropy reads it, and where it does that, as it came. */
  @Test
  void astropyReadsThem() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "no Python");
    StringBuilder script =
        new StringBuilder("import warnings\nwarnings.simplefilter('ignore')\n")
            .append("from astropy import units as u\n");
    for (String unit : UNITS.split("\\|", -1)) {
      script.append(
          "a, b, c = u.Unit(%s, format='fits'), u.Unit(%s, format='vounit'), u.Unit(%s)\n"
              .formatted(
                  quoted(UnitText.inFits(unit)),
                  quoted(UnitText.inVoTable(unit)),
                  quoted(UnitText.inFits(unit))));
      script.append(
          "try: came = u.Unit(%s)\nexcept ValueError: came = a\n".formatted(quoted(unit)));
      script.append("if not a == b == c == came: print(a, b, c, came)\n");
    }
    Process python =
        new ProcessBuilder(List.of(PYTHON.toString(), "-c", script.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(!said.contains("No module named"), "no astropy");
    assertThat(said).isEmpty();
    assertThat(python.waitFor()).isZero();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
        .forEach(quoted::append);
    return quoted.append('"').toString();
  }
}
