package org.mastshell.command;

import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.QueryPlan;
import org.mastshell.output.Counts;
import org.mastshell.table.Table;

/** Counts and fetches the observations of a query, with an eye on how many there are. */
final class SizedSearch {
  private final ArchiveClient client;
  private final ObservationQuery query;
  private final QueryPlan plan;
  private final Work work;

  SizedSearch(ArchiveClient client, ObservationQuery query, QueryPlan plan, Work work) {
    this.client = client;
    this.query = query;
    this.plan = plan;
    this.work = work;
  }

  /**
   * How many there are. What the archive cannot judge must be fetched to be counted; the person is
   * told by the progress line.
   */
  long count() {
    boolean archiveCanCount = plan.judgedHereOnly().isEmpty() && plan.requests() == 1;
    return archiveCanCount
        ? client.count(query, work.cancellation())
        : fetch(RowLimits.NONE).size();
  }

  /**
   * Goes on only if there are no more than so many, or the person says so.
   *
   * @throws CommandException if there are too many
   */
  void requireFewerThan(int limit) {
    long count = client.count(query, work.cancellation());
    if (count <= limit) {
      return;
    }
    String many = Counts.text(count) + " observations";
    if (work.console().interactive() && work.console().confirm(many + " match. Fetch them all?")) {
      return;
    }
    throw new CommandException(
        ExitCode.FAILED,
        many + " match, more than row_limit (" + Counts.text(limit) + "); nothing was fetched",
        "add a criterion, or: --limit " + limit + "   --all   --count   set row_limit " + count);
  }

  /** The observations, at most {@code limit} of them. */
  Table fetch(int limit) {
    try (Watch watch = work.watch("searching")) {
      return client.observations(query, limit, watch, work.cancellation());
    }
  }
}
