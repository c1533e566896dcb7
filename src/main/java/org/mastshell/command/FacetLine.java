package org.mastshell.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.vocabulary.Field;

/**
 * A value that rows were counted by, and the criterion that keeps just these rows.
 *
 * @param field that was counted
 * @param label the value for people
 * @param value the value for programs; null for rows without one
 * @param typing works out what stands behind the {@code =} of the criterion, which of a hundred
 *     thousand values is asked for few; empty if no text says it
 * @param count of the rows, at least 1
 */
record FacetLine(
    Field field, String label, String value, Supplier<Optional<String>> typing, int count) {

  /** What stands behind the {@code =} of the criterion; empty if no text says it. */
  Optional<String> typed() {
    return typing.get();
  }

  /** The criterion, for people; where none can be typed, the field and the value. */
  String criterion() {
    return field.name() + "=" + typed().orElse(label);
  }
}
