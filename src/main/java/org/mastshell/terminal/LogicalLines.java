package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.LineEnd;
import org.mastshell.language.LineJoiner;

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
    LineJoiner joiner = new LineJoiner();
    LineEnd end = LineEnd.DONE;
    for (String piece : typed.split("\n", -1)) {
      end = joiner.add(piece);
      if (end == LineEnd.DONE) {
        add(lines, joiner.line());
        joiner = new LineJoiner();
      }
    }
    add(lines, joiner.line());
    if (lines.isEmpty()) {
      lines.add("");
    }
    return new LogicalLines(List.copyOf(lines), end != LineEnd.DONE);
  }

  private static void add(List<String> lines, String line) {
    if (!line.isBlank()) {
      lines.add(line);
    }
  }
}
