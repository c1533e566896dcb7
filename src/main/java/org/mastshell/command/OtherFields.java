package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.language.Operator;
import org.mastshell.language.Quoting;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/**
 * Finds the field that a value belongs to which was typed for another one.
 *
 * @param fields of the archive
 * @param known their values
 */
record OtherFields(Fields fields, KnownValues known) {

  /** By what comes with the program. */
  static OtherFields bundled() {
    return new OtherFields(Fields.bundled(), KnownValues.bundled());
  }

  /**
   * The criterion that was probably meant.
   *
   * @param field for which the value was typed
   * @return empty unless exactly one other field of such sets is known to have the value
   */
  Optional<String> criterion(Field field, String value) {
    List<String> meant =
        SetKind.OF_ARCHIVE.stream()
            .filter(kind -> fields.find(field.name(), kind).filter(field::equals).isPresent())
            .flatMap(kind -> fields.all(kind).stream())
            .filter(other -> !other.equals(field))
            .distinct()
            .flatMap(other -> criterionOf(other, value).stream())
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private Optional<String> criterionOf(Field field, String value) {
    return known
        .spelling(field, value)
        .map(spelled -> field.name() + Operator.EQUAL.symbol() + Quoting.quote(spelled));
  }
}
