package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dictionary of kinds of files, and what names say. */
class SuffixesTest {
  private final Suffixes suffixes = Suffixes.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JWST | i2d  | 2b   | calwebb_image2",
        "JWST | i2d  | 3    | calwebb_image3 or calwebb_coron3",
        "JWST | rate | 2a   | calwebb_detector1",
        "HST  | flt  | ACS  | calacs",
        "HST  | FLT  | COS  | calcos",
        "HST  | flt  |      | calacs (ACS), calwf3 (WFC3), calstis (STIS), calcos (COS)",
        "HST  | drz  | WFC3 | AstroDrizzle",
        "hst  | c0m  |      | calwp2",
        "TESS | lc   |      | SPOC pipeline",
      })
  void whatMakesAFileDependsOnItsStageOrInstrument(
      String mission, String suffix, String of, String maker) {
    assertThat(suffixes.ofSuffix(mission, suffix).orElseThrow().maker(of)).isEqualTo(maker);
  }

  @Test
  void filesOfSegmentsAreFoundByTheirSubGroup() {
    assertThat(suffixes.ofSuffix("HST", "a")).isEmpty();
    assertThat(suffixes.ofGroup("HST", "RAWTAG_A")).isPresent();
    assertThat(suffixes.ofSuffix("HST", "")).isEmpty();
    assertThat(suffixes.ofSuffix("nosuch", "cal")).isEmpty();
  }

  @Test
  void everyKindHasAPurposeAndASourceThatIsAPage() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("completions/vocabulary/suffixes.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Set<String> purposes =
        Set.of("science", "calibration", "auxiliary", "information", "guide star");
    assertThat(lines)
        .allSatisfy(
            line -> {
              String[] cells = line.split("\t", -1);
              assertThat(purposes).contains(cells[7]);
              assertThat(cells[8]).matches("-|https?://\\S+");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JWST | jw01073001001_02101_00001_nrcblong_cal.fits | program 1073, observation 1, visit 1,"
            + " visit group 02, parallel sequence 1, activity 01, exposure 1, detector nrcblong,"
            + " stage 2b",
        "JWST | jw02733-o001_t001_nircam_clear-f090w | program 2733, observation 1, association"
            + " candidate o001 (one observation), target 1, instrument nircam, optical elements"
            + " clear-f090w, stage 3",
        "HST | j8bt05njq_flt.fits | instrument ACS, program code 8bt, visit 05, exposure nj",
        "HST | j8bt05020_drz.fits | instrument ACS, program code 8bt, visit 05, association 02",
        "HST | hst_9788_02_acs_wfc_f606w_j8n202_drc.fits | program 9788, visit 02, instrument ACS,"
            + " detector or target wfc, optical element f606w, beginning of the rootname j8n202",
        "TESS | tess2018206045859-s0001-0000000025155310-0120-s_lc.fits | sector 1, target TIC"
            + " 25155310, cosmic rays mitigated on board, day 206 of 2018",
        "TESS | tess2019128220341-s0012-1-3-0144-s_ffic.fits | sector 12, camera 1, CCD 3, cosmic"
            + " rays mitigated on board, day 128 of 2019",
        "TESS | tess2018206190142-s0001-s0013-0000000025155310-00226_dvt.fits | sectors 1 to 13,"
            + " target TIC 25155310, day 206 of 2018",
        "GALEX | whatever_x.fits | ''",
        "HST | nosuchname | ''",
      })
  void namesAreTakenApartInWords(String mission, String name, String said) {
    assertThat(String.join(", ", NameParts.of(mission, name))).isEqualTo(said);
  }

  @Property(tries = 500)
  void anyNameIsRead(@ForAll String name) {
    for (String mission : List.of("JWST", "HST", "TESS", name)) {
      assertThat(NameParts.of(mission, name)).doesNotContainNull();
    }
  }
}
