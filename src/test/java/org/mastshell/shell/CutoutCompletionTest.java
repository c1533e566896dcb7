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
  void theRowsThatCameAreCompleted(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("cutout tess coordinates='210.8 54.3' --sectors");
      assertThat(new Candidates(person.view()).at("filter sec|").inserted()).contains("sector=");
    }
  }
}
