package org.mastshell.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/**
 * The bundled dictionary united with the columns of observations that the archive in use announces.
 * What the dictionary describes stays as it describes it. For one thread.
 */
final class ArchiveFields implements Fields {
  private final Fields bundled;
  private final Supplier<Optional<ArchiveWords>> words;
  private Optional<ArchiveWords> known = Optional.empty();
  private Fields all;

  /**
   * @param bundled the dictionary
   * @param words what the archive in use has said, at the moment
   */
  ArchiveFields(Fields bundled, Supplier<Optional<ArchiveWords>> words) {
    this.bundled = bundled;
    this.words = words;
    this.all = bundled;
  }

  @Override
  public List<Field> all(SetKind kind) {
    return now().all(kind);
  }

  // What the dictionary knows needs no file to be read.
  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return bundled.find(word, kind).or(() -> now().find(word, kind));
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    return now().including(kind, more);
  }

  @Override
  public Fields preferring(SetKind kind, Collection<Field> own) {
    return now().preferring(kind, own);
  }

  /** What holds now, unchanged by what the archive says later; the same as long as it holds. */
  Fields now() {
    Optional<ArchiveWords> said = words.get();
    if (!said.equals(known)) {
      known = said;
      all =
          said.map(words -> bundled.including(SetKind.OBSERVATIONS, words.columns()))
              .orElse(bundled);
    }
    return all;
  }
}
