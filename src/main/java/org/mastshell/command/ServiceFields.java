package org.mastshell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Progress;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * The tables of the archive that have columns of their own, with the columns that it has told of
 * since the program began. For several threads.
 */
public final class ServiceFields {
  private final ServiceTables bundled;
  private final Map<String, List<Field>> announced = new ConcurrentHashMap<>();

  /**
   * @param bundled those that come with the program
   */
  public ServiceFields(ServiceTables bundled) {
    this.bundled = bundled;
  }

  /** The tables with rows of a kind, with what is known of their columns now. */
  public List<ServiceTable> all(SetKind kind) {
    return bundled.all(kind).stream().map(this::known).toList();
  }

  /** The table of a name, in any case, with what is known of its columns now. */
  public Optional<ServiceTable> find(SetKind kind, String name) {
    return bundled.find(kind, name).map(this::known);
  }

  /** The search of a mission with all its columns, for which it is asked unless it was before. */
  ServiceTable whole(ServiceTable search, ArchiveClient client, Work work) {
    return announced.containsKey(search.name()) ? known(search) : renewed(search, client, work);
  }

  /** The search of a mission with all columns that it has today. */
  ServiceTable renewed(ServiceTable search, ArchiveClient client, Work work) {
    try (Watch watch = work.watch("asking")) {
      watch.update(new Progress.Step(0, 0, "columns", search.title()));
      announced.put(search.name(), client.missions().columns(search.name(), work.cancellation()));
    }
    return known(search);
  }

  private ServiceTable known(ServiceTable table) {
    return table.including(announced.getOrDefault(table.name(), List.of()));
  }
}
