package org.mastshell.command;

import org.mastshell.language.Word;
import org.mastshell.output.Counts;

/**
 * The number of a row as the value of an option.
 *
 * @param word digits
 * @param line in which it stands
 */
record RowNumberOption(Word word, String line) {

  /**
   * The row, from 0.
   *
   * @param size how many rows there are
   * @throws org.mastshell.language.SyntaxException if there is no such row
   */
  int in(int size) {
    boolean small = word.text().length() < Integer.toString(Integer.MAX_VALUE).length();
    int number = small ? Integer.parseInt(word.text()) : Integer.MAX_VALUE;
    if (number < 1 || number > size) {
      throw word.fault(
          line,
          "there is no row " + word.text(),
          "the set has " + Counts.of(size, "row", "rows") + ", counted from 1");
    }
    return number - 1;
  }
}
