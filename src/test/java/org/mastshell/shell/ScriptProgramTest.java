package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** How scripts run, fail and run each other. */
class ScriptProgramTest extends DemoProgramTest {

  @Test
  void theCommandsOfATextGoOnAsLinesDo() {
    String lines = SEARCH + "; pick 99; count; pick 98";
    for (String how : List.of("--on-error=continue", "--on-error=stop")) {
      boolean goesOn = how.endsWith("continue");
      AssertableProgram.Ended ended = program().arguments(how).command(lines).run();
      ended.exits(ExitCode.USAGE).prints(goesOn ? "12" : "");
      assertThat(ended.err().lines().filter(line -> line.contains("error:")))
          .hasSize(goesOn ? 2 : 1);
    }
    run("on-error continue; show; " + SEARCH + "; on-error stop; pick 99; count")
        .exits(ExitCode.FAILED)
        .prints("");
    run("on-error 'set limit'; on-error continue; show; pick 1", "count")
        .exits(ExitCode.FAILED)
        .shows("limit");
    // What was forgiven when it failed does not end the script later.
    run("on-error continue; show; on-error stop", SEARCH, "count")
        .exits(ExitCode.FAILED)
        .prints("12");
    // In a file a line is one piece of work.
    program()
        .arguments("--on-error", "continue", "-f", "-")
        .typed(SEARCH, "pick 99; count", "count")
        .run()
        .exits(ExitCode.USAGE)
        .prints("12");
    program()
        .arguments("--on-error", "continue")
        .command("count 'open; " + SEARCH)
        .command(SEARCH + "; count")
        .run()
        .exits(ExitCode.USAGE)
        .prints("12");
  }

  @Test
  void stopsAtTheFirstFailureWithItsCodeAndPlace() throws IOException {
    write("night.mast", SEARCH, "count", "show nosuch", "count");
    program()
        .arguments("night.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("night.mast:3: error: no field is called nosuch")
        .prints("12");
  }

  @Test
  void goesOnWhenToldAndEndsWithTheFirstCode() throws IOException {
    write("night.mast", "count", SEARCH, "show nosuch", "count");
    program()
        .arguments("--on-error", "continue", "night.mast")
        .run()
        .exits(ExitCode.FAILED)
        .says("night.mast:1: error:", "night.mast:3: error:")
        .prints("12");
    run("set on_error continue", "show", SEARCH, "count").exits(ExitCode.FAILED).prints("12");
  }

  @Test
  void aLineStopsAtItsFirstFailure() {
    run(SEARCH + "; show nosuch; count").exits(ExitCode.USAGE).prints("");
  }

  @Test
  void standardInputIsNamedToo() {
    program()
        .typed(SEARCH, "serch")
        .run()
        .exits(ExitCode.USAGE)
        .says("standard input:2: error: no command is called serch", "did you mean search?");
  }

  @Test
  void aCommentEndsWithItsLineAndTwoBackslashesAreNone() throws IOException {
    write("short.mast", "count # none yet \\", SEARCH + " # \\", "count", "show a\\\\", "count");
    program()
        .arguments("--on-error", "continue", "short.mast")
        .run()
        .exits(ExitCode.FAILED)
        .says("short.mast:1: error:", "short.mast:4: error:")
        .prints("12\n12");
  }

  @Test
  void linesGoOnAfterABackslashAndCountFromTheirFirst() throws IOException {
    write(
        "long.mast",
        "#! /usr/bin/env mastshell",
        "search mission=JWST \\",
        "  program=1073 \\",
        "  filters=F277W",
        "count",
        "show \\",
        " nosuch");
    program()
        .arguments("long.mast")
        .run()
        .exits(ExitCode.USAGE)
        .says("long.mast:6: error:")
        .prints("12");
  }

  @Test
  void aCommentEndsWithItsLine() throws IOException {
    write("comment.mast", SEARCH, "  # in C:\\data\\", "count");
    program().arguments("comment.mast").run().succeeds().prints("12");
  }

  @Test
  void aCommandTooBigIsOneErrorAndNotTheEnd() {
    String tooDeep = "search mission=JWST program=1073 obs_id~/" + "(".repeat(20_000) + "/";
    type(SEARCH, tooDeep, "count").succeeds().reportsOneError().prints("12");
  }

  @Test
  void scriptsRunScriptsAndShareTheSession() throws IOException {
    write("inner.mast", "pick 1-3", "count");
    write("outer.mast", SEARCH, "source inner.mast", "count");
    program().arguments("outer.mast").run().succeeds().prints("3\n3");
  }

  @Test
  void aFailureInsideIsReportedOnceAndStopsAll() throws IOException {
    write("inner.mast", "count", "pick 99", "count");
    write("outer.mast", SEARCH, "source inner.mast", "count");
    program()
        .arguments("outer.mast")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("inner.mast:2: error:")
        .prints("12");
  }

  @Test
  void aScriptThatRunsItselfIsStopped() throws IOException {
    write("loop.mast", "source loop.mast");
    program()
        .arguments("loop.mast")
        .run()
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("deep", "does one run itself?");
  }

  @Test
  void aMissingScriptIsAUsageError() {
    type(SEARCH, "source nosuch.mast", "count")
        .reportsOneError()
        .says("there is no script nosuch.mast", folder.resolve("nosuch.mast").toString())
        .prints("12");
    run("source nosuch.mast").exits(ExitCode.USAGE);
    run("source").exits(ExitCode.USAGE).reportsOneError();
    run("source a b").exits(ExitCode.USAGE).reportsOneError();
    run("source .").exits(ExitCode.USAGE).reportsOneError().says("cannot be read");
  }

  @Test
  void textThatIsNotUtf8IsAnError() throws IOException {
    Files.write(folder.resolve("latin.mast"), new byte[] {'#', (byte) 0xe9, '\n'});
    program().arguments("latin.mast").run().exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void exitLeavesAtOnce() throws IOException {
    write("leave.mast", SEARCH, "exit", "count");
    program().arguments("-f", "leave.mast").command("count").run().succeeds().prints("");
    type("exit", "count").succeeds().reportsNothing();
    write("outer.mast", "source leave.mast", "count");
    program().arguments("outer.mast").run().succeeds().prints("");
  }

  @Test
  void theShellEndsWellAlsoAfterFailures() {
    type("serch", SEARCH, "count").succeeds().reportsOneError().prints("12");
  }

  @Test
  void blanksCommentsAndSemicolons() {
    run("  ", "# nothing", " " + SEARCH + " ;  count ; # end").succeeds().prints("12");
    run("search mission=JWST program=1073 filters='F277W' # ; show", "count")
        .succeeds()
        .prints("12");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}
