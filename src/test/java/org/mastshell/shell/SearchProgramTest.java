package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

class SearchProgramTest extends DemoProgramTest {

  @Test
  void aMissionOfOnesOwnIsMeantWhereNoneIsNamed() {
    run("set mission TESS", "search target=\"TIC 25155310\"", "count", "sets")
        .succeeds()
        .says("obs_collection=TESS: by the setting mission (obs_collection=* asks for all)")
        .shows("search target=\"TIC 25155310\" obs_collection=TESS");
    String mine = run("set mission TESS", "search target=\"TIC 25155310\"", "show mission").out();
    String all = run("search target=\"TIC 25155310\"", "show mission").out();
    String asked =
        run("set mission TESS", "search target=\"TIC 25155310\" mission=*", "show mission").out();
    assertThat(mine).contains("TESS").doesNotContain("HLSP");
    assertThat(all).contains("TESS", "HLSP").isEqualTo(asked);
    run("set mission JWST,HST", "search program=1073 filters=F277W # with a remark", "count")
        .succeeds()
        .prints("12");
    run("set mission JSWT", "search program=1073 filters=F277W").says("did you mean JWST");
  }

  @Test
  void saysWhatIsSentAndSumsUpWhatCame() {
    run("search mission=JWST program=01073 instrument_name=Nircam filters=F277W")
        .succeeds()
        .says(
            "instrument_name=Nircam: with all its modes (sent as NIRCAM*; --exact for NIRCAM alone)",
            "sent: obs_collection=JWST proposal_id=1073 instrument_name=NIRCAM* filters=F277W",
            "12 observations · JWST · NIRCAM/IMAGE · level 3 · 2022-05-02 … 2022-07-04 · all public",
            "#1")
        .prints("");
  }

  @Test
  void countsMissionsInstrumentsLevelsCompoundFiltersAndRights() {
    run("search level=-1..4")
        .succeeds()
        .says(
            "mission: ",
            "JWST 337 · HST 84",
            "instrument: ",
            "ACS/WFC 39",
            "with compound filters: ")
        .says(
            "level 1 16 · level 2 316",
            "rights: PUBLIC",
            "EXCLUSIVE_ACCESS 11",
            "with data, 3 planned");
  }

  @Test
  void aPartOfACompoundFilterMatchesAndIsToldApart() {
    run("search mission=JWST filters=F444W", "show filters")
        .succeeds()
        .says("5 observations", "3 with compound filters: ", "F444W;F405N 1")
        .shows("F444W;F405N");
    run("search filters=\"F405N;F444W\" --count").succeeds().prints("1");
    run("search filters=\"F444W;F405N\" --count").succeeds().prints("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mission=JWST program=1073 | 224",
        "mission=jwst program=01073 | 224",
        "obs_collection = 'JWST' proposal_id = '1073' filters=F277W | 12",
        "mission=TESS target=\"TIC 25155310\" | 5",
        "mission=TESS target=25155310 | 5",
        "program=1073 filters=F2*,F4* mission=JWST | 144",
        "instrument_name=NIRCAM --exact | 0",
        "rights=exclusive | 11",
        "level=-1 | 3",
        "mission=JWST program=1073 filters=F277W start=2022-05 | 7",
        "mission=JWST program=1073 filters=F277W start=2022-05-02..2022-05-12 | 5",
        "mission=JWST program=1073 filters=F277W start=2022 exptime>=10min | 8",
        "mission=JWST program=1073 filters=F277W id~o00 | 7",
        "mission=JWST program=1073 filters=F277W id!~o00 | 5",
        "mission=JWST program=1073 filters!=F277W | 212",
      })
  void countsAloneAsABareNumber(String criteria, String expected) {
    run("search " + criteria + " --count").succeeds().prints(expected);
  }

  @Test
  void countingKeepsNoSet() {
    run("search mission=JWST --count", "show").exits(ExitCode.FAILED).says("there is no set");
  }

  @Test
  void saysWhatIsJudgedHere() {
    run("search mission=JWST program=1073 filters=F277W id!~o00")
        .succeeds()
        .says("judged here: obs_id!=*o00*", "5 observations");
  }

  @Test
  void whatCannotBeSentNeedsSomethingThatCan() {
    run("search instrument!=NIRCAM")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("nothing of this can be asked of the archive", "^^^", "--all");
    run("search instrument!=NIRCAM --all", "values instrument --here")
        .succeeds()
        .says("judged here: instrument_name!=NIRCAM")
        .doesNotSay("sent as")
        .shows("ACS/WFC");
  }

