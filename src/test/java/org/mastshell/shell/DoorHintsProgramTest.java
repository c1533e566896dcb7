package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** What is said where nothing comes, and in which unit distances are. */
class DoorHintsProgramTest extends DemoProgramTest {
  private static final String DEEP = "cutout zcut coordinates=\"189.49206 62.20615\" --to cut";

  @ParameterizedTest
  @ValueSource(strings = {"crossmatch tic @names.txt", "search coordinates=@names.txt"})
  void aListOfNamesIsNoListOfPositions(String line) throws IOException {
    Files.writeString(folder.resolve("names.txt"), "M 101\nHD 189733\n");
    run(line)
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("holds no position", "names of objects are object=@names.txt");
    run("crossmatch tic object=@names.txt radius=1arcmin").succeeds().says("near 2 of 2 targets");
  }

  @Test
  void theSectorsAndSurveysThatThereAreAreNamed() {
    run("cutout tess coordinates=\"210.8 54.3\" sector=999 --to cut")
        .succeeds()
        .says("the archive has no cutouts", "seen there: sector=14,");
    run(DEEP + " survey=nosuch")
        .succeeds()
        .says("there are: survey=candels_gn_60mas,candels_gn_30mas,goods_north");
    run("cutout tess coordinates=\"10 2\" --to cut")
        .succeeds()
        .says("--sectors lists the sectors that saw the place");
  }

  @Test
  void exposuresWithoutAnObservationOfTheirOwnLeadOn() {
    run("keywords nircam program=1073 filter=F277W level=1b; observations")
        .succeeds()
        .says("of 62 names there is no observation", "search mission=JWST program=1073");
    run("keywords nircam program=1073 filter=F277W level=3; observations")
        .succeeds()
        .doesNotSay("single exposures");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog tic target=\"M 101\" radius=2arcmin|distance|distance (arcsec)|30|0.5arcmin",
        "crossmatch tic @t.csv radius=2arcmin|distance|distance (arcsec)|30|0.5arcmin",
        "search coordinates=@t.csv radius=2arcmin|distance|distance (arcsec)|30|0.5arcmin",
        "search object=\"M 101\" radius=2arcmin|distance|distance (arcsec)|30|0.5arcmin",
        "datasets hst object=\"M 101\" radius=5arcmin|ang_sep|ang_sep (arcmin)|0.75|45arcsec",
        "datasets hst coordinates=@t.csv radius=5arcmin|ang_sep|ang_sep (arcmin)|0.75|45arcsec",
      })
  void distancesHaveTheirUnit(String line, String column, String header, String bare, String angle)
      throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\nspiral,210.8023,54.349\n");
    run(line, "show " + column + " --limit 1").succeeds().shows(header);
    String number = data("csv", line, "filter distance<" + bare + "; count").out().strip();
    data("csv", line, "filter distance<" + angle + "; count").prints(number);
    assertThat(Integer.parseInt(number)).isPositive();
  }
}
