package org.mastshell.session;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mastshell.language.Secrets;
import org.mastshell.store.StoredSession;
import org.mastshell.store.StoredSet;
import org.mastshell.vocabulary.SetKind;

/** Turns sets and settings into the form in which they are kept, and back. */
final class StoredForm {
  private StoredForm() {}

  static StoredSession of(SetHistory history, Map<String, String> settings) {
    return new StoredSession(
        history.every().stream()
            .map(set -> history.dropped().contains(set) ? stored(set).asDropped() : stored(set))
            .toList(),
        history.visited(),
        history.position(),
        history.made(),
        settings);
  }

  /**
   * The sets, and the way among them.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  static SetHistory history(StoredSession kept) {
    Map<Boolean, List<WorkingSet>> sets =
        kept.sets().stream()
            .collect(
                Collectors.partitioningBy(
                    StoredSet::dropped,
                    Collectors.mapping(StoredForm::restored, Collectors.toUnmodifiableList())));
    return new SetHistory(
        sets.get(false), sets.get(true), kept.visited(), kept.position(), kept.made());
  }

  private static StoredSet stored(WorkingSet set) {
    return new StoredSet(
        set.number(),
        set.kind().name(),
        set.name(),
        Secrets.without(set.command()),
        set.server(),
        set.parents(),
        set.observations(),
        set.made(),
        set.table());
  }

  private static WorkingSet restored(StoredSet set) {
    // The file may come from anywhere, and the address goes into requests and programs.
    if (Setting.SERVER.accept(set.server()).filter(set.server()::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "the archive of set " + set.number() + " is not " + Setting.SERVER.allowed());
    }
    return new WorkingSet(
        set.number(),
        set.name().map(name -> new SetName(name).text()),
        SetKind.valueOf(set.kind()),
        set.table(),
        set.command(),
        set.parents(),
        set.observations(),
        set.server(),
        set.made());
  }
}
