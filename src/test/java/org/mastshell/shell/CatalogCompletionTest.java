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
