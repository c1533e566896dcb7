package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.mastshell.store.SetQuery;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * What a statement gave, as a set has it: each column has a name of its own, the archive's where it
 * is one of its columns.
 *
 * @param kind what the rows are, by the columns that they have
 * @param notes what a person should know about it
 */
record SqlAnswer(SetKind kind, Table table, List<String> notes) {

  /** Keeps its own copy of the notes. */
  SqlAnswer {
    notes = List.copyOf(notes);
  }

  /**
   * Takes an answer over.
   *
   * @param hidden whether a table has a column only to be named, so that a star does not mean it;
   *     asked with the name of the table and of the column
   * @param unit of a column, by the name of its table and its own there; empty if it has none
   */
  static SqlAnswer of(
      SetQuery.Answer answer,
      BiPredicate<String, String> hidden,
      BinaryOperator<String> unit,
      Fields fields) {
    SetKind kind = kind(answer);
    List<String> notes = new ArrayList<>();
    Map<String, Column> taken = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (int i = 0; i < answer.names().size(); i++) {
      String name = spelled(answer.names().get(i), i, kind, fields);
      Column cells = answer.columns().get(i);
      Column same = taken.get(key(name));
      if (hidden.test(answer.tables().get(i), name) || (same != null && equal(same, cells))) {
        continue;
      }
      String own = free(name, taken);
      if (!own.equals(name)) {
        notes.add("another column " + name + " is called " + own);
      }
      taken.put(key(own), cells);
      names.add(own);
      columns.add(cells);
      units.add(unit.apply(answer.tables().get(i), answer.origins().get(i)));
    }
    if (kind == SetKind.ROWS) {
      missing(taken).ifPresent(notes::add);
    }
    Table table = Table.of(names, columns, answer.rows()).inUnits(units);
    return new SqlAnswer(kind, new ColumnUnits(fields).bare(table, kind), notes);
  }

  // With one column more they would be what a person may take them for.
  private static Optional<String> missing(Map<String, Column> taken) {
    if (taken.containsKey(key("productFilename"))) {
      return Optional.of("plain rows: with " + ProductRules.URI + " they would be products");
    }
    return taken.containsKey(key("obs_id"))
        ? Optional.of("plain rows: with " + Observations.ID + " they would be observations")
        : Optional.empty();
  }

  private static SetKind kind(SetQuery.Answer answer) {
    // Rows of keywords have dataURI too, so the mark comes first.
    Optional<SetKind> marked =
        new MarkedRows()
            .kind(answer.names())
            .filter(kind -> has(answer, ServiceTable.mark(kind), true));
    if (marked.isPresent()) {
      return marked.get();
    }
    if (has(answer, ProductRules.URI, true)) {
      return SetKind.PRODUCTS;
    }
    return has(answer, Observations.ID, false) ? SetKind.OBSERVATIONS : SetKind.ROWS;
  }

  private static boolean has(SetQuery.Answer answer, String name, boolean text) {
    return IntStream.range(0, answer.names().size())
        .filter(place -> answer.names().get(place).equalsIgnoreCase(name))
        .anyMatch(place -> !text || answer.columns().get(place).type() == ColumnType.TEXT);
  }

  // Names that criteria can speak of: count(*) is count, sum(t_exptime) is sum_t_exptime.
  private static String spelled(String name, int place, SetKind kind, Fields fields) {
    String word =
        name.replaceAll("[^\\p{L}\\p{Nd}_.-]+", "_").replaceAll("^[_\\p{Nd}.-]+|[_.-]+$", "");
    String plain = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_.-]*") ? name : word;
    String own = plain.isEmpty() ? "column" + (place + 1) : plain;
    return fields
        .find(own, kind.hasOwnColumns() ? SetKind.OBSERVATIONS : kind)
        .map(Field::name)
        .filter(own::equalsIgnoreCase)
        .orElse(own);
  }

  private static String free(String name, Map<String, Column> taken) {
    String free = name;
    for (int next = 2; taken.containsKey(key(free)); next++) {
      free = name + "_" + next;
    }
    return free;
  }

  private static boolean equal(Column one, Column other) {
    return one.type() == other.type()
        && IntStream.range(0, one.size())
            .allMatch(row -> Objects.equals(one.text(row), other.text(row)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
