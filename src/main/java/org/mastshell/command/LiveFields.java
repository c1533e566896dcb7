package org.mastshell.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.RowFields;
import org.mastshell.vocabulary.SetKind;

/**
 * The fields of the archive united with the columns that only the current set has, as fields of
 * sets of its kind. For one thread.
 */
public final class LiveFields implements Fields {
  private final ArchiveFields archive;
  private final Supplier<Optional<WorkingSet>> set;
  private Optional<WorkingSet> current = Optional.empty();
  private Fields before;
  private Fields all;

  /**
   * @param bundled the dictionary
   * @param words what the archive in use has said, at the moment
   * @param set the current one
   */
  public LiveFields(
      Fields bundled, Supplier<Optional<ArchiveWords>> words, Supplier<Optional<WorkingSet>> set) {
    this.archive = new ArchiveFields(bundled, words);
    this.set = set;
    this.before = bundled;
    this.all = bundled;
  }

  @Override
  public List<Field> all(SetKind kind) {
    return now().all(kind);
  }

  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return set.get().filter(here -> here.kind() == kind && here.table().has(word)).isPresent()
        ? now().find(word, kind)
        : archive.find(word, kind).or(() -> now().find(word, kind));
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    return now().including(kind, more);
  }

  @Override
  public Fields preferring(SetKind kind, Collection<Field> own) {
    return now().preferring(kind, own);
  }

  /** Those that the archive can be asked for. */
  @Override
  public Fields ofArchive() {
    return archive;
  }

  /** What holds now, unchanged by what the archive says later; for any thread. */
  public Fields now() {
    Fields known = archive.now();
    Optional<WorkingSet> here = set.get();
    if (known != before || !isSame(here)) {
      before = known;
      current = here;
      all = here.map(one -> of(one, known)).orElse(known);
    }
    return all;
  }

  private boolean isSame(Optional<WorkingSet> here) {
    return here.map(WorkingSet::table).equals(current.map(WorkingSet::table))
        && here.map(WorkingSet::kind).equals(current.map(WorkingSet::kind));
  }

  /** Fields with the columns that only a set has. */
  static Fields of(WorkingSet set, Fields known) {
    List<Field> own = RowFields.of(set.table(), set.kind(), known);
    return own.isEmpty() ? known : known.preferring(set.kind(), own);
  }
}
