package org.mastshell.command;

import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.RowSelections;
import org.mastshell.session.Recipe;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * A set of a recipe with its command read anew, as it was meant when it was typed.
 *
 * @param step of the recipe
 * @param info of its command
 * @param arguments of its command
 * @param reader understands criteria as of the time when the set was made
 * @param parents the sets that it was made from
 * @param doubtful whether a file that it names may have held something else then
 */
record ReadSet(
    Recipe.Step step,
    CommandInfo info,
    Arguments arguments,
    CriteriaReader reader,
    List<WorkingSet> parents,
    boolean doubtful) {

  WorkingSet set() {
    return step.set();
  }

  /** The set that it was made from; of several the first. */
  WorkingSet parent() {
    return parents.get(0);
  }

  /** The name of its command. */
  String command() {
    return info.name();
  }

  /** The criteria of its command. */
  Criteria criteria() {
    Criteria criteria = read();
    return doubtful ? SeenValues.of(criteria, set()) : criteria;
  }

  private Criteria read() {
    if (command().equals("search")) {
      return reader.read(arguments, SetKind.OBSERVATIONS, arguments.has("exact"));
    }
    return ServiceTable.kindOf(command())
        .map(kind -> reader.read(arguments, kind, true))
        .orElseGet(() -> reader.readForRows(arguments, set().kind()));
  }

  /** Whether a limit may have cut off more. */
  boolean isCut() {
    int limit = RowLimits.limit(arguments);
    return limit != RowLimits.NONE && set().size() >= limit;
  }

  /** The rows of its parent that the command names by their numbers. */
  int[] chosenRows() {
    Table rows = parent().table();
    return RowSelections.resolve(
        arguments.rows().orElseThrow(), rows.size(), arguments.command().line());
  }
}
