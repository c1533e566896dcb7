package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.LineEnd;

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
    LineEnd end = LineEnd.DONE;
    for (String piece : typed.split("\n", -1)) {
      if (end == LineEnd.QUOTE) {
        line.append(' ');
      }
      line.append(piece);
      end = LineEnd.of(line);
      if (end == LineEnd.BACKSLASH) {
        line.setLength(line.length() - 1);
      } else if (end == LineEnd.DONE) {
        add(lines, line);
      }
    }
    add(lines, line);
    if (lines.isEmpty()) {
      lines.add("");
    }
    return new LogicalLines(List.copyOf(lines), end != LineEnd.DONE);
  }

  private static void add(List<String> lines, StringBuilder line) {
    if (!line.toString().isBlank()) {
      lines.add(line.toString());
    }
    line.setLength(0);
  }
}
