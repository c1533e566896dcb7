package org.mastshell.terminal;

import java.util.Objects;

/**
 * What a terminal is opened with.
 *
 * @param type the kind of terminal, as in the environment variable TERM; empty takes the one that
 *     the environment names
 */
public record TerminalOptions(String type) {
  /** The type may be empty but not null. */
  public TerminalOptions {
    Objects.requireNonNull(type);
  }

  /** The terminal's own type. */
  public static TerminalOptions defaults() {
    return new TerminalOptions("");
  }
}
