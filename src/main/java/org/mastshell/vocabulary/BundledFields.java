package org.mastshell.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The bundled dictionary, which is read when it is first asked: most starts of the program ask
 * nothing of it. For several threads.
 */
final class BundledFields implements Fields {
  private FieldDictionary read;

  @Override
  public List<Field> all(SetKind kind) {
    return dictionary().all(kind);
  }

  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return dictionary().find(word, kind);
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    return dictionary().including(kind, more);
  }

  @Override
  public Fields preferring(SetKind kind, Collection<Field> own) {
    return dictionary().preferring(kind, own);
  }

  private synchronized FieldDictionary dictionary() {
    if (read == null) {
      read = FieldDictionary.bundled();
    }
    return read;
  }
}
