package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;

/** A value as typed, or a piece of one, with its place in the line. */
final class ValueText {
  private static final String RANGE = "..";

  private final String line;
  private final Word word;
  private final QuotedText characters;
  private final boolean standsHere;

  ValueText(String line, Word word) {
    this(line, word, QuotedText.of(word.raw()), true);
  }

  private ValueText(String line, Word word, QuotedText characters, boolean standsHere) {
    this.line = line;
    this.word = word;
    this.characters = characters;
    this.standsHere = standsHere;
  }

  /** Another text, as if it stood here in single quotes. */
  ValueText quoted(String other) {
    return new ValueText(line, word, QuotedText.literal(other), false);
  }

  /** The text without blanks around it. */
  String text() {
    return characters.text().strip();
  }

  /** As typed. */
  String raw() {
    return word.raw();
  }

  SyntaxException fault(String message, String advice) {
    return word.fault(line, message, advice);
  }

  /**
   * The same with what would be right in its place. A value that comes from a file cannot be put
   * right in the line.
   */
  SyntaxException fault(String message, String advice, String instead) {
    SyntaxException fault = fault(message, advice);
    return standsHere ? fault.rightWith(instead) : fault;
  }

  /** Says what is wrong with it. */
  SyntaxException fault(Remark remark) {
    SyntaxException fault = fault(remark.message(), remark.advice());
    return standsHere ? fault.rightWith(remark.instead()) : fault;
  }

  /** Whether two dots outside quotes make it a range. */
  boolean isRange() {
    return dots() >= 0;
  }

  /** What stands before the two dots of a range. */
  ValueText low() {
    return piece(0, characters.offset(dots()));
  }

  /** What stands behind them. */
  ValueText high() {
    return piece(characters.offset(dots() + 1) + 1, word.raw().length());
  }

  /** The pieces between this character; quotes do not hold them together. */
  List<String> split(char separator) {
    List<String> pieces = new ArrayList<>();
    for (String piece : unescaped().split(String.valueOf(separator), -1)) {
      pieces.add(piece.strip());
    }
    return pieces;
  }

  /**
   * The text with wildcards: {@code *} and {@code %} that no backslash takes back have become
   * {@link #ANYTHING}, and those that one takes back are themselves. So is an {@code @} at the
   * beginning.
   */
  String unescaped() {
    return unescaped(characters).strip();
  }

  static String unescaped(QuotedText characters) {
    StringBuilder text = new StringBuilder();
    int marked = escapedMark(characters);
    for (int i = 0; i < characters.length(); i++) {
      boolean escapes =
          characters.isBackslash(i)
              && i + 1 < characters.length()
              && (i == marked || isWildcard(characters.at(i + 1)));
      if (escapes) {
        i++;
        text.append(characters.at(i));
      } else {
        text.append(isWildcard(characters.at(i)) ? ANYTHING : characters.at(i));
      }
    }
    return text.toString();
  }

  // The last of the backslashes that a value begins with, if @ stands behind it; else -1.
  private static int escapedMark(QuotedText characters) {
    int i = 0;
    while (i < characters.length() && Character.isWhitespace(characters.at(i))) {
      i++;
    }
    int start = i;
    while (i < characters.length() && characters.at(i) == '\\') {
      i++;
    }
    boolean marks =
        i > start
            && i < characters.length()
            && characters.isBackslash(i - 1)
            && characters.at(i) == FileReference.MARK;
    return marks ? i - 1 : -1;
  }

  /** Stands for anything in {@link #unescaped}; no key types it. */
  static final char ANYTHING = '\uffff';

  private ValueText piece(int from, int to) {
    return new ValueText(line, word.part(from, to));
  }

  private int dots() {
    for (int i = 0; i + 1 < characters.length(); i++) {
      if (characters.isBare(i, RANGE.charAt(0)) && characters.isBare(i + 1, RANGE.charAt(1))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '%';
  }
}
