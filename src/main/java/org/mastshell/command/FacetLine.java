package org.mastshell.command;

import java.util.Optional;
import org.mastshell.vocabulary.Field;

/**
 * A value that rows were counted by, and the criterion that keeps just these rows.
 *
 * @param field that was counted
 * @param label the value for people
 * @param value the value for programs; null for rows without one
 * @param typed what stands behind the {@code =} of the criterion; empty if no text says it
 * @param count of the rows, at least 1
 */
record FacetLine(Field field, String label, String value, Optional<String> typed, int count) {

  /** The criterion, for people; where none can be typed, the field and the value. */
  String criterion() {
    return field.name() + "=" + typed.orElse(label);
  }
}
