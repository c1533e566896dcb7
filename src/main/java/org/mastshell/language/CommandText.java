package org.mastshell.language;

import java.util.List;

/**
 * One command of a line, in words.
 *
 * @param line the whole line that it stands in, for messages that point into it
 * @param start where the command begins in the line
 * @param end where it ends, exclusive
 * @param words its words, the command's name first; never empty
 */
public record CommandText(String line, int start, int end, List<Word> words) {
  /** The command's name as typed. */
  public Word name() {
    return words.get(0);
  }

  /** The command as typed. */
  public String text() {
    return line.substring(start, end);
  }
}
