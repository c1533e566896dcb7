package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A free text of a filter: {@code %} stands for any text, and case does not matter. */
final class LikePattern {
  private final List<String> pieces = new ArrayList<>();

  LikePattern(String text) {
    int start = 0;
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) == '%') {
        pieces.add(lower(text.substring(start, index)));
        start = index + 1;
      }
    }
    pieces.add(lower(text.substring(start)));
  }

  boolean matches(String text) {
    String lower = lower(text);
    String first = pieces.get(0);
    if (pieces.size() == 1) {
      return lower.equals(first);
    }
    String last = pieces.get(pieces.size() - 1);
    if (!lower.startsWith(first)) {
      return false;
    }
    int position = first.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = lower.indexOf(piece, position);
      if (found < 0) {
        return false;
      }
      position = found + piece.length();
    }
    return lower.length() - last.length() >= position && lower.endsWith(last);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
