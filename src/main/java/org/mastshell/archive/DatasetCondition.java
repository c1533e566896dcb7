package org.mastshell.archive;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.ValueKind;

/**
 * One criterion in the words of a mission search: {@code a,b} for either, {@code *} for anything,
 * {@code a..b}, {@code <5} (API.md, section 8). It lets through at least what the criterion does,
 * which is judged again on what comes.
 *
 * @param column as the search calls it
 * @param text what is sent
 * @param exact whether it lets through just what the criterion does
 */
record DatasetCondition(String column, String text, boolean exact) {
  // A character that means something in a condition; how one would be escaped is not documented.
  private static final String SPECIAL = "*,!<>=|";
  private static final String RANGE = "..";

  /** The condition of a criterion, or empty where there is none. */
  static Optional<DatasetCondition> of(Predicate.Condition criterion, ValueKind kind) {
    if (criterion.subject().isDerived() || criterion.matches().isEmpty()) {
      return Optional.empty();
    }
    List<Match> matches = criterion.matches();
    boolean ranges = matches.stream().anyMatch(DatasetCondition::isSpan);
    Optional<String> text = ranges ? span(matches, kind) : values(matches, kind);
    boolean exact =
        ranges ? isOneClosed(matches, kind) : matches.stream().allMatch(DatasetCondition::isExact);
    return text.map(one -> new DatasetCondition(criterion.subject().source(), one, exact));
  }

  // The times of the archive are finer than those that are sent.
  private static boolean isOneClosed(List<Match> matches, ValueKind kind) {
    return matches.size() == 1
        && kind != ValueKind.DATE
        && matches.get(0) instanceof Match.Range range
        && (range.lowIncluded() || Double.isInfinite(range.low()))
        && (range.highIncluded() || Double.isInfinite(range.high()));
  }

  // The blanks that fill texts up may or may not be behind a pattern's end.
  private static boolean isExact(Match match) {
    return match instanceof Match.Equal
        || match instanceof Match.Contains
        || match instanceof Match.Range
        || (match instanceof Match.Wildcard wildcard
            && wildcard.pieces().get(wildcard.pieces().size() - 1).isEmpty());
  }

  private static boolean isSpan(Match match) {
    return match instanceof Match.Range range && range.low() != range.high();
  }

  private static Optional<String> values(List<Match> matches, ValueKind kind) {
    List<String> values = new ArrayList<>();
    for (Match match : matches) {
      Optional<String> value = value(match, kind);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(String.join(",", values));
  }

  private static Optional<String> value(Match match, ValueKind kind) {
    if (match instanceof Match.Equal equal) {
      return plain(equal.wanted());
    }
    if (match instanceof Match.Range range) {
      return Optional.of(number(range.low(), kind, RoundingMode.HALF_EVEN));
    }
    if (match instanceof Match.Contains contains) {
      return plain(contains.wanted()).map(piece -> "*" + piece + "*");
    }
    // One of several texts in a cell; that it stands there alone is seen here.
    if (match instanceof Match.Parts parts) {
      return parts.wanted().stream()
          .flatMap(part -> value(part, kind).stream())
          .findFirst()
          .map(piece -> anywhere(piece));
    }
    if (match instanceof Match.Wildcard wildcard
        && wildcard.pieces().stream().anyMatch(piece -> !piece.isEmpty())
        && wildcard.pieces().stream().allMatch(piece -> piece.isEmpty() || isPlain(piece))) {
      String text = String.join("*", wildcard.pieces());
      return Optional.of(text.endsWith("*") ? text : text + "*");
    }
    return Optional.empty();
  }

  private static String anywhere(String piece) {
    return (piece.startsWith("*") ? "" : "*") + piece + (piece.endsWith("*") ? "" : "*");
  }

  private static Optional<String> plain(String text) {
    return Optional.of(text).filter(DatasetCondition::isPlain);
  }

  private static boolean isPlain(String text) {
    return !text.isBlank()
        && text.equals(text.strip())
        && !text.contains(RANGE)
        && text.chars().noneMatch(one -> SPECIAL.indexOf(one) >= 0);
  }

  // Several spans are one for the search: from the least to the greatest of their ends.
  private static Optional<String> span(List<Match> matches, ValueKind kind) {
    if (!matches.stream().allMatch(Match.Range.class::isInstance)) {
      return Optional.empty();
    }
    List<Match.Range> ranges = matches.stream().map(Match.Range.class::cast).toList();
    double low = ranges.stream().mapToDouble(Match.Range::low).min().orElseThrow();
    double high = ranges.stream().mapToDouble(Match.Range::high).max().orElseThrow();
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      return Optional.empty();
    }
    if (Double.isInfinite(low)) {
      return Optional.of("<=" + number(high, kind, RoundingMode.CEILING));
    }
    return Optional.of(
        Double.isInfinite(high)
            ? ">=" + number(low, kind, RoundingMode.FLOOR)
            : number(low, kind, RoundingMode.FLOOR)
                + RANGE
                + number(high, kind, RoundingMode.CEILING));
  }

  private static String number(double value, ValueKind kind, RoundingMode rounding) {
    return kind == ValueKind.DATE
        ? ServiceDates.text(value, rounding)
        : Bounds.plain(value).toPlainString();
  }
}
