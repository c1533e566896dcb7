package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/**
 * What people type who come from elsewhere, or in a hurry: each gets the right thing or a hint at
 * it.
 */
class HabitsProgramTest extends DemoProgramTest {

  @ParameterizedTest
  @ValueSource(strings = {"se", "prod suffix=uncal", "sh", "unde", "quitt"})
  void theBeginningOfACommandIsNoCommand(String line) {
    String name = line.split(" ", -1)[0];
    run(line)
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("no command is called " + name)
        .prints("");
  }

  @Test
  void aWordWithoutMeaningEndsAScript() {
    run(SEARCH, "prod", "count").exits(ExitCode.USAGE).prints("");
  }

  @Test
  void aliasesAreNamedWhenNearest() {
    run("quitt").says("did you mean quit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SEARCH PROGRAM=1073 FILTERS=f277w; COUNT",
        "Search program=1073 filters=F277W; Count"
      })
  void caseNeverCounts(String line) {
    run(line).succeeds().prints("12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search proposal_id=1073,filters=F277W | is a criterion | with a blank between them",
        "search proposal_id=\"1073\", filters=\"F277W\" | is a criterion | with a blank between them",
        "search filters=[F277W] | without brackets | A,B",
        "search t_min=[59000,59800] | without brackets | LOW..HIGH",
        "search program=1073;count | ends a command only before a blank | program=1073; count",
        "count;count | ends a command only before a blank | count; count",
        "search obsid=jw01073-o001_t001_nircam_clear-f277w | own number | obs_id=jw01073-o001",
        "search objectname=\"M 101\" | no field is called objectname | did you mean object",
        "search program=1073 and filters=F277W | and is no criterion | follow each other",
        "set columns.products name,nosuch | is called nosuch | fields",
      })
  void habitsOfOtherLanguagesAreExplained(String line, String message, String advice) {
    run(line).exits(ExitCode.USAGE).reportsOneError().says(message, advice);
  }

  @Test
  void whereNothingLiesAWiderCircleIsShown() {
    run("search coordinates=\"10.0 85.0\" radius=2arcmin")
        .succeeds()
        .says("nothing lies within 2arcmin of the place", "radius=10arcmin looks wider");
    run("search coordinates=\"10.0 85.0\" radius=0.5arcsec").says("within 0.5arcsec");
    run("search coordinates=\"10.0 85.0\" radius=0.5deg").says("radius=2.5deg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"tg.csv | @tg.csv", "\"my tg.csv\" | \"@my tg.csv\""})
  void aFileOfCoordinatesNeedsItsSign(String typed, String meant) throws Exception {
    Files.writeString(folder.resolve("tg.csv"), "ra,dec\n161.26,-59.87\n");
    Files.writeString(folder.resolve("my tg.csv"), "ra,dec\n161.26,-59.87\n");
    run("search coordinates=" + typed)
        .exits(ExitCode.USAGE)
        .says("the name of a file", "did you mean coordinates=" + meant + "?");
    run("search coordinates=" + meant + " --count").succeeds();
  }

  @Test
  void filterNamesTheValuesOfAFileThatNoRowHas() throws Exception {
    Files.writeString(folder.resolve("f.txt"), "F277W\nF999W\nF998M\n");
    run("search program=1073", "filter filters=@f.txt")
        .succeeds()
        .says("no observation for 2 of 3 values of filters", "F999W", "F998M")
        .doesNotSay("    F277W", "--unmatched");
    Files.writeString(folder.resolve("s.txt"), "uncal\nnosuch\n");
    run("search program=1073 filters=F277W", "products", "filter suffix=@s.txt")
        .succeeds()
        .says("no product for 1 of 2 values of suffix", "nosuch");
  }

