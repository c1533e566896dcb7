package org.mastshell.handover;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text and numbers as they stand in a program. Python and jq write them alike. */
final class Literals {
  private Literals() {}

  /** A text in double quotes, by the rules of JSON. */
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || (c >= '\u007f' && c <= '\u009f') || c == '\u2028' || c == '\u2029') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
        throw new NotExpressibleException("a text with half a character: " + text);
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Texts with commas between them. */
  static String texts(Collection<String> texts) {
    return texts.stream().map(Literals::text).collect(Collectors.joining(", "));
  }

  /** A text as one word of a shell. */
  static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A finite number that reads back as the same. */
  static String number(double number) {
    long whole = (long) number;
    return whole == number && Math.abs(number) < 1e15
        ? Long.toString(whole)
        : Double.toString(number);
  }

  private static boolean isPaired(String text, int index) {
    boolean high = Character.isHighSurrogate(text.charAt(index));
    int other = high ? index + 1 : index - 1;
    return other >= 0
        && other < text.length()
        && (high
            ? Character.isLowSurrogate(text.charAt(other))
            : Character.isHighSurrogate(text.charAt(other)));
  }
}
