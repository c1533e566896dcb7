package org.mastshell.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * The values that the archive itself lists, with counts. They are asked for by a command, and kept
 * on disk for as long as the setting {@code cache_age} says.
 */
public final class LiveValues {
  private final ArchiveAccess archive;
  private final FacetCache cache;
  private URI server;
  private Map<String, List<ValueCount>> facets = Map.of();

  /**
   * @param archive whom to ask
   * @param cache what was asked before
   */
  public LiveValues(ArchiveAccess archive, FacetCache cache) {
    this.archive = archive;
    this.cache = cache;
  }

  /**
   * Sees to it that the values are here, asking the archive if need be.
   *
   * @throws ArchiveException if there is no answer
   */
  public void fetch(Settings settings, Cancellation cancellation) {
    if (known(settings)) {
      return;
    }
    ArchiveClient client = archive.client(settings);
    facets = client.facets(cancellation);
    server = client.options().server();
    if (settings.whole(Setting.CACHE_AGE) > 0) {
      cache.write(server, facets);
    }
  }

  /**
   * The values of a column, most frequent first, if they are here; the archive is not asked.
   *
   * @param column the archive's name of it
   */
  public Optional<List<ValueCount>> of(String column, Settings settings) {
    return known(settings)
        ? Optional.ofNullable(facets.get(column)).filter(counts -> !counts.isEmpty())
        : Optional.empty();
  }

  private boolean known(Settings settings) {
    URI wanted = settings.clientOptions().server();
    if (!wanted.equals(server)) {
      Duration oldest = Duration.ofDays(settings.whole(Setting.CACHE_AGE));
      cache
          .read(wanted, oldest)
          .ifPresent(
              read -> {
                facets = read;
                server = wanted;
              });
    }
    return wanted.equals(server);
  }
}
