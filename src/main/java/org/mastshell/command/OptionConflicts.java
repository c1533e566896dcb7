package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;

/** Options of a command of which one says no to what another asks for. */
final class OptionConflicts {
  private static final String CURL = "curl";
  private static final String EXISTING = "existing";

  private final List<Conflict> conflicts;

  private OptionConflicts(List<Conflict> conflicts) {
    this.conflicts = List.copyOf(conflicts);
  }

  /**
   * Two options.
   *
   * @param value with which alone the other option contradicts; empty if any does
   */
  private record Conflict(String option, String other, String value, String why) {
    boolean stands(Arguments arguments) {
      return arguments.has(option)
          && arguments.has(other)
          && (value.isEmpty()
              || arguments.option(other).filter(value::equalsIgnoreCase).isPresent());
    }
  }

  /** Those of a download: what takes its place, and what it does with files that are here. */
  static OptionConflicts ofDownload() {
    List<Conflict> conflicts = new ArrayList<>();
    conflicts.add(new Conflict("to", CURL, "", "--curl and --to are two scripts"));
    for (String script : List.of(CURL, "to")) {
      String why = "--" + script + " saves a script, and nothing is fetched here";
      conflicts.add(new Conflict(BackgroundCommands.OPTION, script, "", why));
    }
    for (String own : List.of("update", EXISTING, "layout", "flat", "shards")) {
      String why = "--curl saves the archive's own script, which knows no --" + own;
      conflicts.add(new Conflict(own, CURL, "", why));
    }
    for (String anew : List.of("overwrite", "keep-both")) {
      String why = "--existing " + anew + " fetches all files anew, stale or not";
      conflicts.add(new Conflict("update", EXISTING, anew, why));
    }
    return new OptionConflicts(conflicts);
  }

  /**
   * Goes on only if no option contradicts another.
   *
   * @throws SyntaxException that points at one that does
   */
  void refuse(Arguments arguments) {
    for (Conflict conflict : conflicts) {
      if (conflict.stands(arguments)) {
        throw arguments
            .options()
            .get(conflict.option())
            .fault(
                arguments.command().line(),
                conflict.why(),
                "leave out --" + conflict.option() + " or --" + conflict.other());
      }
    }
  }
}
