package org.mastshell.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a {@code Range} header asks for (RFC 9110, section 14).
 *
 * @param first the first byte
 * @param last the last byte, included; before the first when nothing of the file is asked for
 */
record ByteRange(int first, int last) {
  private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)");

  /**
   * Reads the header.
   *
   * @return the range, or null when the whole file is to be sent: without a header, and with one of
   *     several ranges or of no meaning
   */
  static ByteRange parse(String header, int size) {
    Matcher matcher = SINGLE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(1).isEmpty()) {
      return matcher.group(2).isEmpty() ? null : suffix(number(matcher.group(2)), size);
    }
    long first = number(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? size - 1L : number(matcher.group(2));
    if (last < first && !matcher.group(2).isEmpty()) {
      return null;
    }
    return new ByteRange((int) Math.min(first, size), (int) Math.min(last, size - 1L));
  }

  boolean isSatisfiable() {
    return first <= last;
  }

  int length() {
    return last - first + 1;
  }

  private static ByteRange suffix(long length, int size) {
    return new ByteRange((int) Math.max(0, size - length), length == 0 ? -1 : size - 1);
  }

  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
