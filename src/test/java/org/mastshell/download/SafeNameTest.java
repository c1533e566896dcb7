package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jw01073006001_02101_00003_nrcalong_uncal.fits",
        "jw02733-o001_t001_nircam_clear-f090w_i2d.fits",
        "hlsp_x+y (1).tar.gz",
        "console.fits",
        "com10.txt"
      })
  void aSafeNameStays(String name) {
    assertThat(SafeName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, _.._.._etc_passwd",
    "/etc/passwd, _etc_passwd",
    "C:\\x.fits, C__x.fits",
    ".., _",
    "., _",
    ".bashrc, _.bashrc",
    "-rf, _-rf",
    "con.fits, _con.fits",
    "NUL, _NUL",
    "Lpt1.a.b, _Lpt1.a.b",
    "x.fits., x.fits",
    "manifest.csv, manifest.csv_",
    "MASTDOWNLOAD_manifest.csv, MASTDOWNLOAD_manifest.csv_",
    "x.fits.part, x.fits.part_"
  })
  void anUnsafeNameIsCleaned(String raw, String clean) {
    assertThat(SafeName.of(raw)).isEqualTo(clean);
  }

  @Test
  void emptyControlAndDirectionCharactersGo() {
    assertThat(SafeName.of("")).isEqualTo("_");
    assertThat(SafeName.of("   ")).isEqualTo("_");
    assertThat(SafeName.of("a\u0000b\u001b[31m\n.fits")).isEqualTo("a_b_[31m_.fits");
    assertThat(SafeName.of("a\u202Estif.exe")).isEqualTo("a_stif.exe");
    assertThat(SafeName.of("a\uD800b")).isEqualTo("a_b");
  }

  @Test
  void aLongNameKeepsItsExtensionAndStaysDistinct() {
    String first = SafeName.of("a".repeat(400) + "1.fits.gz");
    String second = SafeName.of("a".repeat(400) + "2.fits.gz");
    assertThat(first).endsWith(".fits.gz").isNotEqualTo(second);
    assertThat(first.length()).isLessThanOrEqualTo(SafeName.MOST_BYTES);
    assertThat(SafeName.of("é".repeat(300)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(SafeName.MOST_BYTES);
  }

  @Test
  void aNumberGoesBeforeTheExtension() {
    assertThat(SafeName.numbered("x.fits", 2)).isEqualTo("x-2.fits");
    assertThat(SafeName.numbered("x.fits.gz", 3)).isEqualTo("x-3.fits.gz");
    assertThat(SafeName.numbered("x", 2)).isEqualTo("x-2");
  }

  @Property(tries = 2000)
  void anyTextBecomesOneOrdinaryPartOfAPath(@ForAll String raw) {
    String name = SafeName.of(raw);
    assertThat(name).isNotEmpty().isNotIn(".", "..").doesNotStartWith(".").doesNotStartWith("-");
    assertThat(name).doesNotContainPattern("[\\p{Cntrl}/\\\\:*?\"<>|]").doesNotMatch(".*[. ]$");
    assertThat(name.toLowerCase(Locale.ROOT)).doesNotEndWith(".part");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(250);
    assertThat(SafeName.of(name)).isEqualTo(name);
    if (name.chars().allMatch(c -> c < 128)) {
      assertThat(Path.of(name).getNameCount()).isEqualTo(1);
    }
  }
}
