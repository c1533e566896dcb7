package org.mastshell.terminal;

/**
 * How the line that is being typed is helped along. Where the terminal is dumb, or without colours,
 * colours and suggestions are off whatever these say.
 *
 * @param color whether colours are used at all, here and in suggestions and hints
 * @param highlight colours for commands, fields, operators, values and errors
 * @param autosuggest the rest of a line of the history in grey; Right takes it
 * @param hints a line below that explains the field or option under the cursor
 * @param viKeys keys as in vi instead of those of emacs
 * @param dark whether the background is dark
 */
public record TerminalSettings(
    boolean color,
    boolean highlight,
    boolean autosuggest,
    boolean hints,
    boolean viKeys,
    boolean dark) {

  /** All help, keys of emacs, a dark background. */
  public static TerminalSettings defaults() {
    return new TerminalSettings(true, true, true, true, false, true);
  }
}
