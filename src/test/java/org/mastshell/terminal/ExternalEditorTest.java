package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.CommandException;
import org.mastshell.command.SafeMode;

@DisabledOnOs(OS.WINDOWS)
class ExternalEditorTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void startWithThePathAlone() {
    environment.put("PATH", System.getenv("PATH"));
  }

  /** A program that does this with the file whose name is its last argument. */
  private String program(String name, String commands) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\nfor file in \"$@\"; do :; done\n" + commands + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program.toString();
  }

  private ExternalEditor editor() {
    return new ExternalEditor(environment, SafeMode.off());
  }

  @Test
  void anEditorGetsNoToken() throws IOException {
    Path seen = folder.resolve("seen");
    environment.put("MAST_API_TOKEN", "test-token-not-a-secret");
    environment.put("KEPT", "yes");
    environment.put("EDITOR", "env >'" + seen + "'; true");
    assertThat(editor().edit("show", true, () -> {})).isEmpty();
    assertThat(seen).content().contains("KEPT=yes").doesNotContain("test-token");
  }

  @Test
  void whatIsSavedComesBack() throws IOException {
    String seen = folder.resolve("seen").toString();
    environment.put(
        "EDITOR",
        program(
            "mine",
            "cat \"$file\" > '%s'; printf 'show\\r\\ncount  \\n\\n\\n' > \"$file\""
                .formatted(seen)));
    assertThat(editor().edit("search target=\"M 31\"", false, () -> {})).contains("show\ncount");
    assertThat(Path.of(seen)).hasContent("search target=\"M 31\"\n");
  }

  @Test
  void theFileIsPrivateOfItsKindAndGoneAfterwards() throws IOException {
    Path noted = folder.resolve("noted");
    environment.put(
        "EDITOR",
        program(
            "mine",
            """
            echo "$file" > '%s'
            ls -ld "$(dirname "$file")" >> '%s'
            cp "$file" "$file~"
            echo count > "$file"
            """
                .formatted(noted, noted)));
    assertThat(editor().edit("show", false, () -> {})).contains("count");
    List<String> lines = Files.readAllLines(noted);
    assertThat(lines.get(0)).endsWith(".mast");
    assertThat(lines.get(1)).startsWith("drwx------");
    assertThat(Path.of(lines.get(0)).getParent()).doesNotExist();
  }

  @Test
  void theVariableIsACommandWithItsArguments() throws IOException {
    String program = program("my editor", "echo \"$1 $2 $#\" > \"$file\"");
    environment.put("EDITOR", "'" + program + "' --wait \"two words\"");
    assertThat(editor().edit("show", false, () -> {})).contains("--wait two words 3");
  }

  @Test
  void visualGoesBeforeEditorButNotOnADumbTerminal() throws IOException {
    environment.put("VISUAL", program("visual", "echo visual > \"$file\""));
    environment.put("EDITOR", program("editor", "echo editor > \"$file\""));
    assertThat(editor().edit("show", false, () -> {})).contains("visual");
    assertThat(editor().edit("show", true, () -> {})).contains("editor");
    environment.put("VISUAL", " ");
    assertThat(editor().edit("show", false, () -> {})).contains("editor");
  }

  @Test
  void withoutAVariableTheUsualOnesAreLookedFor() throws IOException {
    program("vi", "echo vi > \"$file\"");
    environment.put("PATH", "/nowhere:" + folder + ":" + System.getenv("PATH"));
    Path nano = Path.of(program("nano", "echo nano > \"$file\""));
    assertThat(editor().edit("show", false, () -> {})).contains("nano");
    Files.delete(nano);
    environment.put("PATH", folder.toString());
    assertThat(editor().edit("show", false, () -> {})).contains("vi");
    assertThatThrownBy(() -> editor().edit("show", true, () -> {}))
        .isInstanceOf(CommandException.class)
        .hasMessage("there is no editor");
    environment.put("PATH", "/nowhere");
    assertThatThrownBy(() -> editor().edit("show", false, () -> {}))
        .isInstanceOfSatisfying(
            CommandException.class,
            failure -> assertThat(failure.advice().get(0)).contains("export EDITOR=nano"))
        .hasMessage("there is no editor");
  }

  @Test
  void nothingComesOfWhatIsLeftAsItWasOrEmpty() throws IOException {
    environment.put("EDITOR", "true");
    assertThat(editor().edit("show", false, () -> {})).isEmpty();
    environment.put("EDITOR", program("blank", "printf ' \\n\\n' > \"$file\""));
    assertThat(editor().edit("show", false, () -> {})).isEmpty();
    environment.put("EDITOR", program("again", "printf 'show\\n\\n' > \"$file\""));
    assertThat(editor().edit("show", false, () -> {})).isEmpty();
  }

  @Test
  void failuresAreSaid() throws IOException {
    environment.put("EDITOR", program("failing", "echo count > \"$file\"; exit 3"));
    assertThatThrownBy(() -> editor().edit("show", false, () -> {}))
        .isInstanceOf(CommandException.class)
        .hasMessageEndingWith("failing ended with code 3");
    environment.put("EDITOR", "/nowhere/editor");
    assertThatThrownBy(() -> editor().edit("show", false, () -> {}))
        .hasMessage("the editor /nowhere/editor cannot be run");
    environment.put("EDITOR", program("binary", "printf '\\377\\376' > \"$file\""));
    assertThatThrownBy(() -> editor().edit("show", false, () -> {}))
        .hasMessageEndingWith("no text in UTF-8");
    environment.put("EDITOR", program("removing", "rm \"$file\""));
    assertThatThrownBy(() -> editor().edit("show", false, () -> {}))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("cannot be edited");
  }
}
