package org.mastshell.output;

/**
 * How many columns of a terminal a text takes: two for wide characters, none for combining and
 * invisible ones, one for all others. Expects text without control characters.
 */
final class ScreenWidth {
  private static final int FIRST_COMBINING = 0x300;
  private static final char JOINER = '\u200D';

  private ScreenWidth() {}

  static int of(String text) {
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
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (used + of(point) > width - 1) {
        break;
      }
      used += of(point);
      end += Character.charCount(point);
    }
    while (end > 0 && text.charAt(end - 1) == JOINER) {
      end--;
    }
    return text.substring(0, end) + '…';
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
