package org.mastshell.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mastshell.command.SqlTables;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Fields;

/** The sets of a session and their columns, to choose from: by themselves, and as tables of SQL. */
final class OfferedSets {
  private final Session session;
  private final Fields fields;

  OfferedSets(Session session, Fields fields) {
    this.session = session;
    this.fields = fields;
  }

  /** The sets by the words for them, then by their numbers, where these are others. */
  List<Suggestion> names() {
    Stream<Suggestion> words =
        session.sets().stream().map(set -> new Suggestion(set.word(), set.command(), set.size()));
    Stream<Suggestion> numbers =
        session.sets().stream()
            .filter(set -> !set.word().equals(Integer.toString(set.number())))
            .map(
                set ->
                    new Suggestion(
                        Integer.toString(set.number()),
                        set.word() + ": " + set.command(),
                        set.size()));
    return Stream.concat(words, numbers).toList();
  }

  /** The columns of a set; none if there is no such set. */
  List<Suggestion> columns(String name) {
    try {
      WorkingSet set = session.find(name);
      return set.table().columns().stream().map(column -> column(column.name(), set)).toList();
    } catch (NoSuchSetException noSet) {
      return List.of();
    }
  }

  /** The tables that a question in SQL can name. */
  List<Suggestion> tables() {
    SqlTables tables = new SqlTables(session, fields);
    return tables.names().stream()
        .flatMap(
            name ->
                tables.find(name).stream()
                    .map(set -> new Suggestion(name, set.command(), set.size())))
        .toList();
  }

  /**
   * The columns of such tables, each once.
   *
   * @param names of tables; those of the current set where there are none
   */
  List<Suggestion> tableColumns(List<String> names) {
    SqlTables tables = new SqlTables(session, fields);
    Map<String, Suggestion> columns = new LinkedHashMap<>();
    for (String name : names.isEmpty() ? List.of("_") : names) {
      tables
          .find(name)
          .ifPresent(
              set ->
                  tables
                      .columns(set)
                      .forEach(column -> columns.putIfAbsent(column, column(column, set))));
    }
    return List.copyOf(columns.values());
  }

  private Suggestion column(String name, WorkingSet set) {
    return new Suggestion(name, fields.of(name, set.kind()).label(), -1);
  }
}
