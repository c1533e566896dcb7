package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The options of the launcher, the environment and the start file. */
class LaunchProgramTest extends DemoProgramTest {
  private static final String NOWHERE = "http://127.0.0.1:1";

  private AssertableProgram bare() {
    return AssertableProgram.in(folder);
  }

  @Test
  void versionAndHelp() {
    assertThat(bare().arguments("--version").run().succeeds().out()).startsWith("MastShell ");
    AssertableProgram.Ended help = bare().arguments("--help").run().succeeds();
    LaunchOptionList.specs().forEach(option -> help.shows("--" + option.name()));
    help.shows("Exit codes: 0 done", "[FILE [ARG…]]");
    bare().arguments("-h").run().succeeds().prints(help.out().strip());
  }

  @Test
  void commandsRunInOrderOneAfterTheOther() {
    run(SEARCH, "count", "pick 1-3; count").succeeds().prints("12\n3");
    program().arguments("--command", SEARCH, "--command=count").run().succeeds().prints("12");
  }

  @Test
  void aFileRunsAlsoWithoutOption() throws IOException {
    write("one.mast", "# comment", SEARCH, "", "count   # how many");
    program().arguments("one.mast").run().succeeds().prints("12");
    program().arguments("-f", "one.mast", "-c", "pick 1; count").run().succeeds().prints("12\n1");
    program().arguments("--file=" + folder.resolve("one.mast")).run().succeeds().prints("12");
  }

  @Test
  void standardInputIsAScriptWhereThereIsNoTerminal() {
    program().typed(SEARCH, "count").run().succeeds().prints("12");
    program().arguments("-f", "-").typed(SEARCH, "count").run().succeeds().prints("12");
    program().arguments("-").typed(SEARCH, "count").run().succeeds().prints("12");
  }

  @Test
  void interactiveStaysAfterwards() {
    program()
        .arguments("-i", "-c", SEARCH)
        .typed("count", "pick 1-3", "count")
        .run()
        .succeeds()
        .says("mast[12 obs]> ", "mast[3 obs]> ")
        .prints("12\n3");
  }