  @Test
  void aSemicolonInsideAValueIsStillAValue() {
    run("search \"filters=x\"").exits(ExitCode.USAGE);
    run("search program=1073 filters=F444W;F405N; count").succeeds().prints("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter --help", "search program=1073 -h", "help filter", "? filter"})
  void helpIsWhereverItIsLookedFor(String line) {
    run(line).succeeds().shows("Options", "Examples");
  }

  @Test
  void aFilterThatKeepsNothingSaysWhichCriterionIsToBlame() {
    run(SEARCH + "; products; unique; filter suffix=ucnal level=1")
        .succeeds()
        .says("none of the 1,457 has suffix=ucnal", "did you mean uncal", "values suffix --here");
    run(SEARCH + "; filter level=3 target=LMC program=1074")
        .succeeds()
        .says("none of the 12 has proposal_id=1074")
        .doesNotSay("none of the 12 has calib_level");
  }

  @Test
  void theHomeFolderIsMeantByATilde() {
    run(
            SEARCH + "; products suffix=asn extension=json obsnum=1; unique; pick 1",
            "download --dir ~/here")
        .succeeds();

    assertThat(folder.resolve("here/mastDownload")).isDirectory();
    assertThat(folder.resolve("~")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pick 1", "show 1", "products 2-", "pick last"})
  void rowsOfAnEmptySetAreAnEmptyResult(String line) {
    run(SEARCH + "; filter target=null", line, "count").succeeds().shows("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "values filters F2*W | F277W | F210M",
        "values filters %77% | F277W | F210M",
        "values filters 277 | F277W | F210M",
        "fields obs* | obs_id | t_min",
        "fields start | t_min | filters",
      })
  void patternsOfListsKnowWildcards(String line, String listed, String notListed) {
    assertThat(run("set format csv", line).succeeds().shows(listed).out())
        .doesNotContain("\n" + notListed + ",");
  }

  @Test
  void aPatternThatFitsNothingIsToldFromAListThatIsNotKnown() {
    run("values filters Z9*").succeeds().says("values of filters fits Z9*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set formt csv | no setting is called formt | ^^^^^",
        "set format xml | format cannot be 'xml' | ^^^",
        "set parallel 0 | parallel cannot be '0' | ^",
      })
  void aSettingThatIsWrongIsPointedAt(String line, String message, String caret) {
    run(line).exits(ExitCode.USAGE).reportsOneError().says(message, line, caret);
  }

  @Test
  void theEchoSaysWhatIsJudgedHereOfCompoundFiltersAndTellsStarsFromWildcards() {
    run("search program=1073 filters=F405N;F444W")
        .succeeds()
        .says("judged here: filters=F405N;F444W");
    run("search program=1073 filters=F2\\*W --count").succeeds().says("filters=F2\\*W").prints("0");
  }

  @Test
  void aNameThatNoFileCanHaveIsAnError() {
    run(SEARCH + "; products 1 suffix=asn; download --dir \"a\0b\"")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("no file can be called so");
  }

  @Test
  void aScriptForExclusiveFilesAloneIsRefused() {
    run("search mission=JWST rights=exclusive; products suffix=uncal; download --curl a.sh")
        .exits(ExitCode.LOGIN)
        .reportsOneError()
        .says("exclusive");

    assertThat(Files.exists(folder.resolve("a.sh"))).isFalse();
  }

  @Test
  void aScriptInAPlaceWithBlanksIsNamedSoThatBashFindsIt() {
    run(SEARCH + "; products suffix=asn; unique; pick 1; download --curl 'my script.sh'")
        .succeeds()
        .says("a script for 1 file: bash '", "my script.sh'");
  }

  @Test
  void aRefusedTokenIsAnErrorEvenWhenQuiet() {
    program()
        .environment("MAST_API_TOKEN", "test-token-that-is-wrong")
        .arguments("--quiet")
        .command("whoami")
        .run()
        .exits(ExitCode.LOGIN)
        .reportsOneError()
        .says("refused the token")
        .doesNotSay("test-token-that-is-wrong");
  }
}
