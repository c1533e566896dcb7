package org.mastshell.command;

import java.util.List;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** The fields that lists of values are of. */
record ListedFields(Fields fields) {

  /** The field of that name, of either kind of set. */
  Field field(String name) {
    return fields
        .find(name, SetKind.OBSERVATIONS)
        .or(() -> fields.find(name, SetKind.PRODUCTS))
        .orElseGet(() -> fields.of(name, SetKind.OBSERVATIONS));
  }

  /** The names of columns that are fields only because the archive announces them. */
  List<String> announced(ArchiveWords words) {
    return words.columns().stream()
        .filter(
            column ->
                fields.find(column.name(), SetKind.OBSERVATIONS).filter(column::equals).isPresent())
        .map(Field::name)
        .toList();
  }
}
