package org.mastshell.language;

import java.util.Objects;

/**
 * What a line would have to be changed to, where there is one likely meaning: a text in the place
 * of a part of it.
 *
 * @param start where the part begins in the line, in UTF-16 units
 * @param end where it ends, exclusive; the same as {@code start} where something is missing
 * @param text what is to stand there; empty where something is to go
 */
public record Correction(int start, int end, String text) {
  /** The end may not lie before the start. */
  public Correction {
    Objects.requireNonNull(text);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a part from " + start + " to " + end);
    }
  }

  /** The line as it would be right. */
  public String in(String line) {
    return line.substring(0, start) + text + line.substring(end);
  }
}
