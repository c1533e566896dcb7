package org.mastshell.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.language.Quoting;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/** Commands that choose the rows that were picked by number, by what they hold, on any day. */
final class PickedRows {
  private final WorkingSet from;
  private final int[] rows;
  private final RowKeys keys;

  private PickedRows(WorkingSet from, RowKeys keys, int... rows) {
    this.from = from;
    this.keys = keys;
    this.rows = rows;
  }

  /** Writes a criterion with a list of values. */
  @FunctionalInterface
  interface ListText {
    String of(String field, List<String> values);
  }

  /**
   * The rows.
   *
   * @param from of which set
   * @param rows which of them, from 0, in the order picked
   * @throws CommandException if nothing tells them from others
   */
  static PickedRows of(WorkingSet from, int... rows) {
    return new PickedRows(from, RowKeys.of(from, rows), rows);
  }

  /**
   * The commands: a filter, and another pick where the order is not that of the set, or where the
   * filter keeps more, since a file is listed for several observations.
   */
  List<String> lines(ListText lists) {
    String files = from.kind() == SetKind.PRODUCTS ? " --guide-stars yes" : "";
    return Stream.concat(Stream.of("filter" + criteria(lists) + files), order().stream()).toList();
  }

  // Nothing has the key 0, as no row was picked.
  private String criteria(ListText lists) {
    return IntStream.range(0, keys.columns().size())
        .mapToObj(
            column -> {
              List<String> values = keys.values(column).stream().map(PickedRows::literal).toList();
              return " "
                  + lists.of(keys.columns().get(column), values.isEmpty() ? List.of("0") : values);
            })
        .collect(Collectors.joining());
  }

  /** A value that stands for itself. */
  static String literal(String value) {
    return Quoting.literal(value).orElseThrow(() -> RowKeys.unspeakable(value));
  }

  private Optional<String> order() {
    int[] kept = keys.everyCombinationIn(from.table());
    if (Arrays.equals(rows, kept)) {
      return Optional.empty();
    }
    IntUnaryOperator place = row -> Arrays.binarySearch(kept, row) + 1;
    return Optional.of(
        "pick "
            + IntStream.of(rows)
                .map(place)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",")));
  }
}
