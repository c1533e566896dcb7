package org.mastshell.command;

import java.util.Optional;
import org.mastshell.language.Quoting;
import org.mastshell.vocabulary.Field;

/**
 * A value that rows were counted by, and the criterion that keeps just these rows.
 *
 * @param field that was counted
 * @param label the value for people
 * @param value the value for programs; null for rows without one
 * @param exact whether the value is a criterion's value as it stands; else it is a text
 * @param count of the rows, at least 1
 */
record FacetLine(Field field, String label, String value, boolean exact, int count) {

  /** What stands behind the {@code =} of the criterion; empty if no text says it. */
  Optional<String> typed() {
    if (value == null) {
      return Optional.of("null");
    }
    return exact ? Optional.of(value) : Quoting.literal(value);
  }

  /** The criterion, for people; where none can be typed, the field and the value. */
  String criterion() {
    return field.name() + "=" + typed().orElse(label);
  }
}
