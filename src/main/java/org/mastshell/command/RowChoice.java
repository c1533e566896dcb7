package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.output.RowNumbers;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;

/** Which rows of a set an answer is about, and in which order: numbers, criteria, columns. */
final class RowChoice {
  static final OptionSpec WHERE =
      OptionSpec.criteria("where", "only rows that meet the criteria, as in filter");
  static final OptionSpec SORT =
      OptionSpec.valued("sort", "[-]COLUMN", "in the order of a column, - for descending");

  private final Fields fields;
  private final RowCriteria criteria;

  RowChoice(Fields fields, CriteriaReader criteriaReader) {
    this.fields = fields;
    this.criteria = new RowCriteria(criteriaReader);
  }

  /**
   * Chosen rows.
   *
   * @param table those rows, in the order asked for
   * @param numbers by which each is named in the set
   */
  record Chosen(Table table, RowNumbers numbers) {}

  /**
   * The rows that the arguments name and describe, all of them where they say nothing.
   *
   * @throws org.mastshell.language.SyntaxException if a row, criterion or column is none
   */
  Chosen of(Arguments arguments, Work work, WorkingSet set) {
    Optional<int[]> rows = rows(arguments, work, set);
    List<SortKey> keys = sortKeys(arguments, set);
    if (keys.isEmpty()) {
      return rows.map(some -> new Chosen(set.table().select(some), RowNumbers.of(some)))
          .orElseGet(() -> new Chosen(set.table(), RowNumbers.counted()));
    }
    int[] places = rows.orElseGet(() -> IntStream.range(0, set.size()).toArray());
    Table unsorted = rows.map(some -> set.table().select(some)).orElse(set.table());
    int[] order = IntStream.of(RowOrder.rows(unsorted, keys)).map(place -> places[place]).toArray();
    return new Chosen(set.table().select(order), RowNumbers.of(order));
  }

  private Optional<int[]> rows(Arguments arguments, Work work, WorkingSet set) {
    String line = arguments.command().line();
    Optional<int[]> named =
        arguments.rows().map(rows -> RowSelections.resolve(rows, set.size(), line));
    requireCriteria(arguments, line);
    if (arguments.criteria().isEmpty()) {
      return named;
    }
    Criteria read = criteria.read(arguments, set);
    read.notes().forEach(note -> work.say("  " + note));
    if (named.isEmpty()) {
      return Optional.of(set.table().rowsWhere(read.predicate()));
    }
    int[] among = named.get();
    int[] places = set.table().select(among).rowsWhere(read.predicate());
    return Optional.of(IntStream.of(places).map(place -> among[place]).toArray());
  }

  /** Which rows they are, in words; empty if they are all of them as they stand. */
  static String words(Arguments arguments) {
    Stream<String> rows = arguments.rows().map(chosen -> "rows " + chosen.word().text()).stream();
    String line = arguments.command().line();
    Stream<String> criteria = arguments.criteria().stream().map(one -> typed(one, line));
    Stream<String> order = arguments.option(SORT.name()).map(key -> "sorted by " + key).stream();
    return Stream.of(rows, criteria, order).flatMap(part -> part).collect(Collectors.joining(", "));
  }

  private static String typed(CriterionText criterion, String line) {
    Word last = criterion.values().get(criterion.values().size() - 1);
    return line.substring(criterion.field().start(), last.end());
  }

  private static void requireCriteria(Arguments arguments, String line) {
    Word where = arguments.options().get(WHERE.name());
    if (where == null) {
      return;
    }
    boolean alone = where.raw().equals("--" + WHERE.name());
    if (!alone || arguments.criteria().isEmpty()) {
      throw where.fault(line, "--where needs a criterion behind a blank", "as in --where level=3");
    }
  }

  private List<SortKey> sortKeys(Arguments arguments, WorkingSet set) {
    Word option = arguments.options().get(SORT.name());
    return option == null
        ? List.of()
        : SortKeys.read(List.of(option), set.kind(), fields, arguments.command().line());
  }
}
