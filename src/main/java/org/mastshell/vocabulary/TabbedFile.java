package org.mastshell.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundled text file: cells between tabs, {@code #} at the start of a line for comments, one of
 * which gives the date.
 *
 * @param date the day on which the file was last checked, as {@code 2026-10-01}
 * @param rows cells of each line; {@code -} has become empty
 */
record TabbedFile(String date, List<List<String>> rows) {
  private static final String DATE = "# date: ";

  /** Reads a file packed beside this class; its lines must have this many cells. */
  static TabbedFile read(String name, int cells) {
    try (InputStream stream = TabbedFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the bundled file " + name + " is missing");
      }
      return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name, cells);
    } catch (IOException broken) {
      throw new UncheckedIOException("the bundled file " + name + " cannot be read", broken);
    }
  }

  static TabbedFile parse(String text, String name, int cells) {
    String date = "";
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(DATE)) {
        date = line.substring(DATE.length()).strip();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        if (row.length != cells) {
          throw new IllegalStateException(
              name
                  + " has a line of "
                  + row.length
                  + " cells where it needs "
                  + cells
                  + ": "
                  + line);
        }
        for (int cell = 0; cell < cells; cell++) {
          row[cell] = row[cell].equals("-") ? "" : row[cell];
        }
        rows.add(List.of(row));
      }
    }
    return new TabbedFile(date, List.copyOf(rows));
  }
}
