package org.mastshell.command;

import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.ObservationsReply;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.output.Counts;
import org.mastshell.table.Predicate;

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
   * How many there are. What the archive cannot judge, or only roughly, must be fetched to be
   * counted; the person is told by the progress line. Of very many the archive's rough number will
   * do, and the person is told so.
   *
   * @param rowLimit more than this are not fetched to be counted
   */
  long count(int rowLimit) {
    if (exact()) {
      return asked();
    }
    if (plan.judgedHereOnly().isEmpty()) {
      long rough = asked();
      if (rough == 0 || rough > rowLimit) {
        sayIfRough(rough);
        return rough;
      }
    }
    return fetch(RowLimits.NONE).complete().size();
  }

  /** The archive's own count; waiting for it is shown like waiting for the observations. */
  private long asked() {
    try (Watch watch = work.watch("searching")) {
      watch.update(new Progress.Step(0, 0, "observations", "how many"));
      return client.count(query, watch, work.cancellation());
    }
  }

  private void sayIfRough(long rough) {
    if (rough > 0) {
      work.say(
          "  the archive's own count: it judges these criteria roughly, and so many may not all fit");
    }
  }

  /** Whether the archive judges the whole query as we do. */
  boolean exact() {
    return plan.judgedHere().equals(Predicate.always()) && plan.requests() == 1;
  }

  /** Says that a limit left observations out, and how many there are where that is known. */
  String leftOut(int limit) {
    return "  the first " + Counts.text(limit) + ofHowMany() + " only (--limit)";
  }

  // Only a remark: without an answer the observations that were fetched still stand.
  private String ofHowMany() {
    try {
      return exact() ? " of " + Counts.text(asked()) : "";
    } catch (ArchiveException unanswered) {
      return "";
    }
  }

  /**
   * Goes on only if there are no more than so many, or the person says so.
   *
   * @throws CommandException if there are too many
   */
  void requireFewerThan(int limit) {
    long count = asked();
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
  ObservationsReply fetch(int limit) {
    try (Watch watch = work.watch("searching")) {
      return client.search(query, limit, watch, work.cancellation());
    }
  }
}
