package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.KeyedRows;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** What {@code union}, {@code intersect} and {@code minus} have in common. */
final class SetAlgebra {
  /** How sets are named and rows compared, for the help of each. */
  static final String HELP =
      """
      Sets are named by number or name; with one set, the current set is the first. Rows are the \
      same where their obsid (observations) or data URI (products) is, or the column that --by \
      names. The new set becomes current.\
      """;

  private final SetKeys keys;
  private final ColumnUnits units;

  SetAlgebra(Fields fields) {
    keys = new SetKeys(fields);
    units = new ColumnUnits(fields);
  }

  /** Makes one table of two, and may note what should be known of it. */
  @FunctionalInterface
  interface Step {
    Table apply(Table so, WorkingSet next, Subject key, List<String> notes);
  }

  /** What such a command takes. */
  static ArgumentSpec takes() {
    return new ArgumentSpec(false, false, true, List.of(SetKeys.OPTION));
  }

  /** Applies the step from the first set to the last; with one set, from the current one to it. */
  CommandResult run(Arguments arguments, Work work, Step step) {
    List<WorkingSet> sets = sets(arguments, work);
    Field key = keys.read(arguments, sets);
    Table table = sets.get(0).table();
    List<String> notes = new ArrayList<>();
    for (WorkingSet next : sets.subList(1, sets.size())) {
      table = step.apply(table, next, key.subject(), notes);
    }
    WorkingSet made = work.session().addCombined(table, arguments.command().text(), sets);
    List<Part> parts = new ArrayList<>(List.of(SetLine.of(made)));
    notes.forEach(note -> parts.add(new Part.Talk("  note: " + note)));
    return CommandResult.done(parts);
  }

  private static List<WorkingSet> sets(Arguments arguments, Work work) {
    Set<WorkingSet> sets = new LinkedHashSet<>();
    if (arguments.values().size() == 1) {
      sets.add(work.session().requireCurrent());
    }
    for (Word word : arguments.values()) {
      sets.add(work.session().find(word.text()));
    }
    if (sets.size() < 2) {
      String name = arguments.command().name().text();
      if (!arguments.values().isEmpty()) {
        Word last = arguments.values().get(arguments.values().size() - 1);
        throw last.fault(
            arguments.command().line(),
            last.text() + " is the same set once more",
            name + " takes two different ones    results lists them");
      }
      throw MissingWord.behind(
          arguments, name + " needs two sets", name + " 1 2    results lists them");
    }
    List<WorkingSet> inOrder = new ArrayList<>(sets);
    SetKeys.mixture(inOrder)
        .ifPresent(
            mixed -> {
              throw mixed;
            });
    OneArchive.require(inOrder);
    return inOrder;
  }

  /** All rows of the first, then those of the next that are not in it. */
  Table union(Table first, WorkingSet next, Subject key, List<String> notes) {
    Table more = KeyedRows.of(first, key).rowsOf(next.table(), false);
    return Table.concat(List.of(first, units.like(first, more, next.kind(), notes)));
  }

  /** Those rows of the first that are in the next as well. */
  static Table intersect(Table first, WorkingSet next, Subject key, List<String> notes) {
    return KeyedRows.of(next.table(), key).rowsOf(first, true);
  }

  /** Those rows of the first that are not in the next. */
  static Table minus(Table first, WorkingSet next, Subject key, List<String> notes) {
    return KeyedRows.of(next.table(), key).rowsOf(first, false);
  }
}
