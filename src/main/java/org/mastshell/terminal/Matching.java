package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Which words fit what is typed, whatever the case: those that begin with it; if there are none,
 * those that hold it; if there are none, those that it is a typing error of.
 */
final class Matching {
  private static final int SHORTEST_WITH_ERROR = 4;
  private static final int SHORTEST_WITH_TWO_ERRORS = 6;

  private Matching() {}

  /** The words that fit, an equal one first, else in the order given. */
  static <T> List<T> best(List<T> words, Function<T, String> text, String typed) {
    List<T> fitting = byPrefix(words, text, typed);
    if (fitting.isEmpty()) {
      fitting = byPart(words, text, typed);
    }
    return fitting.isEmpty() ? byError(words, text, typed) : fitting;
  }

  /** Those that begin with what is typed, an equal one first. */
  static <T> List<T> byPrefix(List<T> words, Function<T, String> text, String typed) {
    List<T> fitting = new ArrayList<>();
    for (T word : words) {
      String candidate = text.apply(word);
      if (candidate.equalsIgnoreCase(typed)) {
        fitting.add(0, word);
      } else if (candidate.regionMatches(true, 0, typed, 0, typed.length())) {
        fitting.add(word);
      }
    }
    return fitting;
  }

  /** Those that hold what is typed; {@code *} and {@code %} in it stand for anything. */
  static <T> List<T> byPart(List<T> words, Function<T, String> text, String typed) {
    List<T> fitting = new ArrayList<>();
    Pattern part = pattern(typed);
    for (T word : words) {
      if (part.matcher(text.apply(word)).find()) {
        fitting.add(word);
      }
    }
    return fitting;
  }

  /** Those that what is typed is one or, if it is long, two typing errors away from. */
  static <T> List<T> byError(List<T> words, Function<T, String> text, String typed) {
    List<T> fitting = new ArrayList<>();
    if (typed.length() < SHORTEST_WITH_ERROR) {
      return fitting;
    }
    LevenshteinDistance distance =
        new LevenshteinDistance(typed.length() < SHORTEST_WITH_TWO_ERRORS ? 1 : 2);
    String lower = typed.toLowerCase(Locale.ROOT);
    for (T word : words) {
      if (distance.apply(lower, text.apply(word).toLowerCase(Locale.ROOT)) >= 0) {
        fitting.add(word);
      }
    }
    return fitting;
  }

  // A wildcard at the beginning of a pattern would be searched for at every place in vain.
  private static Pattern pattern(String typed) {
    StringBuilder regex = new StringBuilder();
    boolean anchored = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c == '*' || c == '%') {
        anchored |= i > 0;
        regex.append(i == 0 ? "" : ".*");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    boolean fromStart = anchored && typed.charAt(0) != '*' && typed.charAt(0) != '%';
    return Pattern.compile(
        (fromStart ? "^" : "") + regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
