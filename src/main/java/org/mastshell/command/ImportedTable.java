package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mastshell.formats.FileColumn;
import org.mastshell.formats.KnownTypes;
import org.mastshell.formats.ReadTable;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
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
  private static final String PLAIN_ROWS =
      "plain rows, since no column is dataURI, productFilename, obsid or obs_id:"
          + " --kind observations|products says otherwise, search coordinates=@FILE looks for"
          + " targets";

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
    return new ArchiveColumns(List.of(name), SetKind.ROWS, fields)
        .called(name)
        .map(field -> type(field.kind()));
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
   * Types of the columns of a file.
   *
   * @param said what its rows are, where a person says so
   */
  static KnownTypes types(Optional<SetKind> said, Fields fields) {
    MarkedRows marked = new MarkedRows();
    return (name, all) ->
        type(name, fields)
            .or(
                () ->
                    new ArchiveColumns(all, said.orElseGet(() -> kind(all, marked)), fields)
                        .meant(name)
                        .map(field -> type(field.kind())));
  }

  /**
   * Takes a table over.
   *
   * @param said what its rows are, where a person says so
   * @param fields of the archive
   */
  static ImportedTable of(ReadTable read, Optional<SetKind> said, Fields fields) {
    List<String> all = read.columns().stream().map(FileColumn::name).toList();
    Optional<SetKind> told = said.or(() -> named(read));
    SetKind kind = told.orElseGet(() -> kind(all, new MarkedRows()));
    List<String> notes = new ArrayList<>();
    if (told.isEmpty() && kind == SetKind.ROWS) {
      notes.add(PLAIN_ROWS);
    }
    notes.addAll(read.notes());
    ImportedColumns columns = new ImportedColumns(new ArchiveColumns(all, kind, fields));
    for (int i = 0; i < read.columns().size(); i++) {
      columns.take(read.columns().get(i), read.table().columnAt(i));
    }
    notes.addAll(columns.notes());
    return new ImportedTable(
        kind,
        Table.of(columns.names(), columns.cells(), read.table().size()).inUnits(columns.units()),
        notes);
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

  /** The place of the names of observations whose numbers are not known. */
  OptionalInt namesAlone() {
    boolean alone = kind == SetKind.OBSERVATIONS && !table.has(Observations.ID);
    return IntStream.range(0, alone ? table.columns().size() : 0)
        .filter(place -> table.columns().get(place).name().equals(OBSERVATION))
        .findFirst();
  }

  // A file that this program wrote says what its rows were.
  private static Optional<SetKind> named(ReadTable read) {
    return Arrays.stream(SetKind.values())
        .filter(kind -> kind.plural().equals(read.name()))
        .findAny();
  }

  // Rows of keywords have dataURI too, so the mark comes first.
  private static SetKind kind(List<String> columns, MarkedRows marked) {
    return marked.kind(columns).orElseGet(() -> ofModel(columns));
  }

  private static SetKind ofModel(List<String> columns) {
    if (has(columns, ProductRules.URI) || has(columns, NAME)) {
      return SetKind.PRODUCTS;
    }
    boolean observations = has(columns, Observations.ID) || has(columns, OBSERVATION);
    return observations ? SetKind.OBSERVATIONS : SetKind.ROWS;
  }

  private static boolean has(List<String> columns, String name) {
    return columns.stream().anyMatch(name::equalsIgnoreCase);
  }
}
