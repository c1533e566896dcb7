package org.mastshell.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;

/** Says what of a query is sent to the archive, and what is judged here. */
final class SentEcho {
  private final QueryPlan plan;
  private final Optional<SkyCircle> region;

  SentEcho(QueryPlan plan, Optional<SkyCircle> region) {
    this.plan = plan;
    this.region = region;
  }

  /** One line for each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> sent = new ArrayList<>(plan.sent());
    region.map(SentEcho::text).ifPresent(sent::add);
    if (!sent.isEmpty()) {
      String requests = plan.requests() > 1 ? " (" + plan.requests() + " requests)" : "";
      lines.add("  sent: " + String.join(" ", sent) + requests);
    }
    if (!plan.judgedHereOnly().isEmpty()) {
      lines.add("  judged here: " + String.join(" ", plan.judgedHereOnly()));
    }
    return lines;
  }

  private static String text(SkyCircle circle) {
    return String.format(
        Locale.ROOT,
        "position=%.5f,%+.5f within %s deg",
        circle.ra(),
        circle.dec(),
        BigDecimal.valueOf(circle.radius())
            .setScale(5, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }
}
