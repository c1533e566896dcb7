package org.mastshell.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;

/** Says what of a query is sent to the archive, and what is judged here. */
final class SentEcho {
  private final QueryPlan plan;
  private final ObservationQuery query;

  SentEcho(QueryPlan plan, ObservationQuery query) {
    this.plan = plan;
    this.query = query;
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
    if (!plan.judgedHereOnly().isEmpty()) {
      lines.add("  judged here: " + String.join(" ", plan.judgedHereOnly()));
    }
    return lines;
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

  private static String degrees(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
