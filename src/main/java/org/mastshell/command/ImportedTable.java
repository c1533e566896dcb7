package org.mastshell.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.formats.FileColumn;
import org.mastshell.formats.ReadTable;
import org.mastshell.language.FieldUnits;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/**
 * A table from a file as a set has it: its columns are spelled as the archive does, and their
 * values are in the archive's units.
 *
 * @param kind what its rows are
 * @param notes what a person should know about it
 */
record ImportedTable(SetKind kind, Table table, List<String> notes) {
  private static final String NAME = "productFilename";
  private static final String OBSERVATION = "obs_id";

  /** Keeps its own copy of the notes. */
  ImportedTable {
    notes = List.copyOf(notes);
  }

  /**
   * The type of a column that the archive has, whatever the kind of set.
   *
   * @return empty for one that is not known
   */
  static Optional<ColumnType> type(String name, Fields fields) {
    return SetKind.OF_ARCHIVE.stream()
        .flatMap(kind -> own(name, kind, fields).stream())
        .map(field -> type(field.kind()))
        .findFirst();
  }

  private static ColumnType type(ValueKind kind) {
    return switch (kind) {
      case TEXT, LIST -> ColumnType.TEXT;
      case INTEGER, SIZE -> ColumnType.INTEGER;
      case DECIMAL, DATE, ANGLE, WAVELENGTH, DURATION -> ColumnType.DECIMAL;
      case FLAG -> ColumnType.BOOLEAN;
    };
  }

  /**
   * Takes a table over.
   *
   * @param said what its rows are, where a person says so
   * @throws CommandException if nothing tells what its rows are
   */
  static ImportedTable of(ReadTable read, Optional<SetKind> said, Fields fields) {
    SetKind kind = said.orElseGet(() -> kind(read));
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < read.columns().size(); i++) {
      FileColumn column = read.columns().get(i);
      Optional<Field> field = own(column.name(), kind, fields);
      String name = field.map(Field::name).orElse(column.name());
      if (name.isBlank() || !taken.add(name.toLowerCase(Locale.ROOT))) {
        throw refused(
            name.isBlank() ? "one of its columns has no name" : "two columns are called " + name);
      }
      names.add(name);
      Column cells = read.table().columnAt(i);
      columns.add(field.map(one -> inUnit(cells, one, column.unit(), notes)).orElse(cells));
    }
    if (!read.leftOut().isEmpty()) {
      notes.add(
          "left out, since their cells are no single values: " + String.join(", ", read.leftOut()));
    }
    return new ImportedTable(kind, Table.of(names, columns, read.table().size()), notes);
  }

  /** The column that is looked up, where the table has nothing else. */
  Optional<String> onlyKey() {
    List<ColumnInfo> columns = table.columns();
    return columns.size() == 1 && kind == SetKind.OBSERVATIONS
        ? Optional.of(columns.get(0).name())
        : Optional.empty();
  }

  private static SetKind kind(ReadTable read) {
    if (has(read, ProductRules.URI) || has(read, NAME)) {
      return SetKind.PRODUCTS;
    }
    if (has(read, Observations.ID) || has(read, OBSERVATION)) {
      return SetKind.OBSERVATIONS;
    }
    throw refused("it has none of the columns dataURI, productFilename, obsid and obs_id");
  }

  private static boolean has(ReadTable read, String name) {
    return read.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  private static CommandException refused(String why) {
    return new CommandException(
        ExitCode.FAILED,
        "the file is no table of observations or products: " + why,
        "--kind says what its rows are; targets are searched for: search coordinates=@FILE");
  }

  // Aliases are words of people: a column ra of another table need not be the archive's s_ra.
  private static Optional<Field> own(String column, SetKind kind, Fields fields) {
    return fields
        .find(column, kind)
        .filter(field -> field.name().equalsIgnoreCase(column) && !field.subject().isDerived());
  }

  private static Column inUnit(Column cells, Field field, String unit, List<String> notes) {
    String archive = ColumnLooks.of(field).unit();
    if (unit.isEmpty() || unit.equals(archive) || !cells.type().isNumeric()) {
      return cells;
    }
    Optional<BigDecimal> factor = FieldUnits.factor(field, unit);
    if (factor.isEmpty()) {
      boolean date = field.kind() == ValueKind.DATE && unit.equalsIgnoreCase("MJD");
      if (!date) {
        notes.add(
            field.name()
                + " is in "
                + unit
                + " in the file, which "
                + (archive.isEmpty() ? "the archive has no unit for" : "is taken as " + archive));
      }
      return cells;
    }
    if (factor.get().compareTo(BigDecimal.ONE) == 0) {
      return cells;
    }
    double times = factor.get().doubleValue();
    notes.add(field.name() + " was in " + unit + ", and is in " + archive + " here");
    return DecimalColumn.of(
        IntStream.range(0, cells.size()).mapToDouble(row -> cells.number(row) * times).toArray());
  }
}
