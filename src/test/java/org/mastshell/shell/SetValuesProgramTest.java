package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** What is found with the values of a set descends from it, whichever command it was. */
class SetValuesProgramTest extends DemoProgramTest {
  private static final String SOME = "search program=1073 filters=F277W --limit 3";
  private static final String SEARCH_ALL = "search program=1073";

  /** A file whose name is that of the set, with values that no row has. */
  private void misleadingFile() throws IOException {
    Files.writeString(folder.resolve("some"), "obs_id,obsid\nnothing,1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@some:obs_id", "@1:obs_id", "\"@some:obs_id\"", "@some:obs_id,nothing"})
  void aFilterByTheValuesOfAnotherSetIsGoneAgain(String values) throws IOException {
    misleadingFile();
    run(
            SOME,
            "name some",
            SEARCH_ALL,
            "filter obs_id=" + values,
            "drop 1",
            "count",
            "refresh",
            "searches save one",
            "searches run one",
            "count",
            "refresh",
            "sets")
        .succeeds()
        .says("nothing new, gone or changed since 2026-11-22 12:00: still 3 observations   #3")
        .says("still 3 observations   #6")
        .shows("3\n3\n", "filter obs_id=");
  }

  @Test
  void aSetThatWasRenamedIsStillTheOne() {
    run(
            SOME,
            "name some",
            SEARCH_ALL,
            "filter obs_id=@some:obs_id",
            "name some",
            "use 1",
            "name other",
            "use 3",
            "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
  }

  @Test
  void valuesOfTheSetItselfNeedNoOther() {
    run(SOME, "filter obs_id=@_:obs_id", "refresh", "sets")
        .succeeds()
        .says("nothing new, gone or changed")
        .shows("filter obs_id=@_:obs_id");
  }

  @Test
  void productsByTheValuesOfAnotherSetAreGoneAgain() throws IOException {
    misleadingFile();
    run(
            SOME,
            "name some",
            SEARCH_ALL,
            "products 1-20 parent_obsid=@some:obsid",
            "refresh",
            "filter obsID=@some:obsid suffix=i2d",
            "refresh",
            "export script made.mast",
            "searches save one",
            "searches run one")
        .succeeds()
        .says("nothing new, gone or changed");
  }

  @Test
  void valuesOfTheObservationsWhoseRowsAreChosenAreThoseOfAll() {
    run(SOME, "products 1-2 parent_obsid=@_:obsid", "refresh", "export script made.mast")
        .succeeds()
        .says("nothing new, gone or changed");
    program().arguments("made.mast").run().succeeds();
  }

  @Test
  void scriptsMakeThemAgain() throws IOException {
    misleadingFile();
    run(
            SOME,
            "name some",
            SEARCH_ALL,
            "filter obs_id=@some:obs_id",
            "export script made.mast",
            "export script made.py")
        .succeeds();
    assertThat(folder.resolve("made.mast"))
        .content()
        .contains("values of obs_id of the set of '" + SOME + "'")
        .doesNotContain("reads the file");
    Path own = folder.resolve("some");
    Files.delete(own);
    program().arguments("made.mast").run().succeeds().says("3 observations");
  }

  @Test
  void aColumnOfASetComesBeforeAFileWithAColon() throws IOException {
    Files.writeString(folder.resolve("some:obs_id"), "nothing\n");
    run(SOME, "name some", SEARCH_ALL, "filter obs_id=@some:obs_id", "count", "refresh")
        .succeeds()
        .says("nothing new, gone or changed")
        .prints("3");
    run(SOME, "name some", "search obs_id=@some:obs_id program=1073", "count", "refresh")
        .succeeds()
        .says("nothing new, gone or changed")
        .prints("3");
  }

  @Test
  void placesOfASetAreThoseOfItsCutouts() throws IOException {
    run(
            "catalog tic target=M101 radius=3arcmin Tmag<11",
            "name stars",
            "cutout tess coordinates=@stars sector=14 --to cut",
            "refresh",
            "export script made.mast",
            "searches save one",
            "searches run one",
            "use stars",
            "cutout tess coordinates=@_ --sectors",
            "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
    assertThat(folder.resolve("made.mast")).content().contains("cutout tess coordinates=@_");
    program().arguments("made.mast").run().succeeds();
  }

  @Test
  void filesThatCommandsReadAreNamed() throws IOException {
    Files.writeString(folder.resolve("list.csv"), "name,ra,dec\nM101,210.8023,54.349\n");
    for (String line :
        new String[] {
          "crossmatch tic @list.csv radius=1arcmin",
          "cutout tess coordinates=@list.csv sector=14 --to cut"
        }) {
      laterProgram()
          .command(line + "; searches save one --replace; export script made.mast --force")
          .run()
          .succeeds()
          .says("it reads list.csv in the current folder of that time");
      assertThat(folder.resolve("made.mast")).content().contains("reads the file list.csv");
      run(line, "export script made.mast --force")
          .exits(ExitCode.FAILED)
          .says("list.csv has been written since set 1 was made");
    }
  }
}
