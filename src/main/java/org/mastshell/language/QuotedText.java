package org.mastshell.language;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The characters of a word, quotes and escapes resolved, and what the quotes say of each: whether
 * it stood inside quotes, and whether a backslash before it in double quotes made it plain.
 */
final class QuotedText {
  private final String text;
  private final BitSet quoted;
  private final BitSet plain;
  private final int[] offsets;

  private QuotedText(String text, BitSet quoted, BitSet plain, int[] offsets) {
    this.text = text;
    this.quoted = quoted;
    this.plain = plain;
    this.offsets = offsets;
  }

  /** Resolves a word as typed; a quote that is not closed holds to the end. */
  static QuotedText of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    BitSet quoted = new BitSet();
    BitSet plain = new BitSet();
    int[] offsets = new int[raw.length() + 1];
    char open = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (open != 0 && c == open) {
        open = 0;
      } else {
        offsets[text.length()] = i;
        if (open == '"' && Quoting.isEscape(raw, i)) {
          i++;
          plain.set(text.length());
          c = raw.charAt(i);
        }
        quoted.set(text.length(), open != 0);
        text.append(c);
      }
    }
    offsets[text.length()] = raw.length();
    return new QuotedText(
        text.toString(), quoted, plain, Arrays.copyOf(offsets, text.length() + 1));
  }

  /** Text as it stands in single quotes. */
  static QuotedText literal(String text) {
    BitSet quoted = new BitSet();
    quoted.set(0, text.length());
    int[] offsets = new int[text.length() + 1];
    Arrays.setAll(offsets, place -> place);
    return new QuotedText(text, quoted, new BitSet(), offsets);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /** Whether the character is this one and stood outside quotes. */
  boolean isBare(int index, char wanted) {
    return index < text.length() && text.charAt(index) == wanted && !quoted.get(index);
  }

  /** Whether the character is a backslash that is one by itself, and so can escape a wildcard. */
  boolean isBackslash(int index) {
    return text.charAt(index) == '\\' && !plain.get(index);
  }

  /** Where the character stands in the word as typed; for the length, the end of the word. */
  int offset(int index) {
    return offsets[index];
  }
}
