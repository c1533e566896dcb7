package org.mastshell.terminal;

import java.util.Comparator;
import java.util.List;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;

/**
 * Fields to choose from.
 *
 * @param fields those that may stand there, in the order of the archive
 * @param heading under which they are listed
 * @param parameters whether they are what a service takes, of which none says more than another
 */
record FieldList(List<Field> fields, String heading, boolean parameters) {
  private static final String PARAMETERS = "parameters";

  // What people have a word of their own for is what they ask for most.
  private static final Comparator<Field> USUAL_FIRST =
      Comparator.<Field, Boolean>comparing(field -> !PositionFields.contains(field.name()))
          .thenComparing(FieldList::isReadFromNames)
          .thenComparing(field -> field.aliases().isEmpty());

  /** Fields or columns. */
  static FieldList of(List<Field> fields, String heading) {
    return new FieldList(fields, heading, false);
  }

  /** Parameters of a service. */
  static FieldList ofParameters(List<Field> fields) {
    return new FieldList(fields, PARAMETERS, true);
  }

  /** In the order in which they are listed. */
  List<Field> ordered() {
    return parameters ? fields : fields.stream().sorted(USUAL_FIRST).toList();
  }

  /** Under which heading one of them is listed. */
  String group(Field field) {
    if (parameters) {
      return heading;
    }
    if (PositionFields.contains(field.name())) {
      return "where on the sky";
    }
    return isReadFromNames(field) ? heading + ", read from names" : heading;
  }

  static boolean isReadFromNames(Field field) {
    return field.subject().derivation() != null;
  }
}
