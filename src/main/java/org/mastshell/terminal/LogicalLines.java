package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed or pasted at one prompt, as the lines that are to be run.
 *
 * @param lines without continuations: a backslash before a line's end is gone with it, an end of
 *     line inside quotes is a blank; blank lines are left out unless there is nothing else
 * @param open whether a quote or a backslash at the end wants another line
 */
record LogicalLines(List<String> lines, boolean open) {

  static LogicalLines of(String typed) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    char quote = 0;
    boolean comment = false;
    boolean open = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      char next = i + 1 < typed.length() ? typed.charAt(i + 1) : '\n';
      if (c == '\n') {
        if (quote != 0) {
          line.append(' ');
        } else {
          add(lines, line);
          comment = false;
        }
      } else if (c == '\\' && !comment && quote == 0 && next == '\n') {
        open = i + 1 == typed.length();
        i++;
      } else if (c == '\\' && quote == '"' && Quoting.isEscaped(next)) {
        line.append(c).append(next);
        i++;
      } else {
        comment |= c == '#' && quote == 0 && startsWord(line);
        if (!comment && quote == 0 && Quoting.isQuote(c)) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
        line.append(c);
      }
    }
    add(lines, line);
    if (lines.isEmpty()) {
      lines.add("");
    }
    return new LogicalLines(List.copyOf(lines), open || quote != 0);
  }

  private static boolean startsWord(StringBuilder line) {
    return line.length() == 0 || Character.isWhitespace(line.charAt(line.length() - 1));
  }

  private static void add(List<String> lines, StringBuilder line) {
    if (!line.toString().isBlank()) {
      lines.add(line.toString());
    }
    line.setLength(0);
  }
}
