package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.terminal.Candidates;

/** What Tab offers while a mission's own search is being typed. */
@ExtendWith(DemoServer.class)
class DatasetCompletionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "datasets |;hst",
        "datasets j|;jwst",
        "datasets jwst exp_t|;exp_type=",
        "datasets jwst exp_type=NRC_T|;NRC_TSIMAGE",
        "datasets jwst readpatt=BRI|;BRIGHT1",
        "datasets hst aper|;sci_aper_1234=",
        "datasets hst sci_obs|;sci_obs_type=",
        "datasets hst kind=|;SPECTRUM",
        "datasets hst filter=F60|;F606W",
        "datasets hst filter=F606W obj|;object=",
        "datasets hst --c|;--columns",
        "datasets jwst --columns |;readpatt",
        "datasets jwst --columns |;all",
        "datasets jwst --columns=|;readpatt",
        "datasets jwst --columns al|;all",
        "datasets jwst --columns readpatt,sub|;subarray",
        "datasets jwst --columns readpatt, sub|;subarray",
        "datasets jwst --columns |subarray;readpatt",
        "datasets jwst --columns | program=1073;readpatt",
        "datasets --columns | jwst;readpatt",
        "keywords nircam --columns det|;detector",
        "keywords nircam --columns detector,|;readpatt",
        "keywords nircam detector=|;NRCALONG",
        "keywords nircam detector=nrcb|;NRCBLONG",
        "keywords nirspec detector=|;NRS2",
        "keywords niriss detector=|;NIS",
        "keywords miri detector=|;MIRIFUSHORT",
        "keywords guidestar detector=|;GUIDER1",
        "datasets jwst detector=|;MIRIMAGE",
        "keywords nircam module=|;B",
        "keywords nircam channel=L|;LONG",
        "keywords miri filter=|;F770W",
        "keywords nircam isRestricted=|;true",
        "keywords nircam restricted=f|;false",
      })
  void eachMissionHasItsOwnWords(String marked, String offered, DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      assertThat(new Candidates(person.view()).at(marked).inserted()).contains(offered);
    }
  }

  @Test
  void valuesOfOtherInstrumentsAreNotOffered(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("keywords nircam detector=|").inserted())
          .containsExactly(
              "NRCA1",
              "NRCA2",
              "NRCA3",
              "NRCA4",
              "NRCALONG",
              "NRCB1",
              "NRCB2",
              "NRCB3",
              "NRCB4",
              "NRCBLONG");
      assertThat(candidates.at("keywords nircam exp_type=|").inserted())
          .contains("NRC_IMAGE")
          .noneMatch(type -> type.startsWith("MIR_") || type.startsWith("NRS_"));
      assertThat(candidates.at("keywords miri readpatt=|").inserted())
          .containsExactlyInAnyOrder("FASTR1", "FASTR100", "SLOWR1");
      assertThat(candidates.at("keywords niriss subarray=|").inserted())
          .contains("FULL", "SUB64", "SUB80")
          .doesNotContain("SUB640", "MASK1065");
      assertThat(candidates.at("keywords nircam filter=|").inserted())
          .contains("F277W", "F200W")
          .doesNotContain("F770W", "F170LP", "F444W;F405N");
      assertThat(candidates.at("datasets jwst instrument=MIRI filter=|").inserted())
          .contains("F770W")
          .doesNotContain("F277W");
      assertThat(candidates.at("datasets jwst exp_type=|").inserted())
          .contains("NRC_IMAGE", "MIR_IMAGE");
      assertThat(candidates.at("keywords nircam isRestricted=|").inserted())
          .containsExactly("true", "false");
    }
  }

  @Test
  void columnsAreListedOnceAndAllOfThemAlone(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("datasets jwst --columns readpatt,|").inserted())
          .contains("subarray", "exp_type")
          .doesNotContain("readpatt", "all", "coordinates", "subarray=", "obs_collection");
      assertThat(candidates.at("datasets --columns |").inserted()).doesNotContain("readpatt");
    }
  }

  @Test
  void fieldsOfObservationsAreNotThoseOfAMission(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      assertThat(new Candidates(person.view()).at("datasets jwst |").inserted())
          .contains("readpatt=", "coordinates=")
          .doesNotContain("obs_collection=", "calib_level=");
      assertThat(new Candidates(person.view()).at("datasets |").inserted())
          .doesNotContain("readpatt=", "obs_collection=");
    }
  }

  @Test
  void theRowsThatCameAreCompletedLikeAnyOthers(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("datasets jwst program=1073 exp_type=NRC_IMAGE");
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("filter filter=|").inserted()).contains("F277W", "F150W");
      assertThat(candidates.at("show exp_t|").inserted()).containsExactly("exp_type");
      assertThat(candidates.at("products suf|").inserted()).contains("suffix=");
    }
  }
}
