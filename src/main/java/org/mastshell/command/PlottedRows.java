package org.mastshell.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** The rows that a plot is about: those of the current set, or those that were named. */
final class PlottedRows {
  private final Arguments arguments;
  private final Work work;
  private final Fields fields;
  private final WorkingSet set;
  private final Table rows;

  PlottedRows(Arguments arguments, Work work, Fields fields) {
    this(arguments, work, fields, chosen(arguments, work.session().requireCurrent()));
  }

  /** The rows that a command has chosen of the current set already. */
  PlottedRows(Arguments arguments, Work work, Fields fields, Table rows) {
    this.arguments = arguments;
    this.work = work;
    this.fields = fields;
    this.set = work.session().requireCurrent();
    this.rows = rows;
  }

  private static Table chosen(Arguments arguments, WorkingSet set) {
    return arguments
        .rows()
        .map(rows -> RowSelections.resolve(rows, set.size(), arguments.command().line()))
        .map(set.table()::select)
        .orElse(set.table());
  }

  /** The set, of which some rows may have been chosen. */
  WorkingSet set() {
    return set;
  }

  /** All rows of the set, with the columns of observations that they have under other names. */
  Table whole() {
    return hasOwnWords() ? asObservations(set.table()) : set.table();
  }

  // Datasets and catalogues call by their own names what observations have, too.
  private boolean hasOwnWords() {
    return set.kind() == SetKind.DATASETS || set.kind() == SetKind.CATALOG;
  }

  private Table asObservations(Table table) {
    return DatasetColumns.asObservations(table, set.kind(), fields);
  }

  /** The rows themselves. */
  Table rows() {
    return rows;
  }

  /**
   * The rows if they are observations, else the observations or datasets of which they are
   * products, as far as the session has them.
   *
   * @throws CommandException if it has none of them
   */
  Table observations() {
    return known()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED,
                    "products have no place, time or wavelength of their own, and their"
                        + " observations are not in this session",
                    "search for the observations, then plot again"));
  }

  /** The same; empty if the session has none of them. */
  Optional<Table> known() {
    if (hasOwnWords()) {
      return Optional.of(asObservations(rows));
    }
    if (set.kind() != SetKind.PRODUCTS) {
      return Optional.of(rows);
    }
    Set<String> wanted = new HashSet<>();
    Column parents = rows.column(Subject.column("parent_obsid"));
    IntStream.range(0, rows.size()).mapToObj(parents::text).forEach(wanted::add);
    List<Table> known =
        work.session().setsAndAncestors().stream()
            .filter(other -> ObservationNames.haveProducts(other.kind()))
            .map(other -> taken(ObservationNames.in(other.table(), other.kind()), wanted))
            .filter(table -> !table.isEmpty())
            .toList();
    return known.isEmpty() && !rows.isEmpty() ? Optional.empty() : Optional.of(Table.concat(known));
  }

  // Each observation once, from the first set that has it.
  private static Table taken(Table observations, Set<String> wanted) {
    Column ids = observations.column(Subject.column(Observations.ID));
    return observations.select(
        IntStream.range(0, observations.size())
            .filter(row -> wanted.remove(ids.text(row)))
            .toArray());
  }

  /** The fields that {@code --by} names, if it was given; else the usual ones. */
  List<Field> by(List<String> usual) {
    Word word = arguments.options().get("by");
    // Datasets are drawn under the names that observations have.
    return word == null
        ? usual.stream().map(name -> fields.of(name, SetKind.OBSERVATIONS)).toList()
        : Columns.read(
            List.of(word),
            set.kind() == SetKind.PRODUCTS ? SetKind.OBSERVATIONS : set.kind(),
            fields,
            arguments.command().line());
  }
}
