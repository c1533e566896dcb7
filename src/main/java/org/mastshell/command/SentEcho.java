package org.mastshell.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;

/** Says what of a query is sent to the archive, and what is judged here. */
final class SentEcho {
  private final QueryPlan plan;
  private final ObservationQuery query;
  private final Criteria criteria;

  SentEcho(QueryPlan plan, ObservationQuery query, Criteria criteria) {
    this.plan = plan;
    this.query = query;
    this.criteria = criteria;
  }

  /** One line for each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> sent = new ArrayList<>(plan.sent());
    query.region().ifPresent(region -> sent.add(position(region)));
    if (!sent.isEmpty()) {
      String requests = plan.requests() > 1 ? " (" + plan.requests() + " requests)" : "";
      lines.add("  sent: " + String.join(" ", sent) + requests);
    }
    List<String> here = new ArrayList<>(plan.judgedHereOnly());
    criteria.all().stream()
        .filter(criterion -> wantsSeveralParts(criterion.predicate()))
        .map(Criterion::text)
        .filter(text -> !here.contains(text))
        .forEach(here::add);
    if (!here.isEmpty()) {
      lines.add("  judged here: " + String.join(" ", here));
    }
    return lines;
  }

  // The archive is asked for one part of a compound filter; that all of them are there is seen
  // here.
  private static boolean wantsSeveralParts(Predicate predicate) {
    return predicate instanceof Predicate.Condition condition
        && condition.matches().stream()
            .anyMatch(match -> match instanceof Match.Parts parts && parts.wanted().size() > 1);
  }

  // As the archive is asked, since a name or sexagesimal text is not what it gets.
  private static String position(SkyCircle region) {
    return String.format(
        Locale.ROOT,
        "position=%s,%s radius=%sdeg",
        degrees(region.ra()),
        degrees(region.dec()),
        degrees(region.radius()));
  }

  /** An angle in degrees as it is shown. */
  static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
