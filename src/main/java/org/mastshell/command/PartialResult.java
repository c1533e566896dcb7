package org.mastshell.command;

import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Part;

/**
 * How a search ends of which a part was not answered: what came is kept, but a script has to know,
 * unless it said that a part will do.
 */
final class PartialResult {
  static final OptionSpec SPEC =
      OptionSpec.flag("partial", "a list of which a part is not answered is no failure");

  /** What to do about the rest. */
  static final String ADVICE =
      "  the rest is kept; --unmatched FILE saves what is missing, and @FILE asks for that alone";

  private PartialResult() {}

  /** Why the rest was not answered: a failure, unless a part is all that is wanted. */
  static Part trouble(String line, Arguments arguments) {
    return arguments.has(SPEC.name()) ? new Part.Talk(line) : new Part.Failed(line);
  }

  /**
   * The result of a search.
   *
   * @param complete whether all was answered
   */
  static CommandResult of(List<Part> parts, boolean complete, Arguments arguments) {
    return complete || arguments.has(SPEC.name())
        ? CommandResult.done(parts)
        : CommandResult.ended(ExitCode.ARCHIVE, parts);
  }
}
