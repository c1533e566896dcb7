package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.formats.Format;
import org.mastshell.language.Correction;
import org.mastshell.output.Answer;
import org.mastshell.output.Part;

/**
 * What came of a command that ran to its end.
 *
 * @param answer what to show
 * @param code how a script would go on: anything but {@link ExitCode#DONE} counts as a failure
 * @param leaves whether the shell is to end now
 * @param stops whether the script in which the command stands is to end now
 * @param correction of the command's line, where the answer suggests that it was mistyped
 */
public record CommandResult(
    Answer answer, ExitCode code, boolean leaves, boolean stops, Optional<Correction> correction) {

  /** Without a doubt about what was meant. */
  public CommandResult(Answer answer, ExitCode code, boolean leaves) {
    this(answer, code, leaves, false, Optional.empty());
  }

  /** The same, where something else was probably meant. */
  public CommandResult orRather(Optional<Correction> meant) {
    return new CommandResult(answer, code, leaves, stops, meant);
  }

  /** All went well. */
  public static CommandResult done(Part... parts) {
    return done(List.of(parts));
  }

  /** All went well. */
  public static CommandResult done(List<Part> parts) {
    return new CommandResult(new Answer(parts), ExitCode.DONE, false);
  }

  /** The same, its rows in a format of their own. */
  public CommandResult in(Format format) {
    return in(format, false);
  }

  /** The same, its rows in a format of their own, in which no text is taken for a formula. */
  public CommandResult withoutFormulas(Format format) {
    return in(format, true);
  }

  private CommandResult in(Format format, boolean harmless) {
    List<Part> parts =
        answer.parts().stream().map(part -> inFormat(part, format, harmless)).toList();
    return new CommandResult(new Answer(parts), code, leaves, stops, correction);
  }

  private static Part inFormat(Part part, Format format, boolean harmless) {
    return part instanceof Part.Rows
            || part instanceof Part.SingleRow
            || part instanceof Part.Picture
        ? new Part.InFormat(format, harmless, part)
        : part;
  }

  /** All went well; lines of talk. */
  public static CommandResult talk(String... lines) {
    return new CommandResult(Answer.talk(lines), ExitCode.DONE, false);
  }

  /** There is an answer, but it is not what was hoped for. */
  public static CommandResult ended(ExitCode code, List<Part> parts) {
    return new CommandResult(new Answer(parts), code, false);
  }

  /** The script in which the command stands is to end now. */
  public static CommandResult stop(ExitCode code, List<Part> parts) {
    return new CommandResult(new Answer(parts), code, false, true, Optional.empty());
  }

  /** The shell is to end now. */
  public static CommandResult leave(ExitCode code) {
    return new CommandResult(Answer.none(), code, true);
  }
}
