package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Progress;
import org.mastshell.archive.TargetQuery;
import org.mastshell.archive.TargetsReply;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * What targets are matched with: observations, or the sources of a catalogue.
 *
 * @param table the columns of the catalogue; empty for observations
 * @param columns those to keep of it, beside those of the match; empty for all
 */
record MatchedRows(Optional<ServiceTable> table, List<String> columns) {
  /** Keeps its own copy of the columns. */
  MatchedRows {
    columns = List.copyOf(columns);
  }

  /** Observations. */
  static MatchedRows observations() {
    return new MatchedRows(Optional.empty(), List.of());
  }

  /**
   * The sources of a catalogue.
   *
   * @param columns those to keep; empty for all
   */
  static MatchedRows of(ServiceTable table, List<String> columns) {
    return new MatchedRows(Optional.of(table), columns);
  }

  /** What the rows are. */
  SetKind kind() {
    return table.isPresent() ? SetKind.CATALOG : SetKind.OBSERVATIONS;
  }

  TargetsReply ask(
      ArchiveClient client, TargetQuery query, int most, Progress progress, Work work) {
    return table.isPresent()
        ? client.near(table.get(), columns, query, most, progress, work.cancellation())
        : client.near(query, most, progress, work.cancellation());
  }
}
