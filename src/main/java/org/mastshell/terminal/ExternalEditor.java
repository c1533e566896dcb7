package org.mastshell.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.OtherProgram;
import org.mastshell.command.ProgramPath;
import org.mastshell.command.SafeMode;

/**
 * The editor of the person's choice, with the terminal to itself while it runs. The text is in a
 * file that nobody else can read, and gone when the editor has ended, together with what the editor
 * left beside it.
 */
final class ExternalEditor {
  private static final List<String> USUAL = List.of("nano", "vi");
  private static final String FILE = "line.mast";

  private static final String STARTED = "an editor is another program";
  private static final String INSTEAD = "the line can be edited where it is";

  // What a shell says of a program that it cannot run, or does not find.
  private static final int FIRST_CANNOT_RUN = 126;
  private static final int LAST_CANNOT_RUN = 127;

  // Ended by Ctrl-C, which the terminal sends to this program too.
  private static final int INTERRUPTED = 130;

  private final Map<String, String> environment;
  private final SafeMode safe;

  /**
   * @param environment names the editor, and is passed on to it
   * @param safe decides whether it may be started
   */
  ExternalEditor(Map<String, String> environment, SafeMode safe) {
    this.safe = safe;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Runs the editor on a text, to its end.
   *
   * @param dumb whether the terminal can show no more than lines
   * @param interrupted runs when the editor was ended by Ctrl-C, before that is said
   * @return what was saved, without blank lines at its end; empty if there is nothing, or nothing
   *     else than before
   * @throws CommandException if there is no editor or it failed
   */
  Optional<String> edit(String text, boolean dumb, Runnable interrupted) {
    safe.allow(STARTED, INSTEAD);
    String editor = command(dumb);
    try {
      // A folder that only its owner can look into: editors keep copies beside the file.
      Path folder = Files.createTempDirectory("mastshell-edit");
      try {
        Path file = Files.writeString(folder.resolve(FILE), text + "\n");
        run(editor, file, interrupted);
        String saved = Files.readString(file).replace("\r\n", "\n").stripTrailing();
        return saved.isBlank() || saved.equals(text.stripTrailing())
            ? Optional.empty()
            : Optional.of(saved);
      } finally {
        remove(folder);
      }
    } catch (CharacterCodingException notText) {
      throw failed("what " + editor + " saved is no text in UTF-8", "nothing has changed");
    } catch (IOException failure) {
      throw failed(
          "the line cannot be edited: " + failure.getMessage(), "is there room for small files?");
    }
  }

  private String command(boolean dumb) {
    Stream<String> variables = dumb ? Stream.of("EDITOR") : Stream.of("VISUAL", "EDITOR");
    return variables
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .or(() -> dumb ? Optional.empty() : installed())
        .orElseThrow(
            () ->
                failed(
                    "there is no editor",
                    "name yours in the environment before you start: export EDITOR=nano"));
  }

  private Optional<String> installed() {
    ProgramPath programs = new ProgramPath(environment);
    return USUAL.stream().filter(name -> programs.find(name).isPresent()).findFirst();
  }

  private void run(String editor, Path file, Runnable interrupted) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words(editor, file)).inheritIO();
    OtherProgram.giveEnvironment(builder, environment);
    Process process = builder.start();
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException ending) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw failed("the editor was called off", "nothing has changed");
    }
    if (code == INTERRUPTED) {
      interrupted.run();
    }
    if (code >= FIRST_CANNOT_RUN && code <= LAST_CANNOT_RUN) {
      throw failed(
          "the editor " + editor + " cannot be run",
          "$VISUAL or $EDITOR in the environment names it");
    }
    if (code != 0) {
      throw failed("the editor " + editor + " ended with code " + code, "nothing has changed");
    }
  }

  // The variable is a command in the language of the system's shell: code --wait, or with quotes.
  private static List<String> words(String editor, Path file) {
    return File.separatorChar == '/'
        ? List.of("/bin/sh", "-c", editor + " \"$@\"", editor, file.toString())
        : List.of("cmd.exe", "/c", editor, file.toString());
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static CommandException failed(String message, String advice) {
    return new CommandException(ExitCode.FAILED, message, advice);
  }
}
