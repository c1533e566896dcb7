package org.mastshell.language;

import java.util.List;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate.Condition;

/** Finds comparisons of one field that no value can meet: {@code exptime>10 exptime<5}. */
final class Contradictions {
  private Contradictions() {}

  /**
   * Goes on only if a value can meet all comparisons of its field.
   *
   * @throws SyntaxException that points at the second of two that exclude each other
   */
  static void refuse(List<Criterion> criteria, String line) {
    for (int later = 1; later < criteria.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (exclude(criteria.get(earlier), criteria.get(later))) {
          throw fault(criteria.get(earlier), criteria.get(later), line);
        }
      }
    }
  }

  private static SyntaxException fault(Criterion earlier, Criterion later, String line) {
    String first = line.substring(earlier.start(), earlier.end());
    String second = line.substring(later.start(), later.end());
    return Word.in(line, later.start(), later.end())
        .fault(
            line,
            first + " and " + second + " exclude each other",
            "all criteria must hold" + between(earlier, later));
  }

  // exptime>10 exptime<5: the other way round they hold between the two.
  private static String between(Criterion one, Criterion other) {
    boolean opposed =
        Double.isInfinite(range(one).low()) != Double.isInfinite(range(other).low())
            && Double.isInfinite(range(one).high()) != Double.isInfinite(range(other).high());
    if (!opposed) {
      return "; either of several values is " + one.field().name() + "=A,B";
    }
    Criterion below = Double.isInfinite(range(one).low()) ? one : other;
    Criterion above = below.equals(one) ? other : one;
    return "; between the two is "
        + below.field().name()
        + "="
        + below.values().get(0).word().raw()
        + ".."
        + above.values().get(0).word().raw();
  }

  private static boolean exclude(Criterion one, Criterion other) {
    if (!one.field().equals(other.field()) || one.negative() || other.negative()) {
      return false;
    }
    boolean ranges = isRange(one) && isRange(other);
    return ranges && isEmpty(range(one), range(other));
  }

  // A field that stands for two columns has other predicates: a long observation can meet both.
  private static boolean isRange(Criterion criterion) {
    return criterion.predicate() instanceof Condition condition
        && condition.matches().size() == 1
        && condition.matches().get(0) instanceof Match.Range;
  }

  private static Match.Range range(Criterion criterion) {
    return (Match.Range) ((Condition) criterion.predicate()).matches().get(0);
  }

  private static boolean isEmpty(Match.Range one, Match.Range other) {
    return endsBefore(one, other) || endsBefore(other, one);
  }

  private static boolean endsBefore(Match.Range one, Match.Range other) {
    return one.high() < other.low()
        || (one.high() == other.low() && !(one.highIncluded() && other.lowIncluded()));
  }
}
