package org.mastshell.command;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
  private final Supplier<ServiceTables> bundled;
  private final Map<String, List<Field>> announced = new ConcurrentHashMap<>();
  private volatile URI server;
  private ServiceTables tables;

  /**
   * @param bundled reads those that come with the program
   */
  public ServiceFields(Supplier<ServiceTables> bundled) {
    this.bundled = bundled;
  }

  /** The tables with rows of a kind, with what is known of their columns now. */
  public List<ServiceTable> all(SetKind kind) {
    return tables().all(kind).stream().map(this::known).toList();
  }

  /** The table of a name, in any case, with what is known of its columns now. */
  public Optional<ServiceTable> find(SetKind kind, String name) {
    return tables().find(kind, name).map(this::known);
  }

  /** The search of a mission with all its columns, for which it is asked unless it was before. */
  ServiceTable whole(ServiceTable search, ArchiveClient client, Work work) {
    return announced.containsKey(search.name()) && client.options().server().equals(server)
        ? known(search)
        : renewed(search, client, work);
  }

  /** The search of a mission with all columns that it has today. */
  ServiceTable renewed(ServiceTable search, ArchiveClient client, Work work) {
    try (Watch watch = work.watch("asking")) {
      watch.update(new Progress.Step(0, 0, "columns", search.title()));
      List<Field> columns = client.missions().columns(search.name(), work.cancellation());
      forgetOthers(client.options().server());
      announced.put(search.name(), columns);
    }
    return known(search);
  }

  // Read when first asked for: the help of all commands needs none of it.
  private synchronized ServiceTables tables() {
    if (tables == null) {
      tables = bundled.get();
    }
    return tables;
  }

  // What one archive has, another need not have.
  private synchronized void forgetOthers(URI asked) {
    if (!asked.equals(server)) {
      announced.clear();
      server = asked;
    }
  }

  private ServiceTable known(ServiceTable table) {
    return table.including(announced.getOrDefault(table.name(), List.of()));
  }
}