  @Test
  void formatChoosesHowDataIsWritten() {
    program()
        .arguments("--format", "csv", "-c", SEARCH + "; show obs_id --limit 1")
        .run()
        .succeeds()
        .prints("obs_id\njw01073-o001_t001_nircam_clear-f277w");
    bare().arguments("--format", "xml", "-c", "help").run().exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void quietLeavesDataAndErrors() {
    program().arguments("-q", "-c", SEARCH + "; count").run().succeeds().prints("12");
    assertThat(program().arguments("-q", "-c", SEARCH).run().succeeds().err()).isEmpty();
    program().arguments("-q", "-c", "serch").run().exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void stackTracesComeOnlyWithVerbose() {
    String lines = "set retries 0; search program=1";
    bare()
        .arguments("--server", NOWHERE, "-c", lines)
        .run()
        .exits(ExitCode.ARCHIVE)
        .doesNotSay("\tat ", "Exception");
    bare()
        .arguments("-v", "--server", NOWHERE, "-c", lines)
        .run()
        .exits(ExitCode.ARCHIVE)
        .reportsOneError()
        .says("at org.mastshell.");
  }

  @Test
  void colourIsOnlyThereWhenWanted() {
    String escape = "\u001b[";
    String lines = SEARCH + "; show --limit 1";
    assertThat(run(lines).succeeds().out()).doesNotContain(escape);
    assertThat(program().arguments("--color", "always", "-c", lines).run().out()).contains(escape);
    assertThat(
            program()
                .arguments("--color=always", "-c", lines)
                .environment("NO_COLOR", "1")
                .run()
                .out())
        .contains(escape);
    assertThat(
            program()
                .arguments("--color=auto", "-c", lines)
                .environment("NO_COLOR", "1")
                .run()
                .out())
        .doesNotContain(escape);
    bare().arguments("--color", "blue", "-c", "help").run().exits(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--verison | did you mean --version",
        "--nosuch | no option is called --nosuch",
        "-x | no option is called -x",
        "--format | needs a value",
        "-c | needs a value",
        "--quiet=yes | takes no value",
        "--session=../x | a session cannot be called '../x'",
        "--safe=yes | takes no value",
        "--server=ftp://x | server cannot be 'ftp://x'",
        "--on-error=maybe | on_error cannot be 'maybe'",
        "--serve-demo=99999999 | --serve-demo cannot be '99999999'",
        "nosuch.mast | there is no script nosuch.mast",
        "--rc=nosuch | the start file",
      })
  void anOptionThatMakesNoSenseIsExplained(String option, String message) {
    bare().arguments(option).run().exits(ExitCode.USAGE).reportsOneError().says(message);
  }

  @Test
  void whatAStartFileLeavesOutIsTold() throws IOException {
    write("rc", "set limit 7", "set missoin JWST", "set limit 5", "", "# a remark", "set limit 6");
    bare()
        .arguments("--rc", "rc", "-i")
        .typed("set limit")
        .run()
        .succeeds()
        .says("rc:2: error: no setting is called missoin", "2 lines of it were not run")
        .shows("limit    7");
    bare()
        .arguments("--rc", "rc", "-c", "help")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("so nothing else was run", "--no-rc");
  }

  @Test
  void aScriptTakesArguments() throws IOException {
    write("one.mast", "search program=$1 filters=$2 # not $9", "count");
    write("outer.mast", "source one.mast $2 'F277W'");
    program().arguments("one.mast", "1073", "F277W,F356W").run().succeeds().prints("13");
    program().arguments("-f", "one.mast", "1073", "F277W").run().succeeds().prints("12");
    program().arguments("outer.mast", "--first", "1073").run().succeeds().prints("12");
    program()
        .arguments("one.mast", "1073")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("one.mast:1: error: the script was given no argument 2", "^^");
  }

  @Test
  void anArgumentWithBlanksIsOneValueAndEndsNoCommand() throws IOException {
    write("target.mast", "search mission=JWST target=$1", "count");
    program()
        .arguments("target.mast", "no such; exit")
        .run()
        .succeeds()
        .says("target_name=\"no such; exit\"")
        .prints("0");
  }

  @Test
  void theEmbeddedArchiveExcludesAnother() {
    bare()
        .arguments("--demo", "--server", NOWHERE, "-c", "help")
        .run()
        .exits(ExitCode.USAGE)
        .says("--demo and --server cannot go together");
    bare()
        .arguments("--demo", "-c", "search level=-1 --count")
        .environment("MASTSHELL_SERVER", NOWHERE)
        .run()
        .succeeds()
        .prints("3");
    bare()
        .arguments("--demo", "--demo-observations", "20", "--demo-polls=1", "--demo-latency", "1")
        .command("search level=-1..4 --count")
        .run()
        .succeeds()
        .prints("599");
  }

  @Test
  void optionBeforeEnvironmentBeforeStartFileBeforeDefault() throws IOException {
    String server = "set server --help";
    assertThat(server).isNotEmpty();
    assertThat(value("server", bare())).isEqualTo("https://mast.stsci.edu");
    write("mastshell-home/mastshellrc", "set server http://127.0.0.1:2", "set limit 7");
    assertThat(value("server", bare())).isEqualTo("http://127.0.0.1:2");
    assertThat(value("limit", bare())).isEqualTo("7");
    AssertableProgram named = bare().environment("MASTSHELL_SERVER", "http://127.0.0.1:3");
    assertThat(value("server", named)).isEqualTo("http://127.0.0.1:3");
    AssertableProgram option =
        bare()
            .environment("MASTSHELL_SERVER", "http://127.0.0.1:3")
            .arguments("--server", "http://127.0.0.1:4");
    assertThat(value("server", option)).isEqualTo("http://127.0.0.1:4");
    assertThat(value("limit", bare().arguments("--no-rc"))).isEqualTo("40");
    write("other.rc", "set limit 8");
    assertThat(value("limit", bare().arguments("--rc", "other.rc"))).isEqualTo("8");
  }

  @Test
  void theEnvironmentIsCheckedToo() {
    bare()
        .environment("MASTSHELL_SERVER", "nonsense")
        .command("help")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError();
  }

  @Test
  void withoutMastshellHomeFilesLieWhereXdgSays() throws IOException {
    write(".mastshellrc", "set limit 9");
    assertThat(value("limit", bare().environment("MASTSHELL_HOME", ""))).isEqualTo("9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"set limt 3", "set limit x", "serch", "count", "search nosuch=1", "source none"})
  void aStartFileThatFailsEndsAScriptAsBadConfiguration(String wrong) throws IOException {
    write("mastshell-home/mastshellrc", "# mine", "set limit 3", wrong);
    bare()
        .command("help")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("mastshellrc:3: error:")
        .prints("");
  }

  @Test
  void aStartFileThatFailsDoesNotKeepAPersonOut() throws IOException {
    write("mastshell-home/mastshellrc", "set limt 3");
    type("search level=-1 --count").succeeds().reportsOneError().prints("3");
  }

  @Test
  void aFullDiskUnderStandardOutputIsAnError() {
    program()
        .command(SEARCH + "; show")
        .outFailsWith("No space left on device")
        .run()
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("standard output cannot be written: No space left on device");
    bare().arguments("--help").outFailsWith("No space left on device").run().exits(ExitCode.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--demo-latency 5 -c help",
        "--demo-polls 2 -c help",
        "--demo-observations 9 -c help",
        "--serve-demo 0 -c help",
        "--serve-demo 0 -i",
        "--serve-demo 0 tutorial.mast",
        "--no-rc --rc mine -c help"
      })
  void anOptionThatWouldBePassedOverIsRefused(String arguments) {
    bare()
        .arguments(arguments.split(" ", -1))
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("mastshell --help")
        .prints("");
  }

  @Test
  void aReaderThatGoesAwayIsNoError() {
    program()
        .command(SEARCH + "; show")
        .outFailsWith("Broken pipe")
        .run()
        .succeeds()
        .doesNotSay("error:");
  }

  private static String value(String setting, AssertableProgram program) {
    String out =
        program.arguments("--format", "csv", "-c", "set " + setting).run().succeeds().out();
    return out.lines().skip(1).findFirst().orElseThrow().split(",", -1)[1];
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, java.util.List.of(lines));
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    bare().arguments("--no-session", "-c", "help").run().succeeds();
    bare()
        .arguments("--session", "x", "--no-session", "-c", "help")
        .run()
        .exits(ExitCode.USAGE)
        .says("cannot go together");
  }
}
