package org.mastshell.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;

/** Takes criteria apart into what the archive is asked and what is judged here. */
final class QueryPlanner {
  private static final int MOST_REQUESTS = 24;
  private static final int FEW = 12;
  private static final int SHOWN = 3;

  private final boolean hasRegion;
  private final List<SentCriterion> sent = new ArrayList<>();
  private final List<Predicate> here = new ArrayList<>();
  private final List<String> hereOnly = new ArrayList<>();

  private QueryPlanner(boolean hasRegion) {
    this.hasRegion = hasRegion;
  }

  static PlannedQuery plan(Predicate criteria, boolean hasRegion) {
    QueryPlanner planner = new QueryPlanner(hasRegion);
    planner.take(criteria);
    planner.limitRequests();
    return planner.planned();
  }

  private void take(Predicate part) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(this::take);
      return;
    }
    Optional<SentCriterion> sendable =
        part instanceof Predicate.Condition condition
            ? CriterionSender.send(condition, hasRegion)
            : Optional.empty();
    if (sendable.isEmpty() || !add(sendable.get())) {
      judgeHereOnly(part);
    }
  }

  private boolean add(SentCriterion criterion) {
    for (int i = 0; i < sent.size(); i++) {
      SentCriterion earlier = sent.get(i);
      if (earlier.column().equalsIgnoreCase(criterion.column())) {
        Optional<SentCriterion> merged = merged(earlier, criterion);
        if (merged.isEmpty()) {
          return false;
        }
        if (!criterion.exact()) {
          here.add(criterion.criterion());
        }
        sent.set(i, merged.get());
        return true;
      }
    }
    sent.add(criterion);
    return true;
  }

  private static Optional<SentCriterion> merged(SentCriterion first, SentCriterion second) {
    if (first.requests() != 1 || second.requests() != 1) {
      return Optional.empty();
    }
    return first
        .alternatives()
        .get(0)
        .intersect(second.alternatives().get(0))
        .map(
            both ->
                new SentCriterion(
                    first.criterion(),
                    first.words() + " " + second.words(),
                    List.of(both),
                    first.exact()));
  }

  // Many wildcards for many columns multiply; the widest are left to be judged here.
  private void limitRequests() {
    while (requests() > MOST_REQUESTS) {
      SentCriterion widest =
          sent.stream().max(Comparator.comparingInt(SentCriterion::requests)).orElseThrow();
      sent.remove(widest);
      judgeHereOnly(widest.criterion());
    }
  }

  private long requests() {
    long product = 1;
    for (SentCriterion criterion : sent) {
      product = Math.min(Integer.MAX_VALUE, product * criterion.requests());
    }
    return product;
  }

  private void judgeHereOnly(Predicate part) {
    here.add(part);
    hereOnly.add(words(part));
  }

  private PlannedQuery planned() {
    List<Predicate> judged = new ArrayList<>();
    sent.stream()
        .filter(criterion -> !criterion.exact())
        .map(SentCriterion::criterion)
        .forEach(judged::add);
    judged.addAll(here);
    List<List<SentFilter>> requests = combinations();
    QueryPlan plan =
        new QueryPlan(
            sent.stream().map(SentCriterion::words).toList(),
            Predicate.all(judged),
            List.copyOf(hereOnly),
            requests.size());
    return new PlannedQuery(plan, requests);
  }

  private List<List<SentFilter>> combinations() {
    List<List<SentFilter>> combinations = List.of(List.of());
    for (SentCriterion criterion : sent) {
      List<List<SentFilter>> longer = new ArrayList<>();
      for (List<SentFilter> combination : combinations) {
        for (SentFilter alternative : criterion.alternatives()) {
          List<SentFilter> extended = new ArrayList<>(combination);
          extended.add(alternative);
          longer.add(List.copyOf(extended));
        }
      }
      combinations = longer;
    }
    return List.copyOf(combinations);
  }

  /** A criterion as people write it. */
  static String words(Predicate part) {
    if (part instanceof Predicate.Condition condition) {
      return condition.subject().name() + "=" + words(condition.matches());
    }
    if (part instanceof Predicate.Not not && not.part() instanceof Predicate.Condition condition) {
      return condition.subject().name() + "!=" + words(condition.matches());
    }
    return part.toString();
  }

  private static String words(List<Match> matches) {
    return listed(matches.stream().limit(FEW + 1).map(Match::toString).toList(), matches.size());
  }

  /** Values between commas; of very many the first ones, and how many there are. */
  static String listed(List<String> values) {
    return listed(values, values.size());
  }

  private static String listed(List<String> values, int all) {
    if (all <= FEW) {
      return String.join(",", values);
    }
    String first = String.join(",", values.subList(0, SHOWN));
    return String.format(Locale.ROOT, "%s,… (%,d values)", first, all);
  }
}
