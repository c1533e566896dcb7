package org.mastshell.demo;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells as a database compares them. */
final class Cells {
  private Cells() {}

  /**
   * The texts that a filter looks at: the whole cell and, when it holds several values, each.
   *
   * @param cell the cell; null has no texts
   * @param separator what stands between values, or an empty text
   */
  static Stream<String> parts(Object cell, String separator) {
    if (cell == null) {
      return Stream.empty();
    }
    String text = cell.toString();
    if (separator.isEmpty() || !text.contains(separator)) {
      return Stream.of(text);
    }
    return Stream.concat(
        Stream.of(text),
        Arrays.stream(text.split(Pattern.quote(separator), -1)).map(String::strip));
  }

  /**
   * A number of a filter.
   *
   * @throws MashupException in the database's words when it is none
   */
  static double number(String text, String type) throws MashupException {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new MashupException("Error converting data type varchar to " + type + ".");
    }
  }

  /**
   * An identifier of the archive.
   *
   * @throws MashupException in the database's words when it is no whole number
   */
  static long identifier(String text) throws MashupException {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new MashupException("Error converting data type varchar to bigint.");
    }
  }
}
