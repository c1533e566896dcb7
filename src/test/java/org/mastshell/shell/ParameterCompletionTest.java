package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;
import org.mastshell.terminal.Candidates;
import org.mastshell.terminal.Candidates.Candidate;

/** What Tab offers of parameters, which are no fields of rows. */
@ExtendWith(DemoServer.class)
class ParameterCompletionTest {
  @TempDir Path folder;

  @Test
  void theParametersOfAServiceStandTogetherInItsOrder(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("service Mast.Caom.Cone |").candidates())
          .extracting(Candidate::insert)
          .containsExactly("ra=", "dec=", "radius=", "exclude_hla=");
      assertThat(candidates.at("service Mast.Caom.Cone |").candidates())
          .extracting(Candidate::group)
          .containsOnly("parameters");
      assertThat(candidates.at("cutout tess |").candidates())
          .extracting(Candidate::group)
          .containsOnly("parameters");
    }
  }

  @Test
  void theParametersOfCutoutsAreExplained(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("cutout tess mov|").candidates())
          .filteredOn(one -> one.insert().equals("moving="))
          .extracting(Candidate::meaning)
          .containsExactly("Name or number of a moving object, as the ephemerides of JPL know it");
    }
  }

  @Test
  void aParameterIsGivenOnceAndByAnEqualSign(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("service Mast.Caom.Cone ra=1 | radius=2").inserted())
          .containsExactly("dec=", "exclude_hla=");
      assertThat(candidates.at("cutout tess size=5 |").inserted())
          .contains("sector=")
          .doesNotContain("size=");
      assertThat(candidates.at("cutout tess si|ze=5").inserted()).containsExactly("size");
      assertThat(candidates.at("cutout tess size |").inserted()).containsExactly("=");
      assertThat(candidates.at("service Mast.Caom.Cone ra !|").inserted()).isEmpty();
    }
  }
}
