package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.terminal.Candidates;

/** What Tab offers while cutouts are being asked for. */
@ExtendWith(DemoServer.class)
class CutoutCompletionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cuto|;cutout",
        "cutout |;hap",
        "cutout t|;tess",
        "cutout tess coo|;coordinates=",
        "cutout tess tar|;target=",
        "cutout tess sec|;sector=",
        "cutout tess product=|;TICA",
        "cutout tess moving_type=|;smallbody",
        "cutout zcut survey=|;goods_north",
        "cutout zcut format=p|;png",
        "cutout zcut coordinates='1 2' str|;stretch=",
        "cutout tess --sec|;--sectors",
        "cutout tess --dr|;--dry-run"
      })
  void eachServiceHasItsOwnWords(String marked, String offered, DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      assertThat(new Candidates(person.view()).at(marked).inserted()).contains(offered);
    }
  }

  @Test
  void wordsOfOthersAreNotOffered(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("cutout hap |").inserted())
          .contains("coordinates=", "size=")
          .doesNotContain("sector=", "survey=", "obs_collection=");
      assertThat(candidates.at("cutout zcut |").inserted()).doesNotContain("sector=");
    }
  }

  @Test
  void aRadiusIsOfferedWhereItIsTaken(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("cutout tess |").inserted())
          .contains("size=", "sector=", "coordinates=")
          .doesNotContain("radius=");
      assertThat(candidates.at("cutout tess rad|").inserted()).isEmpty();
      for (String marked :
          List.of(
              "cutout tess --sectors |",
              "cutout tess | --sectors",
              "cutout tess coordinates='1 2' --SECTORS |")) {
        assertThat(candidates.at(marked).inserted())
            .contains("radius=", "product=", "moving=")
            .doesNotContain("size=", "sector=");
      }
      assertThat(candidates.at("cutout zcut --surveys |").inserted())
          .contains("radius=")
          .doesNotContain("size=", "survey=", "format=", "stretch=", "invert=");
    }
  }

  @Test
  void optionsThatWouldBeRefusedAreNotOffered(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("cutout tess --|").inserted())
          .contains("--sectors", "--to", "--dry-run", "--unmatched")
          .doesNotContain("--surveys");
      assertThat(candidates.at("cutout zcut --|").inserted())
          .contains("--surveys")
          .doesNotContain("--sectors");
      assertThat(candidates.at("cutout hap --|").inserted())
          .contains("--to")
          .doesNotContain("--sectors", "--surveys");
      assertThat(candidates.at("cutout tess --sectors --|").inserted())
          .contains("--unmatched", "--format")
          .doesNotContain("--to", "--dry-run", "--sectors");
      assertThat(candidates.at("cutout tess --dry-run --|").inserted())
          .doesNotContain("--sectors", "--surveys", "--unmatched");
      assertThat(candidates.at("cutout tess --| --sectors").inserted()).doesNotContain("--dry-run");
    }
  }

  @Test
  void theRowsThatCameAreCompleted(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("cutout tess coordinates='210.8 54.3' --sectors");
      assertThat(new Candidates(person.view()).at("filter sec|").inserted()).contains("sector=");
    }
  }
}
