package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.archive.TargetsReply;
import org.mastshell.output.CleanText;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * Rows known by what they hold: a row number means another row as soon as the archive has more.
 *
 * @param columns that tell the rows of the set apart
 * @param keys their values in each of the rows
 */
record RowKeys(List<String> columns, List<List<String>> keys) {

  /**
   * The keys of some rows of a set.
   *
   * @param rows of which set
   * @param chosen which of them, from 0
   * @throws CommandException if another row has the same values
   */
  static RowKeys of(WorkingSet rows, int... chosen) {
    return candidates(rows).stream()
        .map(columns -> of(rows.table(), columns, chosen))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED,
                    "some of the rows that were picked from set "
                        + rows.word()
                        + " have nothing that tells them from others",
                    "unique leaves one row of each; pick from that"));
  }

  /** No criterion finds rows by this value. */
  static CommandException unspeakable(String value) {
    return new CommandException(
        ExitCode.FAILED,
        "no criterion can name the rows that were picked by their numbers: one holds '"
            + CleanText.oneLine(value)
            + "'",
        "filter them by something else that they hold");
  }

  private static List<List<String>> candidates(WorkingSet rows) {
    if (rows.kind().hasOwnColumns()) {
      return rows.table().columns().stream().map(column -> List.of(column.name())).toList();
    }
    return rows.kind() == SetKind.PRODUCTS
        ? List.of(List.of(ProductRules.URI), List.of(ProductRules.URI, "parent_obsid"))
        : List.of(List.of(Observations.ID), List.of(Observations.ID, TargetsReply.NAME));
  }

  private static Optional<RowKeys> of(Table rows, List<String> columns, int... chosen) {
    if (!columns.stream().allMatch(rows::has)) {
      return Optional.empty();
    }
    List<Column> cells =
        columns.stream().map(column -> rows.column(Subject.column(column))).toList();
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      counts.merge(key(cells, row), 1, Integer::sum);
    }
    List<List<String>> keys = new ArrayList<>();
    for (int row : chosen) {
      List<String> key = key(cells, row);
      if (counts.get(key) > 1 || key.contains("")) {
        return Optional.empty();
      }
      keys.add(key);
    }
    return Optional.of(new RowKeys(columns, keys));
  }

  private static List<String> key(List<Column> cells, int row) {
    return cells.stream().map(cell -> cell.isMissing(row) ? "" : cell.text(row)).toList();
  }

  /** The distinct values of a column. */
  List<String> values(int column) {
    Set<String> values = new LinkedHashSet<>();
    keys.forEach(key -> values.add(key.get(column)));
    return List.copyOf(values);
  }

  /** The rows that have any of these values in each column, in order: the chosen and maybe more. */
  int[] everyCombinationIn(Table rows) {
    List<Column> cells =
        columns.stream().map(column -> rows.column(Subject.column(column))).toList();
    List<Set<String>> values =
        IntStream.range(0, columns.size())
            .mapToObj(column -> (Set<String>) new HashSet<>(values(column)))
            .toList();
    return IntStream.range(0, rows.size())
        .filter(
            row ->
                IntStream.range(0, columns.size())
                    .allMatch(column -> values.get(column).contains(key(cells, row).get(column))))
        .toArray();
  }
}
