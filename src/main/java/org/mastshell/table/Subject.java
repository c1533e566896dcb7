package org.mastshell.table;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a condition or a sort key speaks of: a column, or something read from a column's text (the
 * detector in a file name).
 *
 * @param name the word that people use for it
 * @param source the column in which it stands
 * @param derivation what makes the value of the source's text, or null where the column itself is
 *     meant; must give the same result for the same text, and null where there is no value
 */
public record Subject(String name, String source, UnaryOperator<String> derivation) {
  /** The name and the source may not be null. */
  public Subject {
    Objects.requireNonNull(name);
    Objects.requireNonNull(source);
  }

  /** The column itself. */
  public static Subject column(String name) {
    return new Subject(name, name, null);
  }

  /** A value read from the text of a column. */
  public static Subject derived(String name, String source, UnaryOperator<String> derivation) {
    return new Subject(name, source, Objects.requireNonNull(derivation));
  }

  /** Another word for a column, whose cells are taken as they are. */
  public static Subject standIn(String name, String source) {
    return new Subject(name, source, null);
  }

  /** Whether the archive has no column of this name. */
  public boolean isDerived() {
    return derivation != null || !name.equalsIgnoreCase(source);
  }

  /** The values read from a column; only for a subject with a derivation. */
  TextColumn derive(Column stored) {
    // Each distinct text is read once, however many rows hold it.
    TextColumn texts = TextColumn.from(stored);
    WordCodes words = new WordCodes();
    int[] byCode = new int[texts.dictionarySize()];
    for (int code = 0; code < byCode.length; code++) {
      byCode[code] = words.code(derivation.apply(texts.word(code)));
    }
    int[] codes = new int[texts.size()];
    for (int row = 0; row < codes.length; row++) {
      int code = texts.code(row);
      codes[row] = code == TextColumn.MISSING ? TextColumn.MISSING : byCode[code];
    }
    return new TextColumn(codes, words.toArray());
  }
}
