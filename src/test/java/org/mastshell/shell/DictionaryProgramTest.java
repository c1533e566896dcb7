package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.command.HelpTopics;

/** What explains: fields, values, resolve, help and history. */
class DictionaryProgramTest extends DemoProgramTest {
  private static final List<String> COMMANDS =
      List.of(
          "search",
          "products",
          "unique",
          "filter",
          "show",
          "pick",
          "count",
          "fields",
          "values",
          "vocabulary",
          "resolve",
          "observations",
          "results",
          "use",
          "undo",
          "redo",
          "download",
          "login",
          "logout",
          "whoami",
          "set",
          "source",
          "history",
          "help",
          "exit");

  @Test
  void fieldsListsTypeUnitMeaningAndExample() {
    String out = data("csv", "fields").out();
    assertThat(out.lines().findFirst().orElseThrow())
        .isEqualTo("field,alias,of,kind,unit,meaning,example");
    assertThat(out)
        .contains("obs_collection,mission,observations,text")
        .contains("t_exptime,exptime,observations,duration,s,")
        .contains("productFilename,name,products,")
        .contains("suffix,")
        .contains("detector,");
  }

  @Test
  void fieldsTakesAPattern() {
    run("fields time").succeeds().shows("t_exptime", "duration");
    run("fields zzzz").succeeds().says("no field fits zzzz");
    run("fields a b").exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void valuesListsTheArchivesOwnCounts() {
    run("values mission").succeeds().shows("JWST", "337", "James Webb Space Telescope");
    assertThat(data("csv", "values filters f27").out()).contains("F277W,12");
    run("values nosuch").exits(ExitCode.USAGE).reportsOneError().says("no field is called nosuch");
    run("values").exits(ExitCode.USAGE).reportsOneError().says("values needs a field");
    run("values mission a b").exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void valuesCountsTheCurrentSetWithHere() {
    data("csv", SEARCH, "values filters --here")
        .prints("value,count,meaning\nF277W,12,\"wide, 2.77 µm\"");
    assertThat(data("csv", SEARCH, "products 1", "values suffix --here").out()).contains("uncal,");
    run("values filters --here").exits(ExitCode.FAILED).reportsOneError().says("search first");
  }

  @Test
  void withoutTheArchiveValuesFallsBackOnTheBundledOnesAndSaysSo() {
    AssertableProgram.in(folder)
        .arguments("--server", "http://127.0.0.1:1")
        .command("set retries 0; values mission")
        .run()
        .succeeds()
        .says("did not answer", "these are the values of 20", "without counts")
        .shows("JWST", "HST");
  }

  @Test
  void resolveGivesCoordinates() {
    data("csv", "resolve M 101")
        .prints("name,ra,dec,resolver,known_as,type\nM 101,210.8023,54.349,SIMBAD,M-101,\"\"");
    run("resolve Nowhereland")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("no object called Nowhereland");
    run("resolve").exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void helpListsEveryCommandAndTopic() {
    AssertableProgram.Ended ended = run("help").succeeds();
    COMMANDS.forEach(ended::shows);
    new HelpTopics().names().forEach(ended::shows);
  }

  @Test
  void everyCommandExplainsItself() {
    for (String command : COMMANDS) {
      run("help " + command).succeeds().shows(command + ": ", "  " + command);
    }
    run("help sets").succeeds().shows("results: ");
  }

  @Test
  void everyTopicHasAText() {
    for (String topic : new HelpTopics().names()) {
      assertThat(run("help " + topic).succeeds().out().lines()).hasSizeGreaterThan(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help serch", "help nosuch", "help search now"})
  void helpOnNothingKnownIsAUsageError(String line) {
    run(line).exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void historyListsWhatWasTyped() {
    type("help exit", " ", "set limit", "history --limit 2")
        .succeeds()
        .shows("2  set limit\n3  history --limit 2");
    type("set limit 3", "history").succeeds().prints("1  set limit 3\n2  history");
    run("history").succeeds().prints("");
  }

  @Test
  void anUnknownCommandNamesTheNearest() {
    run("serch mission=JWST")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("no command is called serch", "^^^^^", "did you mean search?", "help");
  }
}
