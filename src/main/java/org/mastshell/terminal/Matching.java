package org.mastshell.terminal;

import java.util.List;
import java.util.function.Function;
import org.mastshell.table.Match;

/**
 * Which words fit what is typed, whatever the case: those that begin with it; if there are none,
 * those that hold it; if there are none, those that it is a typing error of.
 */
final class Matching {
  private static final int SHORTEST_OF_WORD = 3;

  private Matching() {}

  /** The words that fit in the best of these ways. */
  static <T> Matches<T> best(List<T> words, Function<T, String> text, TypedText typed) {
    Matches<T> fitting = byPrefix(words, text, typed);
    if (fitting.isEmpty()) {
      fitting = byPart(words, text, typed);
    }
    return fitting.isEmpty() ? byError(words, text, typed) : fitting;
  }

  /** Those that begin with what is typed, an equal one first; none where wildcards are typed. */
  static <T> Matches<T> byPrefix(List<T> words, Function<T, String> text, TypedText typed) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(text);
    if (typed.hasWildcard()) {
      return fitting.matches();
    }
    String beginning = typed.text();
    int length = beginning.length();
    // Most words of a long list are spelled as the one before, and that is compared the quickest.
    String spelling = beginning;
    for (T word : words) {
      String candidate = text.apply(word);
      boolean begins = candidate.startsWith(spelling);
      if (!begins && candidate.regionMatches(true, 0, beginning, 0, length)) {
        begins = true;
        spelling = candidate.substring(0, length);
      }
      if (begins && candidate.length() == length && length > 0) {
        fitting.addFirst(word);
      } else if (begins) {
        fitting.add(word);
      }
    }
    return fitting.matches();
  }

  /** Those that hold what is typed. */
  static <T> Matches<T> byPart(List<T> words, Function<T, String> text, TypedText typed) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(text);
    Match part = typed.asPart();
    for (T word : words) {
      if (part.fits(text.apply(word), Double.NaN)) {
        fitting.add(word);
      }
    }
    return fitting.matches();
  }

  /** Those of which a text has a word that begins with what is typed, if that is long enough. */
  static <T> Matches<T> byWord(List<T> words, Function<T, String> text, TypedText typed) {
    Matches.Gathering<T> fitting = new Matches.Gathering<>(word -> "");
    String beginning = typed.text();
    if (beginning.length() >= SHORTEST_OF_WORD && !typed.hasWildcard()) {
      for (T word : words) {
        if (hasWord(text.apply(word), beginning)) {
          fitting.add(word);
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
  static <T> Matches<T> byError(List<T> words, Function<T, String> text, TypedText typed) {
    TypingErrors errors = new TypingErrors(typed.text());
    Matches.Gathering<T> fitting = new Matches.Gathering<>(text);
    int least = typed.hasWildcard() ? -1 : errors.most();
    for (T word : words) {
      int found = least < 0 ? Integer.MAX_VALUE : errors.to(text.apply(word), least);
      if (found < least) {
        fitting = new Matches.Gathering<>(text);
        least = found;
      }
      if (found <= least) {
        fitting.add(word);
      }
    }
    return fitting.alike();
  }
}
