package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher's completion in the shells themselves, with the scripts of the distribution. In bash
 * and zsh a person presses Tab at a terminal; a function in the program's place then prints the
 * words that it is given.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherCompletionIT {
  private static final Path BASH_COMPLETION = Path.of("/usr/share/bash-completion/bash_completion");
  private static final String PRINTS_ITS_WORDS =
      "mastshell() { printf '<%s>' \"$@\"; printf ' end\\n'; }";

  // What is typed, the words that come of it, and those in zsh where they differ: it writes the
  // equals sign of an option that takes a value.
  private static final String LINES =
      """
      mastshell --fo⇥c⇥                    ¦ <--format><csv> ¦ <--format=csv>
      mastshell --fo⇥j⇥l⇥                  ¦ <--format><jsonl> ¦ <--format=jsonl>
      mastshell --format=v⇥                ¦ <--format=votable>
      mastshell --format='v⇥               ¦ <--format=votable>
      mastshell --color n⇥                 ¦ <--color><never>
      mastshell --on-e⇥s⇥                  ¦ <--on-error><stop> ¦ <--on-error=stop>
      mastshell --demo --color=al⇥--inter⇥ ¦ <--demo><--color=always><--interactive>
      mastshell -c uniq⇥                   ¦ <-c><unique>
      mastshell --command unduly⇥          ¦ <--command><unduly>
      mastshell -c 'dow⇥                   ¦ <-c><download>
      mastshell -c help --command=who⇥     ¦ <-c><help><--command=whoami>
      mastshell ni⇥                        ¦ <nightly.mast>
      mastshell -f ni⇥                     ¦ <-f><nightly.mast>
      mastshell --rc=two⇥                  ¦ <--rc=two words.mast>
      mastshell two⇥                       ¦ <two words.mast>
      mastshell fo⇥in⇥                     ¦ <folder/inside.mast>
      mastshell nightly.mast --fo⇥         ¦ <nightly.mast><--fo>
      mastshell nightly.mast -c ni⇥        ¦ <nightly.mast><-c><nightly.mast>
      mastshell -f nightly.mast x fo⇥in⇥   ¦ <-f><nightly.mast><x><folder/inside.mast>
      mastshell --serve-demo ni⇥           ¦ <--serve-demo><ni>
      mastshell --server http://x:80 --fo⇥ ¦ <--server><http://x:80><--format>
      mastshell --server ni⇥               ¦ <--server><ni>
      mastshell - --fo⇥                    ¦ <-><--fo>
      mastshell --session wo⇥              ¦ <--session><work>
      mastshell --session=la⇥              ¦ <--session=late night>
      mastshell --session x --sess⇥        ¦ <--session><x><--session> ¦ <--session><x><--sess>
      """;

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("folder"));
    Path sessions = Files.createDirectories(folder.resolve("mastshell-home/state/sessions"));
    for (String name : List.of("nightly.mast", "two words.mast", "folder/inside.mast")) {
      Files.writeString(folder.resolve(name), "");
    }
    for (String name : List.of("work.db", "late night.db", "other.db-wal")) {
      Files.writeString(sessions.resolve(name), "");
    }
  }

  private static Path script(String shell) {
    Map<String, String> places =
        Map.of(
            "bash", "share/bash-completion/completions/mastshell",
            "zsh", "share/zsh/site-functions/_mastshell",
            "fish", "share/fish/vendor_completions.d/mastshell.fish");
    return PackagedProgram.home().resolve(places.get(shell));
  }

  /** The shell as it was made; {@code .ci/run} has all of them installed. */
  private static String installed(String shell) {
    String program = "/usr/bin/" + shell;
    assumeTrue(Files.isExecutable(Path.of(program)), shell + " is not installed");
    return program;
  }

  private PackagedTerminal terminal(String... command) throws IOException {
    Map<String, String> home = Map.of("HOME", folder.toString(), "PS1", "ready> ");
    return new PackagedTerminal.Setup(folder).with(home).run(List.of(command));
  }

  private PackagedTerminal bash() throws IOException {
    PackagedTerminal shell = terminal(installed("bash"), "--noprofile", "--norc", "-i");
    shell.expect("ready>").type(PRINTS_ITS_WORDS + "\r").expect("ready>");
    // Nothing is to be put off until a second Tab, and no list is to come in between.
    return shell.type("bind 'set bell-style none'\r").expect("ready>");
  }

  private PackagedTerminal zsh() throws IOException {
    PackagedTerminal shell = terminal(installed("zsh"), "-f", "-i");
    shell.expect("ready>").type("unsetopt zle_bracketed_paste\r").expect("ready>");
    shell.type("fpath=(" + script("zsh").getParent() + " $fpath)\r").expect("ready>");
    shell.type("autoload -Uz compinit && compinit -u -D; print compl''ete\r").expect("complete");
    shell.expect("ready>").type(PRINTS_ITS_WORDS + "\r");
    return shell.expect("ready>");
  }

  private static List<String> linesInBash() {
    return LINES.lines().map(line -> line.replaceFirst("(¦.*)¦.*", "$1")).toList();
  }

  private static List<String> linesInZsh() {
    return LINES.lines().map(line -> line.replaceFirst("¦.*(¦.*)", "$1")).toList();
  }

  private static void typesLines(PackagedTerminal shell, List<String> lines) throws Exception {
    for (String line : lines) {
      String[] parts = line.split(" *¦ *", -1);
      shell.type(parts[0].replace('⇥', '\t') + "\r").expect(parts[1].strip() + " end");
      shell.expect("ready>");
    }
  }

  @Test
  void bashCompletes() throws Exception {
    try (PackagedTerminal shell = bash()) {
      shell.type("source '" + script("bash") + "'\r").expect("ready>");
      typesLines(shell, linesInBash());
    }
  }

  @Test
  void bashCompletesWhereEqualsSignsPartNoWords() throws Exception {
    try (PackagedTerminal shell = bash()) {
      shell.type("COMP_WORDBREAKS=${COMP_WORDBREAKS//[=:]}\r").expect("ready>");
      shell.type("set -u; source '" + script("bash") + "'\r").expect("ready>");
      typesLines(shell, linesInBash().stream().filter(line -> line.contains("=")).toList());
    }
  }

  @Test
  void bashLoadsItByItselfWithThePackageForCompletion() throws Exception {
    assumeTrue(Files.exists(BASH_COMPLETION), "bash-completion is not installed");
    try (PackagedTerminal shell = bash()) {
      shell.type("XDG_DATA_DIRS='" + PackagedProgram.home().resolve("share") + "'\r");
      shell.expect("ready>").type("source " + BASH_COMPLETION + "\r").expect("ready>");
      typesLines(shell, linesInBash());
    }
  }

  @Test
  void zshCompletes() throws Exception {
    try (PackagedTerminal shell = zsh()) {
      typesLines(shell, linesInZsh());
    }
  }

  @Test
  void zshCompletesWhereTheFileIsSourced() throws Exception {
    try (PackagedTerminal shell = terminal(installed("zsh"), "-f", "-i")) {
      shell.expect("ready>").type("autoload -Uz compinit && compinit -u -D\r").expect("ready>");
      shell.type("source '" + script("zsh") + "'; " + PRINTS_ITS_WORDS + "\r").expect("ready>");
      typesLines(shell, linesInZsh().subList(0, 3));
    }
  }

  @Test
  void zshSaysWhatEachIs() throws Exception {
    try (PackagedTerminal shell = zsh()) {
      shell.type("mastshell --no-\t").expect("--no-rc").expect("no start file");
      shell.type("\u0015mastshell -c \t").expect("search").expect("find observations");
      shell.type("\u0015mastshell --rc x --no-r\t\r").expect("<--rc><x><--no-r> end");
      shell.type("mastshell -c 'search program=1073; pro\t\r");
      shell.expect("<-c><search program=1073; products> end");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "mastshell --form          ¦ --format          ¦ how data is written",
        "mastshell -c uniq         ¦ unique            ¦ keep one row of each file",
        "mastshell -q --format js  ¦ json,jsonl        ¦",
        "mastshell --format=cs     ¦ --format=csv      ¦",
        "mastshell --color a       ¦ auto,always       ¦ whether colours are used",
        "mastshell ni              ¦ nightly.mast      ¦",
        "mastshell -f ni           ¦ nightly.mast      ¦",
        "mastshell --rc=folder/    ¦ folder/inside.mast¦",
        "mastshell x.mast --form   ¦                   ¦",
        "mastshell x.mast -c ni    ¦ nightly.mast      ¦",
        "mastshell - --form        ¦                   ¦",
        "mastshell -f x.mast y fo  ¦ folder/           ¦",
        "mastshell --server ni     ¦                   ¦",
        "mastshell --session wo    ¦ work              ¦",
        "mastshell --session la    ¦ late night        ¦",
        "mastshell --sess          ¦ --session         ¦",
      })
  void fishCompletes(String line, String candidates, String meaning) throws Exception {
    List<String> lines = fish(line);

    List<String> wanted = candidates == null ? List.of() : List.of(candidates.split(","));
    assertThat(lines.stream().map(one -> one.split("\t", -1)[0].replaceAll("^--rc=", "")))
        .containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(lines).allMatch(one -> meaning == null || one.endsWith("\t" + meaning));
  }

  @Test
  void fishOffersEveryOptionWithItsMeaning() throws Exception {
    List<String> lines = fish("mastshell --");
    assertThat(lines).hasSizeGreaterThan(15).allMatch(line -> line.matches("--[a-z-]+=?\t.+"));
  }

  private List<String> fish(String line) throws Exception {
    return fishRuns("complete -C '" + line + "'");
  }

  private List<String> fishRuns(String commands) throws Exception {
    List<String> command = new ArrayList<>(List.of(installed("fish"), "--no-config", "-c"));
    command.add("source '" + script("fish") + "'; " + commands);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(PackagedProgram.environment(folder));
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectError(folder.resolve("fish.err").toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("fish.err")).isEmptyFile();
    return out.lines().toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"bash", "zsh"})
  void sessionsAreFoundWhereTheProgramKeepsItsState(String name) throws Exception {
    keep(".local/state/mastshell", "usual");
    keep("xdg/mastshell", "moved");
    try (PackagedTerminal shell = name.equals("bash") ? bash() : zsh()) {
      shell.type("[ -n \"$ZSH_VERSION\" ] || source '" + script("bash") + "'\r").expect("ready>");
      shell.type("unset MASTSHELL_HOME XDG_STATE_HOME\r").expect("ready>");
      typesLines(shell, List.of("mastshell --session us⇥ ¦ <--session><usual>"));
      shell.type("export XDG_STATE_HOME=relative\r").expect("ready>");
      typesLines(shell, List.of("mastshell --session us⇥ ¦ <--session><usual>"));
      shell.type("export XDG_STATE_HOME=\"$PWD/xdg\"\r").expect("ready>");
      typesLines(shell, List.of("mastshell --session mo⇥ ¦ <--session><moved>"));
    }
  }

  @Test
  void fishFindsSessionsWhereTheProgramKeepsItsState() throws Exception {
    keep(".local/state/mastshell", "usual");
    keep("xdg/mastshell", "moved");
    String ask = "complete -C 'mastshell --session '";
    String lines =
        "set -e MASTSHELL_HOME; set -e XDG_STATE_HOME; %s; set XDG_STATE_HOME here; %s;"
            + " set XDG_STATE_HOME $PWD/xdg; %s";
    assertThat(fishRuns(lines.formatted(ask, ask, ask)))
        .extracting(line -> line.split("\t", -1)[0])
        .containsExactly("usual", "usual", "moved");
  }

  private void keep(String state, String session) throws IOException {
    Path sessions = Files.createDirectories(folder.resolve(state).resolve("sessions"));
    Files.writeString(sessions.resolve(session + ".db"), "");
  }
}
