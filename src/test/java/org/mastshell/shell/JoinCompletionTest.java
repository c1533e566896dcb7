package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;
import org.mastshell.terminal.Candidates;

/** What Tab offers while two sets are being joined. */
@ExtendWith(DemoServer.class)
class JoinCompletionTest {
  @TempDir Path folder;

  @Test
  void eachSideOfTheEqualSignHasTheColumnsOfItsOwnSet(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("datasets jwst program=1073 filter=F277W");
      person.type("search program=1073 filters=F277W");
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("join |").inserted()).contains("1", "2");
      assertThat(candidates.at("join 1 |").inserted()).containsExactly("2");
      assertThat(candidates.at("join 1 --on obs_i|").inserted()).containsExactly("obs_id");
      assertThat(candidates.at("join 1 --on obs_id=|").inserted())
          .contains("fileSetName")
          .doesNotContain("obs_id", "t_exptime");
      assertThat(candidates.at("join 1 --on obs_id=file|").inserted()).contains("fileSetName");
      assertThat(candidates.at("join 1 --on=obs_id=fileSet|").inserted())
          .containsExactly("fileSetName");
      assertThat(candidates.at("join 1 2 --on fileSet|=obs_id").inserted())
          .containsExactly("fileSetName");
      assertThat(candidates.at("join 1 2 --on fileSetName=|").inserted())
          .contains("obs_id")
          .doesNotContain("fileSetName");
      assertThat(candidates.at("join --on obs_id=| 1").inserted()).contains("fileSetName");
      assertThat(candidates.at("join 1 _ --on fileSetName=obs_i|").inserted())
          .containsExactly("obs_id");
    }
  }

  @Test
  void aLineNeverLosesWhatStandsBeforeTheSecondColumn(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("datasets jwst program=1073 filter=F277W");
      person.type("search program=1073 filters=F277W");
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("join 1 --on obs_id=fileSet|").line())
          .isEqualTo("join 1 --on obs_id=fileSetName");
      assertThat(candidates.at("join 1 --on obs_i|=fileSetName").line())
          .isEqualTo("join 1 --on obs_id=fileSetName");
      assertThat(candidates.at("join 9 --on obs_id=|").inserted()).isEmpty();
      assertThat(candidates.at("join --on obs_id=|").inserted()).isEmpty();
    }
  }

  @Test
  void whatIsReadFromNamesIsNoColumnToJoinBy(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("search program=1073 filters=F277W");
      assertThat(new Candidates(person.view()).at("join 1 --on |").inserted())
          .contains("obs_id")
          .doesNotContain("obsnum", "exposure");
    }
  }
}
