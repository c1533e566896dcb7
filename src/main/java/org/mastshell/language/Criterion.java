package org.mastshell.language;

import java.util.List;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;

/**
 * A criterion, understood.
 *
 * @param field the field that it speaks of
 * @param text the criterion with the archive's names and spellings, as it can be typed again
 * @param predicate the rows that fit
 * @param start where it begins in the line
 * @param end where it ends, exclusive
 * @param negative whether it says what a row must not be ({@code !=}, {@code !~})
 * @param values what it lists, in the order typed
 * @param listed those of its values that came out of files
 */
public record Criterion(
    Field field,
    String text,
    Predicate predicate,
    int start,
    int end,
    boolean negative,
    List<Value> values,
    List<ListedValue> listed) {
  /** Keeps its own copies. */
  public Criterion {
    values = List.copyOf(values);
    listed = List.copyOf(listed);
  }

  /**
   * One of the values that a criterion lists.
   *
   * @param word as typed
   * @param text in the archive's spelling, as it can be typed again
   * @param predicate the rows that have it
   */
  public record Value(Word word, String text, Predicate predicate) {}
}
