package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.terminal.Candidates;
import org.mastshell.terminal.ShellView;

/** Tab behind catalog and crossmatch. */
@ExtendWith(DemoServer.class)
class CatalogCompletionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "catalog |;tic",
        "catalog ga|;gaiadr3",
        "catalog tic Tm|;Tmag=",
        "catalog tic coord|;coordinates=",
        "catalog tic tar|;target=",
        "catalog gaiadr3 rad|;radius=",
        "catalog tic lumclass=|;DWARF",
        "catalog tic objType=E|;EXTENDED",
        "catalog tic Tmag<10 --col|;--columns ",
        "catalog tic Tmag<10 --fi|;--fields ",
        "catalog tic --columns |;Tmag",
        "catalog tic --columns |;all",
        "catalog tic --columns Tmag,Te|;Teff",
        "crossmatch tic --columns T|;Teff",
        "crossmatch |;gaiadr3",
        "crossmatch |;observations",
        "crossmatch tic rad|;radius=",
        "crossmatch tic lumc|;lumclass=",
        "crossmatch tic --near|;--nearest ",
      })
  void cataloguesColumnsValuesAndOptionsAreOffered(
      String marked, String offered, DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      assertThat(new Candidates(person.view()).at(marked).inserted())
          .anySatisfy(one -> assertThat(one.strip()).isEqualTo(offered.strip()));
    }
  }

  @Test
  void theRowsThatCameAreCompletedLikeAnyOthers(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("catalog tic coordinates=\"210.8 54.3\" radius=5arcmin");
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("filter lumclass=|").inserted()).contains("DWARF", "GIANT");
      assertThat(candidates.at("show Tm|").inserted()).containsExactly("Tmag");
      assertThat(candidates.at("sort -Te|").inserted()).contains("-Teff");
    }
  }

  @Test
  void crossmatchIsOfferedWhatItTakes(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("catalog tic coordinates='210.8 54.3' radius=5arcmin");
      person.type("name bright");
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("crossmatch tic |").inserted())
          .startsWith("@bright")
          .contains("@", "radius=", "Tmag=")
          .doesNotContain("object=", "coordinates=", "bright");
      assertThat(candidates.at("crossmatch tic @|").inserted()).contains("@bright");
      assertThat(candidates.at("crossmatch tic @bright |").inserted())
          .contains("radius=", "Tmag=")
          .doesNotContain("@", "@bright", "object=");
      assertThat(candidates.at("crossmatch tic rad|").inserted()).contains("radius=");
      assertThat(candidates.at("crossmatch tic radius=2arcsec T|").inserted())
          .contains("Tmag=", "Teff=")
          .doesNotContain("@bright");
      assertThat(candidates.at("crossmatch observations |").inserted())
          .contains("@bright", "radius=", "obs_collection=")
          .doesNotContain("object=", "coordinates=");
      assertThat(candidates.at("crossmatch tic coordinates=@|").inserted()).contains("@bright");
    }
  }

  @Test
  void aTargetStaysWhatItIs(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      assertThat(new Candidates(person.view()).at("catalog tic target=|").inserted()).isEmpty();
    }
  }

  @Test
  void theRadiusOfACrossmatchIsItsOwn(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      for (String of : List.of("gaiadr3", "observations")) {
        ShellView typing = person.view().within(new ShellView.Earlier("crossmatch", of, Set.of()));
        assertThat(typing.field("RADIUS", "crossmatch").orElseThrow().meaning())
            .contains("2 arcsec");
      }
    }
  }

  @Test
  void aPositionIsOfferedWhereItIsTaken(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("catalog tic |").inserted()).contains("object=", "radius=");
      assertThat(candidates.at("catalog hscmatches |").inserted())
          .contains("MatchID=")
          .doesNotContain("object=", "coordinates=", "radius=");
      assertThat(candidates.at("keywords nircam |").inserted()).doesNotContain("object=");
    }
  }

  @Test
  void optionsThatWouldBeRefusedAreNotOffered(DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("crossmatch tic --|").inserted()).contains("--columns", "--nearest");
      assertThat(candidates.at("crossmatch observations --|").inserted())
          .contains("--nearest")
          .doesNotContain("--columns");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "search coordinates=@br|;@bright",
        "search coordinates=@|;@bright",
        "crossmatch tic @br|;@bright",
        "catalog tic ID=@bright:I|;@bright:ID",
        "filter ID=@_:Tm|;@_:Tmag",
        "catalog tic ID=@1:I|;@1:ID",
      })
  void setsStandBehindAnAt(String marked, String offered, DemoArchive archive) {
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("catalog tic coordinates='210.8 54.3' radius=5arcmin");
      person.type("name bright");
      assertThat(new Candidates(person.view()).at(marked).inserted()).contains(offered);
    }
  }
}
