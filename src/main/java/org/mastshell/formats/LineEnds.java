package org.mastshell.formats;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a text, ended by LF or CR LF; a CR alone is a part of its line. */
final class LineEnds implements Iterator<String> {
  private final String text;
  private int start;

  LineEnds(String text) {
    this.text = text;
  }

  @Override
  public boolean hasNext() {
    return start < text.length();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int end = text.indexOf('\n', start);
    int last = end < 0 ? text.length() : end;
    int cut = end > start && text.charAt(end - 1) == '\r' ? end - 1 : last;
    String line = text.substring(start, cut);
    start = end < 0 ? text.length() : end + 1;
    return line;
  }
}
