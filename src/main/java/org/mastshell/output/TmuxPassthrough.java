package org.mastshell.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands control sequences through tmux, where its option allow-passthrough is on. */
final class TmuxPassthrough {
  private static final Pattern SEQUENCE = Pattern.compile("(?s)\u001b[_P].*?\u001b\\\\");

  private TmuxPassthrough() {}

  /** The text with each string sequence in it wrapped for the terminal around tmux. */
  static String wrap(String text) {
    return SEQUENCE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    "\u001bPtmux;" + found.group().replace("\u001b", "\u001b\u001b") + "\u001b\\"));
  }
}
