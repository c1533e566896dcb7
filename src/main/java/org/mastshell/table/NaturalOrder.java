package org.mastshell.table;

import java.util.Comparator;

/**
 * Orders text as people do: without regard to case, runs of digits by their value. Texts that
 * differ only in case or leading zeros are ordered by their characters, so that the order is total.
 */
public enum NaturalOrder implements Comparator<String> {
  /** The one order. */
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      char a = left.charAt(i);
      char b = right.charAt(j);
      if (isDigit(a) && isDigit(b)) {
        int endLeft = digitsEnd(left, i);
        int endRight = digitsEnd(right, j);
        int order = compareDigits(left, i, endLeft, right, j, endRight);
        if (order != 0) {
          return order;
        }
        i = endLeft;
        j = endRight;
      } else {
        int order = a == b ? 0 : Character.compare(fold(a), fold(b));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    int rest = Integer.compare(left.length() - i, right.length() - j);
    return rest != 0 ? rest : left.compareTo(right);
  }

  /**
   * A text whose comparison by characters agrees with this order, but for texts that differ only in
   * case or leading zeros, which may have the same one. Sorting many texts by it is much quicker.
   */
  static String key(String text) {
    StringBuilder key = new StringBuilder(text.length() + 8);
    int i = 0;
    while (i < text.length()) {
      if (isDigit(text.charAt(i))) {
        int end = digitsEnd(text, i);
        int start = skipZeros(text, i, end);
        // The zero stands where a digit would; the length puts short numbers before long ones.
        key.append('0').append((char) (end - start)).append(text, start, end);
        i = end;
      } else {
        key.append(fold(text.charAt(i++)));
      }
    }
    return key.toString();
  }

  private static int compareDigits(
      String left, int from, int end, String right, int otherFrom, int otherEnd) {
    int i = skipZeros(left, from, end);
    int j = skipZeros(right, otherFrom, otherEnd);
    if (end - i != otherEnd - j) {
      return Integer.compare(end - i, otherEnd - j);
    }
    for (; i < end; i++, j++) {
      int order = Character.compare(left.charAt(i), right.charAt(j));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int skipZeros(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