  @Test
  void severalWildcardsAreSeveralRequestsWithEachObservationOnce() {
    run("search mission=JWST program=1073 filters=F277*,*77W", "count", "unique", "count")
        .succeeds()
        .says("(2 requests)", "there were no duplicates")
        .prints("12\n12");
  }

  @Test
  void takesAPositionByName() {
    run("search object=\"M 101\" radius=3arcmin mission=HST", "count")
        .succeeds()
        .says("M 101 is at 210.80230 +54.34900", "radius=0.05")
        .prints("56");
  }

  @Test
  void takesAPositionByCoordinates() {
    run("search coordinates=\"10h46m03s -59d52m\" radius=0.1", "count")
        .succeeds()
        .says("radius=0.1: degrees", "position=161.5125")
        .prints("38");
    run("search coordinates=\"161.5125 -59.8667\" radius=6arcmin --count").succeeds().prints("38");
  }

  @Test
  void anUnknownObjectIsAFailure() {
    run("search object=Nowhereland")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("no object called Nowhereland", "coordinates=");
  }

  @Test
  void saysWhichCriterionIsTheOneTooMany() {
    run("search mission=JWST program=1073 filters=F999W", "count")
        .succeeds()
        .says("0 observations", "without filters=F999W there are 224")
        .doesNotSay("without program", "without mission")
        .prints("0");
  }

  @Test
  void offersObjectForATargetWithoutMatch() {
    run("search mission=JWST target=\"M 101\"")
        .succeeds()
        .says("0 observations", "object=\"M 101\"", "without target_name");
  }

  @Test
  void offersTheStarForAnInvestigatorWithoutMatch() {
    run("search pi=Linden").succeeds().says("0 observations", "pi=Linden* has 228");
    run("search mission=JWST pi~nobody target~nothing")
        .succeeds()
        .says("0 observations")
        .doesNotSay("object=", "pi~nobody*");
    run("search pi=Linden* --count").succeeds().prints("228");
  }

  @Test
  void saysThatThePositionIsTheOneTooMany() {
    run("search mission=TESS coordinates=\"0 -89\" radius=1arcmin")
        .succeeds()
        .says("0 observations", "anywhere on the sky there are 58");
  }

  @Test
  void countsFirstAndFetchesNothingAboveRowLimit() {
    run("set row_limit 10", "search mission=JWST")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("337 observations match, more than row_limit (10); nothing was fetched")
        .says("--limit 10", "--all", "--count");
    run("set row_limit 10", "search mission=JWST --all", "count").succeeds().prints("337");
    run("set row_limit 10", "search mission=JWST --limit 3", "count")
        .succeeds()
        .says("the first 3 of 337 only (--limit)")
        .prints("3");
  }

  @Test
  void aPersonIsAskedAboveRowLimit() {
    type("set row_limit 10", "search mission=JWST", "y", "count")
        .succeeds()
        .says("337 observations match. Fetch them all? [y/N]")
        .prints("337");
    type("set row_limit 10", "search mission=JWST", "n", "count")
        .succeeds()
        .says("nothing was fetched", "there is no set");
  }

  @Test
  void aNarrowSearchIsNotCountedFirst() {
    int before = archive.requests("/api/v0/invoke");
    run("set row_limit 10", "search program=1073 mission=JWST", "count").succeeds().prints("224");
    assertThat(archive.requests("/api/v0/invoke") - before).isEqualTo(1);
  }

  @Test
  void aLimitThatLeavesNothingOutIsNotMentioned() {
    run(SEARCH + " --limit 12", "count").succeeds().doesNotSay("--limit)").prints("12");
    run(SEARCH + " --limit 0").exits(ExitCode.USAGE).says("--limit cannot be '0'");
  }

  @Test
  void needsACriterion() {
    run("search").exits(ExitCode.USAGE).reportsOneError().says("needs at least one criterion");
    run("search --all --count").succeeds().prints("579");
  }

  @Test
  void aFieldOfProductsIsExplained() {
    run("search mission=JWST suffix=uncal")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("suffix is a field of products", "search first, then products suffix=…");
  }

  @Test
  void aRoughCountIsSaidToBeRough() {
    run("set row_limit 4", "search filters=\"F444W;F405N\" --count")
        .succeeds()
        .says("the archive's own count")
        .prints("5");
    run("set row_limit 5", "search filters=\"F444W;F405N\" --count")
        .succeeds()
        .doesNotSay("the archive's own count")
        .prints("1");
  }

  @Test
  void aValueIsNotMeantByItself() {
    run("search program=1073 level=-1,3")
        .succeeds()
        .says("none has calib_level=-1\n")
        .doesNotSay("did you mean -1");
  }
}
