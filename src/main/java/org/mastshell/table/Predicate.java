package org.mastshell.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold for a row to be kept. A predicate can be taken apart, so that a part of it can be
 * asked of a server and the rest be judged here.
 */
public sealed interface Predicate {

  /** Makes the predicate ready for the rows of a table. */
  RowTest bind(Table table);

  /** The columns that it looks at, each as its subject names it. */
  Set<String> sources();

  /** The predicate as people read it. */
  @Override
  String toString();

  /** Holds for every row. */
  static Predicate always() {
    return new All(List.of());
  }

  /** All of these must hold. */
  static Predicate all(List<Predicate> parts) {
    return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
  }

  /** At least one of these must hold. */
  static Predicate any(List<Predicate> parts) {
    return parts.size() == 1 ? parts.get(0) : new Any(List.copyOf(parts));
  }

  /** This must not hold; a missing value makes most conditions false, hence this true. */
  static Predicate not(Predicate part) {
    return new Not(part);
  }

  /** The cell must fit at least one of the matches. */
  static Predicate where(Subject subject, List<Match> matches) {
    return new Condition(subject, List.copyOf(matches));
  }

  /** The cell must fit the match. */
  static Predicate where(Subject subject, Match match) {
    return where(subject, List.of(match));
  }

  private static Set<String> sources(List<Predicate> parts) {
    return parts.stream()
        .flatMap(part -> part.sources().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RowTest untilOneIs(boolean verdict, List<Predicate> parts, Table table) {
    RowTest[] tests = parts.stream().map(part -> part.bind(table)).toArray(RowTest[]::new);
    return row -> {
      for (RowTest test : tests) {
        if (test.test(row) == verdict) {
          return verdict;
        }
      }
      return !verdict;
    };
  }

  /** A conjunction; without parts it always holds. */
  record All(List<Predicate> parts) implements Predicate {
    @Override
    public RowTest bind(Table table) {
      return untilOneIs(false, parts, table);
    }

    @Override
    public Set<String> sources() {
      return Predicate.sources(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Any ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" "));
    }
  }

  /** A disjunction; without parts it never holds. */
  record Any(List<Predicate> parts) implements Predicate {
    @Override
    public RowTest bind(Table table) {
      return untilOneIs(true, parts, table);
    }

    @Override
    public Set<String> sources() {
      return Predicate.sources(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Predicate::toString).collect(Collectors.joining(" or "));
    }
  }

  /** A negation. */
  record Not(Predicate part) implements Predicate {
    @Override
    public RowTest bind(Table table) {
      RowTest test = part.bind(table);
      return row -> !test.test(row);
    }

    @Override
    public Set<String> sources() {
      return part.sources();
    }

    @Override
    public String toString() {
      return "not(" + part + ")";
    }
  }

  /** One subject and the matches of which one must fit. */
  record Condition(Subject subject, List<Match> matches) implements Predicate {
    @Override
    public RowTest bind(Table table) {
      return ConditionTest.of(table.column(subject), matches);
    }

    @Override
    public Set<String> sources() {
      return Set.of(subject.source());
    }

    @Override
    public String toString() {
      return subject.name()
          + matches.stream().map(Match::toString).collect(Collectors.joining(",", "=", ""));
    }
  }
}
