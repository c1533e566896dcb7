package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.RowSelection;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.session.Recipe;
import org.mastshell.session.WorkingSet;

/**
 * The lines of a recipe as they hold on another day. A row number stands for another row when the
 * archive has more rows, so that rows which a person picked are named by their obsid or data URI.
 * Only rows picked right after {@code sort} stay numbers: there the place in the order is meant.
 */
final class LastingRecipe {
  private static final String SORT = "sort";
  private static final String PARTIAL = "--" + PartialResult.SPEC.name();
  private static final String UNMATCHED = "--" + Leftovers.OPTION;

  // What a person once took in parts would seem to have gone when a part is missing again; and a
  // file was to be written once.
  private static final List<String> DROPPED = List.of(PartialResult.SPEC.name(), Leftovers.OPTION);

  private final Commands commands;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, WorkingSet> sets = new HashMap<>();

  private LastingRecipe(Commands commands) {
    this.commands = commands;
  }

  /** The lines of a recipe. */
  static List<String> lines(Recipe recipe, Commands commands) {
    LastingRecipe lasting = new LastingRecipe(commands);
    recipe.steps().forEach(lasting::add);
    return List.copyOf(lasting.lines);
  }

  private void add(Recipe.Step step) {
    sets.put(step.set().number(), step.set());
    step.use().ifPresent(name -> lines.add("use " + name));
    Arguments arguments = commands.read(step.command());
    if (arguments.rows().isPresent() && !afterSort(arguments, step.set())) {
      addByKeys(arguments, step.set());
    } else {
      lines.add(whole(arguments));
    }
    step.name().ifPresent(name -> lines.add("name " + name));
  }

  // Rows that differed between two times were picked by nobody.
  private boolean afterSort(Arguments arguments, WorkingSet set) {
    boolean picked = name(set).equalsIgnoreCase(arguments.command().name().text());
    return picked && name(parent(set)).equalsIgnoreCase(SORT);
  }

  private static String name(WorkingSet set) {
    return CommandLines.split(set.command()).get(0).name().text();
  }

  private WorkingSet parent(WorkingSet set) {
    return sets.get(set.parents().get(0));
  }

  private void addByKeys(Arguments arguments, WorkingSet set) {
    WorkingSet from = parent(set);
    RowSelection chosen = arguments.rows().orElseThrow();
    int[] numbers = RowSelections.resolve(chosen, from.size(), arguments.command().line());
    lines.addAll(
        PickedRows.of(from, numbers)
            .lines((field, values) -> field + "=" + String.join(",", values)));
    Word rows = chosen.word();
    boolean only =
        arguments.command().words().stream().skip(1).allMatch(word -> inside(word, rows));
    // pick 1-3 is the filter; products 1-3 asks for the products of what the filter keeps.
    if (set.kind() != from.kind() || !only) {
      lines.add(without(arguments, rows));
    }
  }

  private static String without(Arguments arguments, Word rows) {
    return words(arguments, word -> !inside(word, rows));
  }

  private static boolean inside(Word word, Word rows) {
    return word.start() >= rows.start() && word.end() <= rows.end();
  }

  private static String whole(Arguments arguments) {
    return DROPPED.stream().anyMatch(arguments::has)
        ? words(arguments, word -> true)
        : arguments.command().text();
  }

  private static String words(Arguments arguments, Predicate<Word> wanted) {
    List<String> kept = new ArrayList<>();
    boolean valueOfDropped = false;
    for (Word word : arguments.command().words()) {
      boolean dropped = valueOfDropped || isDropped(word);
      valueOfDropped = word.raw().equals(UNMATCHED);
      if (wanted.test(word) && !dropped) {
        kept.add(word.raw());
      }
    }
    return String.join(" ", kept);
  }

  private static boolean isDropped(Word word) {
    return word.raw().equals(PARTIAL)
        || word.raw().equals(UNMATCHED)
        || word.raw().startsWith(UNMATCHED + "=");
  }
}
