package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Variables, conditions and what a script does after a failure. */
class ScriptLanguageProgramTest extends DemoProgramTest {

  @Test
  void variablesStandForTheirValues() {
    run(
            "let pid=1073 filter=F277W",
            "search mission=JWST program=$pid instrument=NIRCAM filters=${filter}",
            "count")
        .succeeds()
        .prints("12");
    run("let pid=1073; search mission=JWST program=$pid instrument=NIRCAM filters=F277W; count")
        .succeeds()
        .prints("12");
    type("let pid=1073", "search program=$pid filters=F277W", "count")
        .reportsNothing()
        .prints("12");
  }

  @Test
  void variablesAreSharedWithScriptsThatAreRun() throws IOException {
    write("inner.mast", "let found=$1", "search program=1073 filters=$found");
    write("outer.mast", "let found=none", "source inner.mast F277W", "count", "let");
    program()
        .arguments("--format", "csv", "outer.mast")
        .run()
        .succeeds()
        .prints("12\nvariable,value\nfound,F277W");
  }

  @Test
  void anUnknownVariableIsAnErrorAtItsPlaceWithTheNearestName() throws IOException {
    write("night.mast", "let program=1073", SEARCH, "count", "filter pid=$progam", "count");
    program()
        .arguments("night.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .prints("12")
        .says(
            "night.mast:4: error: no variable is called progam",
            "    filter pid=$progam\n               ^^^^^^^",
            "did you mean $program?");
    run("search program=$HOME").exits(ExitCode.USAGE).says("no variable is called HOME", "let");
    run("search program=${}").exits(ExitCode.USAGE).says("no variable can be called ''");
    run("let pid=1; let pidd").exits(ExitCode.USAGE).says("did you mean pid?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"let 1=2", "let a=1 b", "let =3", "let a-b=3", "let a = 3", "let $a=3"})
  void whatIsNoAssignmentSetsNothing(String wrong) {
    type(wrong, "let").reportsOneError().says("no variables yet").prints("variable  value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x; drop 1", "x\"; drop 1; \"", "x'; drop 1;'", "--all", "# x", "$pid"})
  void aValueIsOneWordWhateverItHolds(String value) throws IOException {
    write("value.mast", SEARCH, "let v=$1", "count", "filter target=$v", "results");
    program()
        .arguments("--format", "csv", "value.mast", value)
        .run()
        .succeeds()
        .shows("\n1,", "\n2,,*,observations,0");
    write("inside.mast", SEARCH, "let v=$1", "if-not-empty \"filter target=$v\"", "results");
    program()
        .arguments("--format", "csv", "inside.mast", value)
        .run()
        .succeeds()
        .shows("\n1,", "\n2,,*,observations,0");
  }

  @Test
  void aVariableMayNameADescendingColumn() {
    String show = "show obs_id --limit 3";
    String typed = data("csv", SEARCH, "sort -obs_id", show).out();
    assertThat(data("csv", SEARCH, "let k=-obs_id", "sort $k", show).out()).isEqualTo(typed);
    assertThat(data("csv", SEARCH, "let k=-level,obs_id", "sort \"$k\"", show).out())
        .isEqualTo(data("csv", SEARCH, "sort -level,obs_id", show).out());
    run(SEARCH, "let k=-nothing", "sort $k")
        .exits(ExitCode.USAGE)
        .says("no field is called nothing");
  }

  @Test
  void aDollarCanBeEscapedBetweenDoubleQuotes() {
    run("let b=1", "stop \"a\\$x b$b \\\\$b\"").succeeds().says("a$x b1 \\1");
  }

  @Test
  void aQuoteMayGoOverLinesAsAtThePrompt() throws IOException {
    write("night.mast", "search program=1073 \\", "  filters='F277W,", "F070W' # it's", "count");
    String filters = "search program=1073 filters='F277W, F070W'";
    program().arguments("night.mast").run().prints(run(filters, "count").out().strip());
    write("open.mast", SEARCH, "count", "filter target='M 101", "count");
    program()
        .arguments("open.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .prints("12")
        .says("open.mast:3: error: the quote ' is not closed");
  }

  @Test
  void singleQuotesAndCommentsHoldNoVariables() {
    run("search program=1073 filters=F277W # $nothing", "filter obs_id~'$x'", "count")
        .succeeds()
        .prints("0");
    run("search program=1073 filters=F277W obs_id~/f277w$/", "count").succeeds().prints("12");
  }

  @Test
  void allArgumentsAndTheirNumber() throws IOException {
    write("all.mast", "let number=$#", "source inner.mast $*", "let");
    write("inner.mast", "let first=$1 second=$2 all=\"$*\"");
    program()
        .arguments("--format", "csv", "all.mast", "a b", "c")
        .run()
        .succeeds()
        .prints("variable,value\nall,a b c\nfirst,a b\nnumber,2\nsecond,c");
  }

  @Test
  void aCommandRunsOnlyIfTheSetIsEmpty() {
    run(SEARCH, "if-empty count", "filter obsnum=99", "if-empty count", "if-not-empty results")
        .succeeds()
        .prints("0");
    run(SEARCH, "if-not-empty \"pick 1-3; count\"; count", "if-empty undo")
        .succeeds()
        .prints("3\n3");
    run("if-empty count").exits(ExitCode.FAILED).says("search first");
    run(SEARCH, "if-empty nonsense").exits(ExitCode.USAGE).says("no command is called nonsense");
    run(SEARCH, "if-empty").exits(ExitCode.USAGE).says("if-empty needs a command");
  }

  @Test
  void optionsOfTheCommandInsideAreItsOwn() {
    run(SEARCH, "if-not-empty show obs_id --limit 1").succeeds().reportsNothing();
    run(SEARCH, "if-not-empty show obs_id --nosuch 1")
        .exits(ExitCode.USAGE)
        .says("show has no option --nosuch");
  }

  @Test
  void aScriptEndsWhereItSaysSo() throws IOException {
    write("inner.mast", SEARCH, "filter obsnum=99", "if-empty stop \"nothing at $1\"", "show");
    write("outer.mast", "source inner.mast F277W", "count");
    program().arguments("outer.mast").run().succeeds().says("nothing at F277W").prints("0");
    write("failed.mast", "if-empty stop", SEARCH, "stop 'not good' --failed", "count");
    program()
        .arguments("--on-error", "continue", "failed.mast")
        .run()
        .exits(ExitCode.FAILED)
        .says("error: stopped: not good")
        .prints("");
    run("stop", "help").succeeds().prints("");
  }

  @Test
  void aScriptSaysForItselfWhatFollowsAFailure() throws IOException {
    write("on.mast", "on-error continue", "show", SEARCH, "source inner.mast", "count");
    write("inner.mast", "pick 99", "count");
    program()
        .arguments("on.mast")
        .run()
        .exits(ExitCode.FAILED)
        .says("on.mast:2: error:", "inner.mast:1: error:")
        .prints("12\n12");
    write("off.mast", "on-error stop", SEARCH, "pick 99", "count");
    program()
        .arguments("--on-error", "continue", "off.mast")
        .run()
        .exits(ExitCode.USAGE)
        .prints("");
    run("on-error continue", "show", SEARCH, "count").exits(ExitCode.FAILED).prints("12");
  }

  @Test
  void aCommandRunsAfterEachFailure() throws IOException {
    write("save.mast", SEARCH, "on-error \"count; pick 1-3\"", "pick 99", "results");
    program()
        .arguments("save.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("save.mast:3: error:")
        .prints("12");
    write("wrong.mast", SEARCH, "on-error nonsense", "pick 99", "count");
    program()
        .arguments("wrong.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("wrong.mast:2: error: no command is called nonsense")
        .prints("");
    write("both.mast", "on-error count", "on-error continue", SEARCH, "pick 99", "pick 98");
    program().arguments("both.mast").run().exits(ExitCode.USAGE).prints("12\n12");
  }

  @Test
  void atThePromptThereIsNoScriptToGoOn() {
    type("on-error continue").reportsOneError().says("on-error is for scripts");
    type("on-error").reportsOneError();
    type("stop", SEARCH, "count").prints("12").reportsOneError().says("here there is none", "exit");
    type(SEARCH, "if-not-empty \"on-error continue\"", "count")
        .prints("12")
        .reportsOneError()
        .says("on-error is for scripts");
  }

  @Test
  void aVariableMayHoldWhatFollowsAFailure() throws IOException {
    write("by.mast", "let m=$1", "on-error $m", SEARCH, "pick 99", "count");
    program().arguments("by.mast", "continue").run().reportsOneError().prints("12");
    program().arguments("by.mast", "stop").run().reportsOneError().prints("");
  }

  @Test
  void theCommandAfterFailuresCanBeTakenBack() throws IOException {
    write("back.mast", "on-error continue", SEARCH, "on-error count", "pick 99", "on-error none");
    Files.writeString(
        folder.resolve("back.mast"), "pick 98\n", java.nio.file.StandardOpenOption.APPEND);
    program().arguments("back.mast").run().exits(ExitCode.USAGE).prints("12");
  }

  @Test
  void variablesWithoutWordsAreNoCommand() throws IOException {
    run("$*", SEARCH, "$*; count").succeeds().prints("12");
    type("$*", SEARCH, "count").prints("12").reportsNothing();
    write("none.mast", "$*", SEARCH, "$*", "count");
    program().arguments("none.mast").run().succeeds().prints("12");
    program().arguments("none.mast", "count").run().exits(ExitCode.FAILED).says("search first");
  }

  @Test
  void aScriptEndsItselfAlikeFromAFileAndFromStandardInput() throws IOException {
    write("end.mast", "stop");
    program().arguments("-f", "end.mast", "-c", SEARCH, "-c", "count").run().prints("12");
    program().arguments("-f", "-", "-c", SEARCH, "-c", "count").typed("stop").run().prints("12");
  }

  @Test
  void linesOfATextAreNumbered() {
    program()
        .arguments("-c", SEARCH + "\n\nshw\ncount")
        .run()
        .exits(ExitCode.USAGE)
        .says("-c:3: error: no command is called shw");
    program()
        .arguments("-c", "shw")
        .run()
        .exits(ExitCode.USAGE)
        .says("error: no command is called");
  }

  @Test
  void aScriptInAnotherEncodingIsNamedWithItsLine() throws IOException {
    Files.write(
        folder.resolve("latin.mast"), "help\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    program()
        .arguments("latin.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("latin.mast is not UTF-8: line 2 is not", "iconv");
  }

  @Test
  void errorsInsideNameFileAndLineToo() throws IOException {
    write("inside.mast", SEARCH, "", "if-not-empty \"count; shw\"");
    program()
        .arguments("inside.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("inside.mast:3: error: no command is called shw");
  }

  @Test
  void scriptsFromOtherSystemsAreRead() throws IOException {
    Files.write(
        folder.resolve("windows.mast"),
        ("\uFEFF#!/usr/bin/env mastshell\r\nlet pid=1073\r\nsearch program=$pid \\\r\n"
                + "  filters=F277W\r\ncount\r\nshw\r\n")
            .getBytes(StandardCharsets.UTF_8));
    program()
        .arguments("windows.mast")
        .run()
        .exits(ExitCode.USAGE)
        .says("windows.mast:6: error:")
        .prints("12");
  }

  @Test
  void whatIsPipedInIsAScript() {
    program()
        .typed("let f=F277W", "search program=1073 filters=$f", "if-not-empty count", "stop", "x")
        .run()
        .succeeds()
        .prints("12");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}
