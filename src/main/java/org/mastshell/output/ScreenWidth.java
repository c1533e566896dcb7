package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many columns of a terminal a text takes: two for wide characters, none for combining and
 * invisible ones, one for all others. Expects text without control characters.
 */
public final class ScreenWidth {
  private static final int FIRST_COMBINING = 0x300;
  private static final char ELLIPSIS = '…';
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private ScreenWidth() {}

  /** How many columns a text takes. */
  public static int of(String text) {
    int width = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      width += of(point);
      i += Character.charCount(point);
    }
    return width;
  }

  /** The text if it fits, else its beginning and an ellipsis, together at most that wide. */
  static String fit(String text, int width) {
    if (text.length() <= width / 2 || of(text) <= width) {
      return text;
    }
    if (width < 1) {
      return "";
    }
    String beginning = beginning(text, width - 1);
    // What was cut before needs no second mark.
    return beginning.endsWith("…") ? beginning : beginning + ELLIPSIS;
  }

  /**
   * The text if it fits, else its beginning, an ellipsis and its end, together at most that wide:
   * for names that differ at both ends.
   */
  public static String fitMiddle(String text, int width) {
    if (text.length() <= width / 2 || of(text) <= width) {
      return text;
    }
    int end = (width - 1) / 2;
    return end < 1
        ? fit(text, width)
        : beginning(text, width - 1 - end) + ELLIPSIS + end(text, end);
  }

  /** The text in pieces that are at most so wide; none is empty. */
  static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (int next : ends(text)) {
      if (end > start && of(text.substring(start, next)) > width) {
        pieces.add(text.substring(start, end));
        start = end;
      }
      end = next;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static String beginning(String text, int width) {
    int used = 0;
    int end = 0;
    for (int next : ends(text)) {
      used += of(text.substring(end, next));
      if (used > width) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  private static String end(String text, int width) {
    List<Integer> ends = ends(text);
    int start = text.length();
    int used = 0;
    for (int i = ends.size() - 2; i >= -1; i--) {
      int before = i < 0 ? 0 : ends.get(i);
      used += of(text.substring(before, start));
      if (used > width) {
        break;
      }
      start = before;
    }
    return text.substring(start);
  }

  // Where what is seen as one character ends: joined pictures and letters with marks are not cut.
  private static List<Integer> ends(String text) {
    return CHARACTER.matcher(text).results().map(MatchResult::end).toList();
  }

  private static int of(int point) {
    if (point < FIRST_COMBINING) {
      return 1;
    }
    if (isJamoVowelOrFinal(point)) {
      return 0;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> WideCharacters.contains(point) ? 2 : 1;
    };
  }

  // They are drawn into the column of the consonant before them.
  private static boolean isJamoVowelOrFinal(int point) {
    return (point >= 0x1160 && point <= 0x11FF) || (point >= 0xD7B0 && point <= 0xD7FF);
  }
}
