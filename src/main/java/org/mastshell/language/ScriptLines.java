package org.mastshell.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the lines of a script one by one, as the prompt does: joining those that end with a
 * backslash or inside a quote. A comment ends with its line.
 */
public final class ScriptLines {
  private final BufferedReader reader;
  private int number;

  /**
   * @param reader the script
   */
  public ScriptLines(BufferedReader reader) {
    this.reader = reader;
  }

  /**
   * The next line, or empty at the end. A quote that is never closed holds all the rest. A first
   * line that begins with {@code #!} is a comment anyway.
   */
  public Optional<ScriptLine> next() throws IOException {
    String line = read();
    if (line == null) {
      return Optional.empty();
    }
    int first = number;
    LineJoiner joiner = new LineJoiner();
    while (line != null && joiner.add(line) != LineEnd.DONE) {
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
