package org.mastshell.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Where the parts of a criterion stand in words as typed, finished or not. */
public final class CriterionGrammar {
  private static final char REGEX = '/';

  private CriterionGrammar() {}

  /**
   * Where the first operator outside quotes begins.
   *
   * @param raw a word as typed
   * @return its place, or -1
   */
  public static int operatorIn(String raw) {
    QuotedText text = QuotedText.of(raw);
    int place = operatorIn(text);
    return place < 0 ? -1 : text.offset(place);
  }

  /** The longest operator that begins at a place of a word as typed; empty if none does. */
  public static String operatorAt(String raw, int place) {
    Optional<String> longest =
        Arrays.stream(Operator.values())
            .map(Operator::symbol)
            .filter(symbol -> raw.startsWith(symbol, place))
            .max(Comparator.comparing(String::length));
    // People from other languages double it, and it is understood.
    boolean doubled = longest.filter("="::equals).isPresent() && raw.startsWith("==", place);
    return doubled ? "==" : longest.orElse("");
  }

  /**
   * Where a value ends: at the next comma outside quotes and regular expressions, or the end.
   *
   * @param raw values as typed, with commas between them
   * @param start where the value begins, outside quotes
   * @param operator before them
   */
  public static int valueEnd(String raw, int start, String operator) {
    String rest = raw.substring(start);
    QuotedText text = QuotedText.of(rest);
    boolean contains = operator.endsWith(Operator.CONTAINS.symbol());
    int end = valueEnd(text, 0, contains);
    return end == text.length() ? raw.length() : start + text.offset(end);
  }

  /** Where the first operator outside quotes stands in a text, or -1. */
  static int operatorIn(QuotedText text) {
    for (int i = 0; i < text.length(); i++) {
      boolean comparing =
          text.isBare(i, '=') || text.isBare(i, '~') || text.isBare(i, '<') || text.isBare(i, '>');
      boolean negating =
          text.isBare(i, '!') && (text.isBare(i + 1, '=') || text.isBare(i + 1, '~'));
      if (comparing || negating) {
        return i;
      }
    }
    return -1;
  }

  /** Where the value that begins at a place of a text ends, exclusive. */
  static int valueEnd(QuotedText text, int start, boolean contains) {
    if (contains && text.isBare(start, REGEX)) {
      for (int i = start + 2; i < text.length(); i++) {
        boolean ends = i + 1 == text.length() || text.isBare(i + 1, ',');
        if (text.at(i) == REGEX && ends) {
          return i + 1;
        }
      }
    }
    int end = start;
    while (end < text.length() && !text.isBare(end, ',')) {
      end++;
    }
    return end;
  }
}
