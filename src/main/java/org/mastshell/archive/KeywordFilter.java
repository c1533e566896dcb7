package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.ValueKind;

/**
 * One criterion as a filter of a keyword service (API.md, section 1.5). It lets through at least
 * what the criterion does, which is judged again on what comes.
 *
 * @param filter as it is sent
 * @param exact whether it lets through just what the criterion does
 */
record KeywordFilter(SentFilter filter, boolean exact) {
  // Numbers that FITS headers of JWST write as texts; whether the tables compare them as numbers is
  // not documented.
  private static final Set<String> WRITTEN_AS_TEXT = Set.of("program", "observtn", "visit");

  /** The filter of a criterion, or empty where there is none. */
  static Optional<KeywordFilter> of(Predicate.Condition criterion, ValueKind kind) {
    List<Match> matches = criterion.matches();
    // How the services take truth values is not documented.
    if (criterion.subject().isDerived() || matches.isEmpty() || kind == ValueKind.FLAG) {
      return Optional.empty();
    }
    String column = criterion.subject().source();
    if (!kind.isNumber()) {
      return texts(column, matches);
    }
    return numbers(column, matches, kind)
        .filter(one -> !one.filter().isBounds() || !WRITTEN_AS_TEXT.contains(column));
  }

  private static Optional<KeywordFilter> numbers(
      String column, List<Match> matches, ValueKind kind) {
    List<Bounds> bounds = new ArrayList<>();
    List<String> values = new ArrayList<>();
    boolean closed = true;
    for (Match match : matches) {
      if (kind == ValueKind.INTEGER && match instanceof Match.Equal equal) {
        values.add(equal.wanted());
        continue;
      }
      if (!(match instanceof Match.Range range)) {
        return Optional.empty();
      }
      if (Double.isInfinite(range.low()) && Double.isInfinite(range.high())) {
        return Optional.empty();
      }
      bounds.add(Bounds.of(range));
      closed &= range.lowIncluded() && range.highIncluded();
      if (range.low() == range.high()) {
        values.add(Bounds.plain(range.low()).toPlainString());
      }
    }
    // Programs and observations are sent as public clients send them: as texts.
    boolean whole = kind == ValueKind.INTEGER && values.size() == matches.size();
    if (!whole && bounds.size() < matches.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new KeywordFilter(
            whole ? SentFilter.values(column, values, false) : SentFilter.bounds(column, bounds),
            whole || closed));
  }

  private static Optional<KeywordFilter> texts(String column, List<Match> matches) {
    List<String> values = new ArrayList<>();
    Optional<LikePattern> pattern = Optional.empty();
    for (Match match : matches) {
      if (match instanceof Match.Equal equal) {
        values.add(equal.wanted());
      } else {
        // One pattern goes with a filter; whether it goes with values is not documented.
        pattern = matches.size() == 1 ? LikePattern.of(match) : Optional.empty();
        if (pattern.isEmpty()) {
          return Optional.empty();
        }
      }
    }
    // A list may name a value more than once.
    List<String> distinct = values.stream().distinct().toList();
    return Optional.of(
        pattern
            .map(one -> new KeywordFilter(SentFilter.pattern(column, one.text()), one.exact()))
            .orElseGet(() -> new KeywordFilter(SentFilter.values(column, distinct, false), true)));
  }
}
