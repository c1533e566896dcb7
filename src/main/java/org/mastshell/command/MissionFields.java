package org.mastshell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Progress;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.MissionSearch;
import org.mastshell.vocabulary.MissionSearches;

/**
 * The missions that have a search of their own, with the columns that their searches have told of
 * since the program began. For several threads.
 */
public final class MissionFields {
  private final MissionSearches bundled;
  private final Map<String, List<Field>> announced = new ConcurrentHashMap<>();

  /**
   * @param bundled those that come with the program
   */
  public MissionFields(MissionSearches bundled) {
    this.bundled = bundled;
  }

  /** The searches, with what is known of their columns now. */
  public List<MissionSearch> all() {
    return bundled.all().stream().map(this::known).toList();
  }

  /** The search of a mission, in any case, with what is known of its columns now. */
  public Optional<MissionSearch> find(String mission) {
    return bundled.find(mission).map(this::known);
  }

  /** The same search with all columns that it has, which is asked unless it was before. */
  MissionSearch whole(MissionSearch search, ArchiveClient client, Work work) {
    return announced.containsKey(search.name()) ? known(search) : renewed(search, client, work);
  }

  /** The same search with all columns that it has today. */
  MissionSearch renewed(MissionSearch search, ArchiveClient client, Work work) {
    try (Watch watch = work.watch("asking")) {
      watch.update(new Progress.Step(0, 0, "columns", search.title()));
      announced.put(search.name(), client.missions().columns(search.name(), work.cancellation()));
    }
    return known(search);
  }

  private MissionSearch known(MissionSearch search) {
    return search.including(announced.getOrDefault(search.name(), List.of()));
  }
}
