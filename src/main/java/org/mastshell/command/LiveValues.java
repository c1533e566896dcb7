package org.mastshell.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.session.Settings;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * The values that the archive itself lists, with counts. Asked for once in a process and server, by
 * a command; looking at what is there costs nothing.
 */
public final class LiveValues {
  private final ArchiveAccess archive;
  private URI server;
  private Map<String, List<ValueCount>> facets = Map.of();

  /**
   * @param archive whom to ask
   */
  public LiveValues(ArchiveAccess archive) {
    this.archive = archive;
  }

  /**
   * Asks the archive unless that was done.
   *
   * @throws ArchiveException if there is no answer
   */
  public void fetch(Settings settings, Cancellation cancellation) {
    ArchiveClient client = archive.client(settings);
    if (!client.options().server().equals(server)) {
      facets = client.facets(cancellation);
      server = client.options().server();
    }
  }

  /** The values of a column, most frequent first, if the archive was asked and lists them. */
  public Optional<List<ValueCount>> of(String column) {
    return Optional.ofNullable(facets.get(column)).filter(counts -> !counts.isEmpty());
  }
}
