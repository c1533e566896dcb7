package org.mastshell.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.RowOrder;
import org.mastshell.vocabulary.Fields;

/**
 * The rows that a command names by their numbers, in the order that {@code --sort} asks for.
 *
 * @param fields what columns are called
 */
record ChosenRows(Fields fields) {
  private static final String SORT = "sort";

  /** Numbers of rows of a set, from 0; all of them where none is named. */
  int[] of(Arguments arguments, WorkingSet set) {
    String line = arguments.command().line();
    int[] rows =
        arguments
            .rows()
            .map(chosen -> RowSelections.resolve(chosen, set.size(), line))
            .orElseGet(() -> IntStream.range(0, set.size()).toArray());
    Word option = arguments.options().get(SORT);
    if (option == null) {
      return rows;
    }
    int[] order =
        RowOrder.rows(
            set.table().select(rows), SortKeys.read(List.of(option), set.kind(), fields, line));
    return IntStream.of(order).map(place -> rows[place]).toArray();
  }

  /** Which rows they are, in words; empty if they are all of them as they stand. */
  static String words(Arguments arguments) {
    Stream<String> rows = arguments.rows().map(chosen -> "rows " + chosen.word().text()).stream();
    Stream<String> order = arguments.option(SORT).map(key -> "sorted by " + key).stream();
    return Stream.concat(rows, order).collect(Collectors.joining(", "));
  }
}
