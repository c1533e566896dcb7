package org.mastshell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Transcript;

/** Keeps a transcript of what is typed and shown. */
public final class LogCommand implements ShellCommand {
  private static final String OFF = "off";

  private final Transcript transcript;
  private final LocalPaths paths;
  private final Clock clock;

  /**
   * @param transcript of this shell
   * @param paths what file names stand for
   * @param clock tells when a transcript begins and ends
   */
  public LogCommand(Transcript transcript, LocalPaths paths, Clock clock) {
    this.transcript = transcript;
    this.paths = paths;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "log",
        List.of(),
        Groups.SHELL,
        "keep a transcript of what is typed and shown",
        "[off|FILE]",
        """
        From here on every line that is typed, or run by a script, and all that is shown goes to FILE \
        too, behind what is in it. Colours and progress are left out, and so are lines that may hold a \
        token. A file that log makes can be read by you alone. log off ends it, log alone says whether \
        it is on.

        After each command it is handed to the system. Where it cannot be written any more it ends, that is said \
        once, and the shell goes on.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("log notes.txt", "begin, or go on in that file"),
            new Example("search program=1073 filters=F277W", "is in it, with its answer"),
            new Example("log off", "end")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 1, "log takes one file");
    if (arguments.values().isEmpty()) {
      return CommandResult.talk(
          transcript
              .file()
              .map(file -> "the log is on: " + file)
              .orElse("no log is kept: log FILE begins one"));
    }
    Word word = arguments.values().get(0);
    if (word.text().isBlank() || word.text().equals("-")) {
      throw word.fault(
          arguments.command().line(), "a log needs a file to go to", "log notes.txt    log off");
    }
    return word.raw().equalsIgnoreCase(OFF) ? off() : begin(paths.writable(word.text()), work);
  }

  private CommandResult off() {
    if (transcript.file().isEmpty()) {
      return CommandResult.talk("no log was kept");
    }
    Path file = transcript.file().get();
    transcript.end("log ended " + now());
    return CommandResult.talk("the log has ended: " + file);
  }

  private CommandResult begin(Path file, Work work) {
    if (transcript.file().filter(file::equals).isPresent()) {
      return CommandResult.talk("the log goes to " + file + " already   (log off ends it)");
    }
    boolean there = Files.exists(file);
    try {
      transcript.begin(file, "log begun " + now() + ", archive " + work.host());
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          "no log can be kept in " + file + ": " + Transcript.reason(refused),
          "log takes the name of a file in a folder that is there");
    }
    return CommandResult.talk(
        "the log goes " + (there ? "behind what is in " : "to ") + file + "   (log off ends it)");
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
