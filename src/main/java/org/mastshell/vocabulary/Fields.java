package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dictionary of fields: the columns of observations and products with their aliases, the words
 * that stand for two columns ({@code date}, {@code wavelength}), and the fields read from names.
 */
public interface Fields {
  /** The observation's whole time, from {@code t_min} to {@code t_max}. */
  String DATE = "date";

  /** The whole band, from {@code em_min} to {@code em_max}. */
  String WAVELENGTH = "wavelength";

  /** The dictionary as it is bundled, read when it is first asked. */
  static Fields bundled() {
    return new BundledFields();
  }

  /** Every field of a kind of set in the archive's order; those read from names come last. */
  List<Field> all(SetKind kind);

  /** The field that a word stands for, by its name or an alias, in any case. */
  Optional<Field> find(String word, SetKind kind);

  /**
   * The same with more fields of a kind of set, last. One whose name stands for a field already is
   * passed over.
   */
  Fields including(SetKind kind, Collection<Field> more);

  /**
   * The same with the columns that a set of a kind has of its own: their names come before aliases,
   * and before fields that are read from names.
   */
  Fields preferring(SetKind kind, Collection<Field> own);

  /** The same without columns that only one set has, so that the archive can be asked for all. */
  default Fields ofArchive() {
    return this;
  }

  /** What a word stands for in the other kind of set, if it stands for nothing in this one. */
  default List<Field> elsewhere(String word, SetKind kind) {
    if (find(word, kind).isPresent()) {
      return List.of();
    }
    return Stream.of(SetKind.values()).flatMap(other -> find(word, other).stream()).toList();
  }

  /**
   * The names and aliases nearest to a word, one a field, at most three, best first.
   *
   * @param more other words that could be typed in the place of a field
   */
  default List<String> nearest(String word, SetKind kind, String... more) {
    return NearestWords.to(word, nearestOfEach(word, kind, more));
  }

  /** The one name or alias that is nearer to a word than those of every other field. */
  default Optional<String> meant(String word, SetKind kind, String... more) {
    return NearestWords.only(word, nearestOfEach(word, kind, more));
  }

  private List<String> nearestOfEach(String word, SetKind kind, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    for (Field field : all(kind)) {
      List<String> own = new ArrayList<>(List.of(field.name()));
      own.addAll(field.aliases());
      NearestWords.to(word, own).stream().findFirst().ifPresent(words::add);
    }
    return words;
  }

  /** As {@link #find}; for a column that nobody knows, a text field of that name. */
  default Field of(String column, SetKind kind) {
    return find(column, kind)
        .orElseGet(
            () ->
                Field.column(
                    column,
                    kind,
                    ValueKind.TEXT,
                    "",
                    column,
                    "A column that the archive sends and this dictionary does not describe",
                    ""));
  }
}
