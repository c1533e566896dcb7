package org.mastshell.language;

import org.mastshell.table.Predicate;

/** Understands the values of one field. */
interface ValueReader {

  /** What a single value asks for; it is neither {@code null} nor {@code @FILE}. */
  Meaning equal(ValueText value);

  /** What {@code ~} with a value asks for. */
  Meaning contains(ValueText value);

  /** What {@code < <= > >=} ask for. */
  Meaning compare(Operator operator, ValueText value);

  /** The field has no value. */
  Meaning missing();

  /**
   * What a value asks for.
   *
   * @param predicate the rows that fit
   * @param text the value in the archive's spelling
   * @param note what a person should know about it, or empty
   */
  record Meaning(Predicate predicate, String text, String note) {
    Meaning(Predicate predicate, String text) {
      this(predicate, text, "");
    }

    /** The same with something that a person should know. */
    Meaning noting(String remark) {
      return new Meaning(predicate, text, remark);
    }
  }
}
