package org.mastshell.terminal;

import java.util.Optional;
import org.mastshell.output.Ground;

/**
 * How the line that is being typed is helped along. Where the terminal is dumb, or without colours,
 * colours and suggestions are off whatever these say.
 *
 * @param color whether colours are used at all, here and in suggestions and hints
 * @param highlight colours for commands, fields, operators, values and errors
 * @param autosuggest the rest of a line of the history in grey; Right takes it
 * @param hints a line below that explains the field or option under the cursor
 * @param viKeys keys as in vi instead of those of emacs
 * @param ground the background that colours are for; empty takes what the terminal says
 */
public record TerminalSettings(
    boolean color,
    boolean highlight,
    boolean autosuggest,
    boolean hints,
    boolean viKeys,
    Optional<Ground> ground) {

  /** All help, keys of emacs, colours for the terminal's own background. */
  public static TerminalSettings defaults() {
    return new TerminalSettings(true, true, true, true, false, Optional.empty());
  }
}
