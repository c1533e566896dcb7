package org.mastshell.vocabulary;

import java.util.List;
import java.util.Optional;

/** Words that people type for a value ({@code exclusive} for {@code EXCLUSIVE_ACCESS}). */
public final class ValueAliases {
  private final ReadOnce<List<List<String>>> rows;

  private ValueAliases(ReadOnce<List<List<String>>> rows) {
    this.rows = rows;
  }

  /** The words as they are bundled, read when the first is asked for. */
  public static ValueAliases bundled() {
    return new ValueAliases(new ReadOnce<>(() -> TabbedFile.read("value-aliases.tsv", 3).rows()));
  }

  /** The value that a word stands for in a field, if it stands for another than itself. */
  public Optional<String> value(Field field, String word) {
    return rows.get().stream()
        .filter(row -> row.get(0).equals(field.name()) && row.get(1).equalsIgnoreCase(word))
        .map(row -> row.get(2))
        .findFirst();
  }

  /** The words that can be typed in a field besides its values. */
  public List<String> words(Field field) {
    return rows.get().stream()
        .filter(row -> row.get(0).equals(field.name()))
        .map(row -> row.get(1))
        .toList();
  }
}
