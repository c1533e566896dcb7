package org.mastshell.terminal;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Which words fit what is typed, whatever the case: those that begin with it; if there are none,
 * those that hold it; if there are none, those that it is a typing error of.
 */
final class Matching {
  private static final int SHORTEST_OF_WORD = 3;

  /** Longer lists are those of names, among which the nearest are just others. */
  private static final int MOST_ALIKE = 50_000;

  private Matching() {}

  /** The words that fit in the best of these ways. */
  static <T> Matches<T> best(Words<T> words, TypedText typed) {
    Matches<T> fitting = byPrefix(words, typed);
    if (fitting.isEmpty()) {
      fitting = byPart(words, typed);
    }
    return fitting.isEmpty() ? byError(words, typed) : fitting;
  }

  /** The words of a list that fit in the best of these ways. */
  static <T> Matches<T> best(List<T> words, Function<T, String> text, TypedText typed) {
    return best(Words.of(words, text), typed);
  }

  /** Those that begin with what is typed, an equal one first; none where wildcards are typed. */
  static <T> Matches<T> byPrefix(Words<T> words, TypedText typed) {
    return typed.hasWildcard() ? Matches.none() : words.beginning(typed.text());
  }

  /** Those that hold what is typed. */
  static <T> Matches<T> byPart(Words<T> words, TypedText typed) {
    return typed.hasWildcard() ? words.fitting(typed.asWildcard()) : words.holding(typed.text());
  }

  /** Those of which a text has a word that begins with what is typed, if that is long enough. */
  static <T> Matches<T> byWord(Words<T> words, IntFunction<String> texts, TypedText typed) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(words);
    String beginning = typed.text();
    if (beginning.length() >= SHORTEST_OF_WORD && !typed.hasWildcard()) {
      for (int i = 0; i < words.size(); i++) {
        if (hasWord(texts.apply(i), beginning)) {
          fitting.add(i, words.text(i));
        }
      }
    }
    return fitting.matches();
  }

  private static boolean hasWord(String text, String beginning) {
    int length = beginning.length();
    for (int i = 0; i + length <= text.length(); i++) {
      boolean starts = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (starts && text.regionMatches(true, i, beginning, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Those whose beginning what is typed is the fewest typing errors away from, if they are few. */
  static <T> Matches<T> byError(Words<T> words, TypedText typed) {
    TypingErrors errors = new TypingErrors(typed.text());
    Matches.Gathering<T> fitting = new Matches.Gathering<>(words);
    int least = errors.most();
    if (typed.hasWildcard() || least < 0 || words.size() > MOST_ALIKE) {
      return fitting.matches();
    }
    for (int i = 0; i < words.size(); i++) {
      String text = words.text(i);
      int found = errors.to(text, least);
      if (found < least) {
        fitting = new Matches.Gathering<>(words);
        least = found;
      }
      if (found <= least) {
        fitting.add(i, text);
      }
    }
    return fitting.alike();
  }
}
