package org.mastshell.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
   */
  static ImportedTable of(ReadTable read, Optional<SetKind> said, Fields fields) {
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    SetKind kind = said.or(() -> named(read)).orElseGet(() -> kind(read, notes));
    notes.addAll(read.notes());
    for (int i = 0; i < read.columns().size(); i++) {
      FileColumn column = read.columns().get(i);
      Optional<Field> field = own(column.name(), kind, fields);
      names.add(field.map(Field::name).orElse(column.name()));
      Column cells = read.table().columnAt(i);
      columns.add(field.map(one -> inUnit(cells, one, column.unit(), notes)).orElse(cells));
    }
    return new ImportedTable(kind, Table.of(names, columns, read.table().size()), notes);
  }

  /** The column that is looked up, where the table has nothing but names or numbers of them. */
  Optional<String> onlyKey() {
    List<ColumnInfo> columns = table.columns();
    return columns.stream()
        .map(ColumnInfo::name)
        .filter(name -> columns.size() == 1 && kind == SetKind.OBSERVATIONS)
        .filter(name -> name.equals(Observations.ID) || name.equals(OBSERVATION))
        .findFirst();
  }

  /** Whether its rows are observations whose names are known, and not their numbers. */
  boolean hasNamesAlone() {
    return kind == SetKind.OBSERVATIONS && table.has(OBSERVATION) && !table.has(Observations.ID);
  }

  // A file that this program wrote says what its rows were.
  private static Optional<SetKind> named(ReadTable read) {
    return Arrays.stream(SetKind.values())
        .filter(kind -> kind.plural().equals(read.name()))
        .findAny();
  }

  private static SetKind kind(ReadTable read, List<String> notes) {
    if (has(read, ProductRules.URI) || has(read, NAME)) {
      return SetKind.PRODUCTS;
    }
    if (has(read, Observations.ID) || has(read, OBSERVATION)) {
      return SetKind.OBSERVATIONS;
    }
    notes.add(
        "plain rows, since no column is dataURI, productFilename, obsid or obs_id:"
            + " --kind observations|products says otherwise, search coordinates=@FILE looks for"
            + " targets");
    return SetKind.ROWS;
  }

  private static boolean has(ReadTable read, String name) {
    return read.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  // Aliases are words of people: a column ra of another table need not be the archive's s_ra.
  private static Optional<Field> own(String column, SetKind kind, Fields fields) {
    return (kind == SetKind.ROWS ? SetKind.OF_ARCHIVE : List.of(kind))
        .stream()
            .flatMap(one -> fields.find(column, one).stream())
            .filter(field -> field.name().equalsIgnoreCase(column) && !field.subject().isDerived())
            .findFirst();
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
