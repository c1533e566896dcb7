package org.mastshell.terminal;

import java.util.Map;
import java.util.Objects;
import org.mastshell.command.SafeMode;

/**
 * What a terminal is opened with.
 *
 * @param type the kind of terminal, as in the environment variable TERM; empty takes the one that
 *     the environment names
 * @param environment names the person's editor, and is passed on to it
 * @param safe decides whether an editor may be started
 */
public record TerminalOptions(String type, Map<String, String> environment, SafeMode safe) {
  /** The type may be empty but not null. Keeps its own copy of the environment. */
  public TerminalOptions {
    Objects.requireNonNull(type);
    environment = Map.copyOf(environment);
  }

  /** The terminal's own type, and what may be started. */
  public static TerminalOptions in(Map<String, String> environment, SafeMode safe) {
    return new TerminalOptions("", environment, safe);
  }
}
