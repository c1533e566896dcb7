package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.SkyTarget;
import org.mastshell.language.PositionColumns;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * The rows of a set as targets.
 *
 * @param targets one for each row that has a position, called by what names the row
 * @param rows the numbers of these rows, from 1
 * @param placeless what the rows without a position are called: by what names them, or by their
 *     numbers ({@code row 4})
 */
record SetTargets(List<SkyTarget> targets, List<Integer> rows, List<String> placeless) {
  private static final double FULL_CIRCLE = 360;
  private static final double POLE = 90;

  /** Keeps its own copies. */
  SetTargets {
    targets = List.copyOf(targets);
    rows = List.copyOf(rows);
    placeless = List.copyOf(placeless);
  }

  /**
   * The targets of a set.
   *
   * @param fields what columns are called in the archive
   * @throws CommandException if its rows have no positions
   */
  static SetTargets of(WorkingSet set, Fields fields) {
    if (set.size() == 0) {
      return new SetTargets(List.of(), List.of(), List.of());
    }
    if (set.kind() == SetKind.PRODUCTS) {
      throw new CommandException(
          ExitCode.FAILED,
          "products have no place of their own",
          "observations goes back to those that have one");
    }
    boolean own = set.kind() == SetKind.DATASETS || set.kind() == SetKind.CATALOG;
    Table table =
        own
            ? DatasetColumns.asObservations(
                set.table(), set.kind(), LiveFields.of(set, fields.ofArchive()))
            : set.table();
    List<String> names = table.columns().stream().map(ColumnInfo::name).toList();
    List<Integer> pair =
        own || set.kind() == SetKind.OBSERVATIONS
            ? pair(names, "s_ra", "s_dec")
            : PositionColumns.pair(names).orElse(List.of());
    if (pair.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          "set " + set.word() + " has no columns ra and dec",
          "describe shows its columns; sql SELECT … AS ra, … AS dec names them");
    }
    return read(
        table.columnAt(pair.get(0)), table.columnAt(pair.get(1)), naming(set, table, names));
  }

  private static List<Integer> pair(List<String> names, String ra, String dec) {
    int first = names.indexOf(ra);
    int second = names.indexOf(dec);
    return first < 0 || second < 0 ? List.of() : List.of(first, second);
  }

  private static Optional<Column> naming(WorkingSet set, Table table, List<String> names) {
    Optional<String> key =
        switch (set.kind()) {
          case OBSERVATIONS -> Optional.of("obs_id");
          case DATASETS, CATALOG, KEYWORDS ->
              ServiceTables.bundled().of(set.table(), set.kind()).stream()
                  .findFirst()
                  .map(ServiceTable::keyColumn);
          case PRODUCTS, ROWS -> PositionColumns.name(names).map(names::get);
        };
    return key.filter(table::has).map(name -> table.column(Subject.column(name)));
  }

  private static SetTargets read(Column ra, Column dec, Optional<Column> names) {
    List<SkyTarget> targets = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    List<String> placeless = new ArrayList<>();
    for (int row = 0; row < ra.size(); row++) {
      double east = degrees(ra, row, true);
      double north = degrees(dec, row, false);
      int here = row;
      Optional<String> name =
          names.filter(column -> !column.isMissing(here)).map(column -> column.text(here));
      if (east >= -FULL_CIRCLE && east <= FULL_CIRCLE && Math.abs(north) <= POLE) {
        String own = name.orElseGet(() -> String.format(Locale.ROOT, "%.5f %+.5f", east, north));
        targets.add(new SkyTarget(own, (east + FULL_CIRCLE) % FULL_CIRCLE, north));
        rows.add(row + 1);
      } else {
        placeless.add(name.orElse("row " + (row + 1)));
      }
    }
    return new SetTargets(targets, rows, placeless);
  }

  // A table of other people may have them in hours, minutes and seconds.
  private static double degrees(Column column, int row, boolean rightAscension) {
    double number = column.number(row);
    return Double.isNaN(number) && !column.isMissing(row)
        ? PositionColumns.sexagesimal(column.text(row), rightAscension).orElse(Double.NaN)
        : number;
  }
}
