package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.mastshell.language.LineEnd;

/**
 * Reads the lines of a script one by one, joining those that end with a backslash. A comment ends
 * with its line.
 */
final class ScriptLines {
  private final BufferedReader reader;
  private int number;

  ScriptLines(BufferedReader reader) {
    this.reader = reader;
  }

  /**
   * The next line, or empty at the end. A first line that begins with {@code #!} is a comment
   * anyway.
   */
  Optional<ScriptLine> next() throws IOException {
    String line = read();
    if (line == null) {
      return Optional.empty();
    }
    int first = number;
    StringBuilder joined = new StringBuilder(line);
    while (LineEnd.of(joined) == LineEnd.BACKSLASH) {
      joined.setLength(joined.length() - 1);
      String more = read();
      if (more == null) {
        break;
      }
      joined.append(more);
    }
    return Optional.of(new ScriptLine(first, joined.toString()));
  }

  private String read() throws IOException {
    String line = reader.readLine();
    number++;
    return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
