package org.mastshell.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The bundled dictionary, which is read when it is first asked. For several threads. */
final class BundledFields implements Fields {
  private final ReadOnce<FieldDictionary> dictionary = new ReadOnce<>(FieldDictionary::bundled);

  @Override
  public List<Field> all(SetKind kind) {
    return dictionary.get().all(kind);
  }

  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return dictionary.get().find(word, kind);
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    return dictionary.get().including(kind, more);
  }

  @Override
  public Fields preferring(SetKind kind, Collection<Field> own) {
    return dictionary.get().preferring(kind, own);
  }
}
