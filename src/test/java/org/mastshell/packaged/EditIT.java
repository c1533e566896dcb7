package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.EditCommand;
import org.mastshell.command.Example;
import org.mastshell.command.LineEditor;

/** Lines in the person's own editor, and the history, with the packaged program at a terminal. */
@EnabledOnOs(OS.LINUX)
class EditIT {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_D = "\u0004";
  private static final String CONTROL_U = "\u0015";
  private static final String EDIT_KEY = "\u0018\u0005";

  /**
   * Insists on a terminal that works as every program expects it, asks for words there, and puts
   * them behind the line.
   */
  private static final String EDITOR =
      """
      #!/bin/sh
      [ -t 0 ] && [ -t 1 ] && [ "$1" = --wait ] || exit 9
      case " $(stty -a | tr ';\\n' '  ') " in *" -icanon "* | *" -echo "* | *" -isig "*) exit 8 ;; esac
      printf 'words: '
      read -r words || exit 7
      printf '%s %s\\n' "$(cat "$2")" "$words" > "$2"
      """;

  @TempDir Path folder;
  private Path temporary;

  @BeforeEach
  void makeEditor() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    Path editor = Files.writeString(folder.resolve("my editor"), EDITOR);
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
  }

  private PackagedTerminal open() throws IOException {
    Map<String, String> more =
        Map.of(
            "EDITOR",
            "'" + folder.resolve("my editor") + "' --wait",
            "MASTSHELL_JAVA_OPTIONS",
            "-Djava.io.tmpdir=" + temporary);
    return new PackagedTerminal.Setup(folder).with(more).open("--no-rc", "--demo");
  }

  @Test
  void theLastLineIsChangedAndStandsAtThePrompt() throws Exception {
    try (PackagedTerminal shell = open()) {
      shell
          .expect("mast>")
          .type("search program=1073\r")
          .expect("224 obs")
          .expect("mast[224 obs]>");
      shell.type("edit\r").expect("words: ").type("filters=F277W # mine\r");
      shell.expect("mast[224 obs]> ").expect("search program=1073 filters=F277W # mine");
      shell.type("\r").expect("12 observations").expect("mast[12 obs]>");
      shell.type("edit 1\r").expect("words: ").type("--count\r");
      shell.expect("search program=1073 --count").type("\r").expect("224").expect("mast[12 obs]>");
      shell.type("edit 99\r").expect("there is no line 99").expect("history lists them");
      shell.expect("mast[12 obs]>").type("edit show 1-3 obs_id\r").expect("words: ");
      shell.type("; count\r").expect("show 1-3 obs_id ; count").type("\r");
      shell.expect("3 rows").expect("12").expect("mast[12 obs]>").type("history\r");
      shell.expect("1  search program=1073").expect("2  edit");
      shell.expect("3  search program=1073 filters=F277W # mine").expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    assertNothingIsLeft();
  }

  @Test
  void theLineBeingTypedIsChangedByAKey() throws Exception {
    try (PackagedTerminal shell = open()) {
      shell.expect("mast>").type("search program=1073").expect("1073").type(EDIT_KEY);
      shell.expect("words: ").type("filters=F277W\r").expect("filters=F277W");
      shell.expect("mast> ").expect("filters=F277W").type(" level=3\r");
      shell.expect("12 observations").expect("mast[12 obs]>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    assertNothingIsLeft();
  }

  @Test
  void anEditorThatIsCalledOffChangesNothing() throws Exception {
    try (PackagedTerminal shell = open()) {
      shell.expect("mast>").type("count\r").expect("search first").expect("mast>");
      shell.type("edit\r").expect("words: ").type(CONTROL_C);
      shell.expect("ended with code 130").expect("nothing has changed").expect("mast>");
      shell.type("resul").expect("resul").type(EDIT_KEY).expect("words: ").type(CONTROL_C);
      shell.expect("ended with code 130").expect("mast>").expect("resul").type("ts\r");
      shell.expect("mast>").type("search half").expect("half").type(CONTROL_C).expect("mast>");
      shell.type("history\r").expect("3  results").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    assertNothingIsLeft();
  }

  @Test
  void theExamplesOfItsHelpWork() throws Exception {
    LineEditor nobody =
        new LineEditor() {
          @Override
          public List<String> history() {
            return List.of();
          }

          @Override
          public Optional<String> edit(String text) {
            return Optional.empty();
          }

          @Override
          public void offer(String text) {}
        };
    List<Example> examples = new EditCommand(nobody).info().examples();
    try (PackagedTerminal shell = open()) {
      shell.expect("mast>").type("search mission=JWST --count\r").expect("mast>");
      for (Example example : examples) {
        shell.type(example.line() + "\r").expect("words: ").type("# changed\r");
        shell.expect("mast> ").expect("# changed").type(CONTROL_U);
      }
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(examples).hasSizeGreaterThan(2);
    }
  }

  @Test
  void withoutATerminalItIsAnError() throws Exception {
    PackagedProgram.in(folder)
        .environment("EDITOR", "true")
        .arguments("--no-rc", "--demo", "-c", "edit 'search program=1073'")
        .run()
        .exits(1)
        .says("error: an editor needs a person at a terminal");
    PackagedProgram.in(folder)
        .environment("EDITOR", "true")
        .arguments("--no-rc", "--demo", "-i")
        .typed("count\nedit\nhistory\n")
        .run()
        .exits(0)
        .says("error: an editor needs a person at a terminal")
        .prints("1  count\n2  edit\n3  history");
  }

  @Test
  void shellsAtTheSameTimeShareOneHistory() throws Exception {
    try (PackagedTerminal one = open();
        PackagedTerminal other = open()) {
      one.expect("mast>");
      other.expect("mast>").type("fields suffix\r").expect("mast>");
      one.type("fields exposure\r").expect("mast>");
      other.type("results\r").expect("mast>").type(CONTROL_D);
      assertThat(other.end()).isZero();
      one.type("history\r").expect("1  fields exposure").expect("mast>").type(CONTROL_D);
      assertThat(one.end()).isZero();
    }
    try (PackagedTerminal next = open()) {
      next.expect("mast>").type("history\r").expect("1  fields suffix");
      next.expect("2  fields exposure").expect("3  results").expect("4  history").expect("mast>");
      next.type("\u0012EXPO\r").expect("exposure");
      next.expect("mast>").type(CONTROL_D);
      assertThat(next.end()).isZero();
      assertThat(next.screen()).contains("Number of the exposure in its visit");
    }
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(path -> path.getFileName().toString().contains("edit"))).isEmpty();
    }
  }
}
