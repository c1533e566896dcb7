package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can happen to a program in a terminal, at each stage of its work. */
@EnabledOnOs(OS.LINUX)
class StagesIT {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_Z = "\u001a";
  private static final String SEARCH = "search program=1073 filters=F277W\r";
  private static final String FOUND = "mast[12 obs]>";

  @TempDir Path folder;

  /** A stage of the work: what leads to it when observations were found, and what tells of it. */
  enum Stage {
    AT_THE_PROMPT("", ""),
    IN_A_LINE("filter filters=F277W --gu", "--gu"),
    SEARCHING("search program=1073\r", "searching"),
    LISTING("products --refresh\r", "listing products"),
    DOWNLOADING("products suffix=i2d; download --dir files\r", "files · "),
    PAGING("facets --limit 100; describe\r", "rows 1-"),
    ASKED_FOR_A_TOKEN("login\r", "token");

    private final String typed;
    private final String seen;

    Stage(String typed, String seen) {
      this.typed = typed;
      this.seen = seen;
    }
  }

  private PackagedTerminal shell(String latency) throws IOException {
    return new PackagedTerminal.Setup(folder).open("--no-rc", "--demo", "--demo-latency", latency);
  }

  private static void reach(Stage stage, PackagedTerminal shell) throws IOException {
    shell.expect("mast>").type(SEARCH).expect(FOUND);
    shell.type(stage.typed).expect(stage.seen);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_THE_PROMPT, TERM, 143",
    "IN_A_LINE, TERM, 143",
    "SEARCHING, TERM, 143",
    "LISTING, TERM, 143",
    "DOWNLOADING, TERM, 143",
    "PAGING, TERM, 143",
    "ASKED_FOR_A_TOKEN, TERM, 143",
    "AT_THE_PROMPT, HUP, 129",
    "IN_A_LINE, HUP, 129",
    "SEARCHING, HUP, 129",
    "LISTING, HUP, 129",
    "DOWNLOADING, HUP, 129",
    "PAGING, HUP, 129",
    "ASKED_FOR_A_TOKEN, HUP, 129"
  })
  void whatEndsItLosesNothing(Stage stage, String signal, int code) throws Exception {
    try (PackagedTerminal shell = shell("700")) {
      reach(stage, shell);
      shell.signal(signal);
      assertThat(shell.end()).as(shell.screen()).isEqualTo(code);
      assertThat(shell.screen()).doesNotContain("Exception");
    }
    assertThat(halfWritten()).isEmpty();
    PackagedProgram.Ended later =
        PackagedProgram.in(folder)
            .arguments("--no-rc", "--demo", "-c", "session load last; count; resume all; jobs")
            .run()
            .exits(0);
    assertThat(later.err()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "IN_A_LINE, mast[12 obs]>",
    "SEARCHING, interrupted",
    "LISTING, interrupted",
    "DOWNLOADING, paused",
    "PAGING, mast[12 obs]>",
    "ASKED_FOR_A_TOKEN, mast[12 obs]>"
  })
  void controlCGivesThePromptBack(Stage stage, String said) throws Exception {
    try (PackagedTerminal shell = shell("700")) {
      reach(stage, shell);
      shell.type(CONTROL_C).expect(said);
      shell.type("use 1; count\r").expect("\n12");
      shell.type("exit\r");
      assertThat(shell.end()).isZero();
    }
    assertThat(halfWritten()).isEmpty();
  }

  @Test
  void whatIsStoppedGoesOnAtEachStage() throws Exception {
    List<String> parent = List.of("bash", "--norc", "--noprofile", "-i");
    try (PackagedTerminal shell = new PackagedTerminal.Setup(folder).run(parent)) {
      shell.type(PackagedProgram.launcher() + " --no-rc --demo --demo-latency 700\r");
      shell.expect("mast>").type(SEARCH).expect("searching");
      shell.type(CONTROL_Z).expect("Stopped").type("fg\r").expect(FOUND);
      shell.type("products suffix=i2d\r").expect("listing products");
      shell.type(CONTROL_Z).expect("Stopped").type("fg\r").expect("products]>");
      shell.type("count; download --dir files\r").expect("files · ");
      shell.type(CONTROL_Z).expect("Stopped").type("fg\r").expect("manifest");
      shell.expect("products]>").type("verify fi").expect("fi");
      shell.type(CONTROL_Z).expect("Stopped").type("fg\r").expect("products]>");
      shell.type("les\r").expect("GOOD").type("q").expect("products]>");
      shell.type("exit\r").expect("bash-").type("exit\r");
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain("Exception");
    }
  }

  @Test
  void anotherSizeHoldsFromTheNextTableOn() throws Exception {
    try (PackagedTerminal shell = shell("700")) {
      shell.expect("mast>").type(SEARCH).expect("searching");
      shell.resize(50, 30);
      shell.expect(FOUND).type("show --limit 1\r").expect("1 of 12 rows");
      int narrow = longestLine(shell.screen(), "jw01073");
      shell.resize(180, 30);
      shell.type("show --limit 1\r").expect("1 of 12 rows");
      assertThat(narrow).isBetween(20, 50);
      assertThat(longestLine(shell.screen(), "jw01073")).isBetween(100, 180);
      shell.type("exit\r");
      assertThat(shell.end()).isZero();
    }
  }

  private static int longestLine(String screen, String with) {
    return screen
        .lines()
        .filter(line -> line.contains(with))
        .mapToInt(String::length)
        .max()
        .orElseThrow();
  }

  // A part may stay if what is known of it stands beside it; nothing else is left over.
  private List<Path> halfWritten() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isHalf(file.getFileName().toString(), file))
          .toList();
    }
  }

  private static boolean isHalf(String name, Path file) {
    return name.endsWith(".part")
        ? !Files.exists(file.resolveSibling(name + ".json"))
        : name.endsWith(".tmp") || name.endsWith(".new");
  }
}
