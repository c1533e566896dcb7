package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.archive.QueryPlan;
import org.mastshell.language.Criteria;

/** Says what of a query is sent to the archive, and what is judged here. */
final class SentEcho {
  private final QueryPlan plan;
  private final Criteria criteria;

  SentEcho(QueryPlan plan, Criteria criteria) {
    this.plan = plan;
    this.criteria = criteria;
  }

  /** One line for each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> sent = new ArrayList<>(plan.sent());
    criteria.position().ifPresent(position -> sent.add("position"));
    if (!sent.isEmpty()) {
      String requests = plan.requests() > 1 ? " (" + plan.requests() + " requests)" : "";
      lines.add("  sent: " + String.join(" ", sent) + requests);
    }
    if (!plan.judgedHereOnly().isEmpty()) {
      lines.add("  judged here: " + String.join(" ", plan.judgedHereOnly()));
    }
    return lines;
  }
}
