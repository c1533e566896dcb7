package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/**
 * Which columns of a table from elsewhere are the archive's: those that are called so, and, of
 * observations and products, the first that an alias names where the file does not have the
 * archive's own beside it.
 */
final class ArchiveColumns {
  private final SetKind kind;
  private final Fields fields;
  private final Map<String, Field> own = new LinkedHashMap<>();
  private final Map<String, Field> meant = new LinkedHashMap<>();
  private final Map<String, Field> beside = new LinkedHashMap<>();

  /**
   * @param names of all columns of the table
   * @param kind what its rows are
   * @param fields of the archive
   */
  ArchiveColumns(List<String> names, SetKind kind, Fields fields) {
    this.kind = kind;
    this.fields = fields;
    names.forEach(name -> own(name).ifPresent(field -> own.put(key(name), field)));
    if (!kind.hasOwnColumns()) {
      names.forEach(this::addAlias);
    }
  }

  // Whose columns a table of plain rows has is not known: ra of another table need not be s_ra.
  private Optional<Field> own(String name) {
    return (kind.hasOwnColumns() ? SetKind.OF_ARCHIVE : List.of(kind))
        .stream()
            .flatMap(one -> fields.find(name, one).stream())
            .filter(field -> field.name().equalsIgnoreCase(name) && !field.subject().isDerived())
            .findFirst();
  }

  private void addAlias(String name) {
    Optional<Field> found =
        fields
            .find(name, kind)
            .filter(field -> !field.name().equalsIgnoreCase(name) && !field.subject().isDerived());
    found.ifPresent(
        field -> {
          boolean taken = own.containsValue(field) || meant.containsValue(field);
          (taken ? beside : meant).put(key(name), field);
        });
  }

  /** Whether the rows are what the archive has rows of, so that its columns mean the same here. */
  boolean areOfArchive() {
    return kind != SetKind.ROWS;
  }

  /** The archive's column that a column is by its name. */
  Optional<Field> called(String name) {
    return Optional.ofNullable(own.get(key(name)));
  }

  /** The archive's column that a column is if its values fit. */
  Optional<Field> meant(String name) {
    return Optional.ofNullable(meant.get(key(name)));
  }

  /** The archive's column that an alias names while another column of the table is that. */
  Optional<Field> beside(String name) {
    return Optional.ofNullable(beside.get(key(name)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
