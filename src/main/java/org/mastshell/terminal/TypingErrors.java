package org.mastshell.terminal;

import java.util.Arrays;

/**
 * How many typing errors lie between what is typed and the beginning of a word: letters that are
 * wrong, missing or needless, or swapped with their neighbour (Damerau and Levenshtein's distance,
 * no piece edited twice). Case does not count.
 */
final class TypingErrors {
  private static final int SHORTEST_WITH_ERROR = 4;
  private static final int MOST = 2;
  private static final int SHORTEST_WITH_TWO_ERRORS = 6;

  private final char[] typed;
  private final long[] letters;
  private final int most;
  private int[] beforeLast;
  private int[] last;
  private int[] current;

  TypingErrors(String text) {
    typed = new char[text.length()];
    letters = new long[text.length()];
    for (int i = 0; i < typed.length; i++) {
      typed[i] = fold(text.charAt(i));
      letters[i] = bit(typed[i]);
    }
    most = most(text);
    int columns = typed.length + MOST + 1;
    beforeLast = new int[columns];
    last = new int[columns];
    current = new int[columns];
  }

  /**
   * How many errors are taken for such: none in a few letters, where they would make any other
   * word, and none in a number, which is another number then.
   */
  int most() {
    return most;
  }

  private static int most(String text) {
    if (text.length() < SHORTEST_WITH_ERROR || text.chars().noneMatch(Character::isLetter)) {
      return -1;
    }
    return text.length() < SHORTEST_WITH_TWO_ERRORS ? 1 : MOST;
  }

  /**
   * The errors up to the beginning of a word that is nearest.
   *
   * @param limit at most 2; where there are more, one more than this is returned
   */
  int to(String word, int limit) {
    int length = Math.min(word.length(), typed.length + limit);
    if (length < typed.length - limit || lacksLetters(word, length, limit)) {
      return limit + 1;
    }
    for (int j = 0; j <= length; j++) {
      last[j] = j;
    }
    char before = 0;
    for (int i = 1; i <= typed.length; i++) {
      char letter = typed[i - 1];
      current[0] = i;
      int least = i;
      char beforeInWord = 0;
      for (int j = 1; j <= length; j++) {
        char other = fold(word.charAt(j - 1));
        int errors = last[j - 1] + (letter == other ? 0 : 1);
        errors = Math.min(errors, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1 && j > 1 && letter == beforeInWord && before == other) {
          errors = Math.min(errors, beforeLast[j - 2] + 1);
        }
        current[j] = errors;
        least = Math.min(least, errors);
        beforeInWord = other;
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
      before = letter;
    }
    return Math.min(Arrays.stream(last, 0, length + 1).min().orElse(limit + 1), limit + 1);
  }

  // Each letter that the word does not have at all is an error of its own: this rules out most
  // words at a glance.
  private boolean lacksLetters(String word, int length, int limit) {
    long present = 0;
    for (int i = 0; i < length; i++) {
      present |= bit(fold(word.charAt(i)));
    }
    int missing = 0;
    for (long letter : letters) {
      missing += (present & letter) == 0 ? 1 : 0;
    }
    return missing > limit;
  }

  private static long bit(char c) {
    return 1L << (c & 63);
  }

  private static char fold(char c) {
    return Character.toLowerCase(c);
  }
}
