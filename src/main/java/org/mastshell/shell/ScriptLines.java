package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.mastshell.language.LineEnd;
import org.mastshell.language.LineJoiner;

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
    LineJoiner joiner = new LineJoiner();
    while (line != null && joiner.add(line) == LineEnd.BACKSLASH) {
      line = read();
    }
    return Optional.of(new ScriptLine(first, joiner.line()));
  }

  private String read() throws IOException {
    String line = reader.readLine();
    number++;
    return line != null && number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
