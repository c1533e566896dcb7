package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;

/** Puts one criterion in the archive's terms, where they can express it. */
final class CriterionSender {
  private static final int MOST_VALUES = 200;

  private final Predicate.Condition criterion;
  private final String column;
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> patterns = new LinkedHashSet<>();
  private final List<String> words = new ArrayList<>();
  private boolean exact = true;

  private CriterionSender(Predicate.Condition criterion) {
    this.criterion = criterion;
    this.column = criterion.subject().source();
  }

  /** The criterion as it can be sent, or empty where it cannot. */
  static Optional<SentCriterion> send(Predicate.Condition criterion, boolean hasRegion) {
    if (criterion.subject().isDerived()
        || criterion.matches().isEmpty()
        || !SearchableColumns.isSearchable(criterion.subject().source(), hasRegion)) {
      return Optional.empty();
    }
    CriterionSender sender = new CriterionSender(criterion);
    return SearchableColumns.isContinuous(sender.column) ? sender.bounds() : sender.texts();
  }

  private Optional<SentCriterion> bounds() {
    List<Bounds> bounds = new ArrayList<>();
    for (Match match : criterion.matches()) {
      if (match instanceof Match.Range range && !isEverything(range)) {
        bounds.add(Bounds.of(range));
        exact &= range.lowIncluded() && range.highIncluded();
      } else if (match instanceof Match.Equal equal && isNumber(equal.wanted())) {
        double number = Double.parseDouble(equal.wanted());
        bounds.add(new Bounds(number, number));
        exact = false;
      } else {
        return Optional.empty();
      }
      words.add(match.toString());
    }
    return Optional.of(sent(List.of(SentFilter.bounds(column, bounds))));
  }

  private Optional<SentCriterion> texts() {
    for (Match match : criterion.matches()) {
      if (!add(match)) {
        return Optional.empty();
      }
    }
    List<SentFilter> alternatives = new ArrayList<>();
    if (!values.isEmpty()) {
      alternatives.add(
          SentFilter.values(column, List.copyOf(values), SearchableColumns.isList(column)));
    }
    // The archive takes one pattern a filter; whether it joins one with values is not documented.
    patterns.forEach(pattern -> alternatives.add(SentFilter.pattern(column, pattern)));
    return Optional.of(sent(alternatives));
  }

  private SentCriterion sent(List<SentFilter> alternatives) {
    String text = column + "=" + QueryPlanner.listed(words);
    return new SentCriterion(criterion, text, alternatives, exact);
  }

  private boolean add(Match match) {
    if (match instanceof Match.Equal equal) {
      return addEqual(equal.wanted());
    }
    if (match instanceof Match.Range range) {
      return addRange(range);
    }
    if (match instanceof Match.Parts parts) {
      return addParts(parts);
    }
    if (match instanceof Match.Family family) {
      String name = SearchableColumns.family(family.name());
      exact = false;
      return addPattern(LikePattern.startingWith(name), name + "*");
    }
    return addPattern(LikePattern.of(match), match.toString());
  }

  private boolean addEqual(String wanted) {
    words.add(typed(wanted));
    String sought = wanted;
    if (SearchableColumns.isList(column)) {
      exact &= SearchableColumns.isSingular(column);
      // Parts are compared, so a whole list is never equal to any of them.
      if (wanted.indexOf(';') >= 0) {
        exact = false;
        sought = wanted.substring(0, wanted.indexOf(';'));
      }
    }
    values.addAll(SearchableColumns.spellings(column, sought));
    return true;
  }

  // A star that is meant as one is typed with a backslash, and so it is echoed.
  private static String typed(String text) {
    return text.replace("*", "\\*");
  }

  private boolean addRange(Match.Range range) {
    if (!SearchableColumns.isWhole(column)) {
      return false;
    }
    double low = Math.ceil(range.low());
    double high = Math.floor(range.high());
    if (!range.lowIncluded() && low == range.low()) {
      low++;
    }
    if (!range.highIncluded() && high == range.high()) {
      high--;
    }
    double from = Math.max(low, SearchableColumns.lowest(column));
    double to = Math.min(high, SearchableColumns.highest(column));
    if (!(from <= to) || to - from >= MOST_VALUES || Math.abs(to) > 0x1p53) {
      return false;
    }
    LongStream.rangeClosed((long) from, (long) to).mapToObj(Long::toString).forEach(values::add);
    words.add(range.toString());
    return values.size() <= MOST_VALUES;
  }

  // The archive compares each part of the cell with one wanted value; the others are judged here.
  private boolean addParts(Match.Parts parts) {
    if (!SearchableColumns.isList(column)) {
      return false;
    }
    exact &= parts.wanted().size() == 1;
    for (Match part : parts.wanted()) {
      if (part instanceof Match.Equal equal && equal.wanted().indexOf(';') < 0) {
        words.add(typed(equal.wanted()));
        values.addAll(SearchableColumns.spellings(column, equal.wanted()));
        return true;
      }
    }
    for (Match part : parts.wanted()) {
      Optional<LikePattern> pattern = LikePattern.of(part);
      if (pattern.isPresent()) {
        exact = false;
        return addPattern(pattern.map(LikePattern::anywhere), part.toString());
      }
    }
    return false;
  }

  private boolean addPattern(Optional<LikePattern> pattern, String text) {
    if (pattern.isEmpty()) {
      return false;
    }
    exact &= pattern.get().exact();
    patterns.add(pattern.get().text());
    words.add(text);
    return true;
  }

  private static boolean isEverything(Match.Range range) {
    return Double.isInfinite(range.low()) && Double.isInfinite(range.high());
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?(\\d{1,300}\\.?\\d{0,300}|\\.\\d{1,300})([eE][+-]?\\d{1,2})?");
  }
}
