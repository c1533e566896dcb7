package org.mastshell.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.RowFields;
import org.mastshell.vocabulary.SetKind;

/**
 * The bundled dictionary united with the columns of observations that the archive in use announces,
 * and with those of the current set where it holds plain rows. What the dictionary describes stays
 * as it describes it. For one thread.
 */
public final class LiveFields implements Fields {
  private final Fields bundled;
  private final Supplier<Optional<ArchiveWords>> words;
  private final Supplier<Optional<WorkingSet>> set;
  private Optional<ArchiveWords> united = Optional.empty();
  private Optional<Table> rows = Optional.empty();
  private Fields all;

  /**
   * @param bundled the dictionary
   * @param words what the archive in use has said, at the moment
   * @param set the current one, whose columns are fields of plain rows if it is such
   */
  public LiveFields(
      Fields bundled, Supplier<Optional<ArchiveWords>> words, Supplier<Optional<WorkingSet>> set) {
    this.bundled = bundled;
    this.words = words;
    this.set = set;
    this.all = bundled;
  }

  @Override
  public List<Field> all(SetKind kind) {
    return current().all(kind);
  }

  // What the dictionary knows needs no file to be read.
  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return bundled.find(word, kind).or(() -> current().find(word, kind));
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    return current().including(kind, more);
  }

  /** What holds now, unchanged by what the archive says later; for any thread. */
  public Fields now() {
    return current();
  }

  private Fields current() {
    Optional<ArchiveWords> now = words.get();
    Optional<Table> plain =
        set.get().filter(one -> one.kind() == SetKind.ROWS).map(WorkingSet::table);
    if (!now.equals(united) || !plain.equals(rows)) {
      united = now;
      rows = plain;
      Fields archive =
          now.map(words -> bundled.including(SetKind.OBSERVATIONS, words.columns()))
              .orElse(bundled);
      all =
          plain
              .map(table -> archive.including(SetKind.ROWS, RowFields.of(table, archive)))
              .orElse(archive);
    }
    return all;
  }
}
