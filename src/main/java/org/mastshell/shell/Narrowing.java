package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import org.mastshell.command.ProductFilter;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.RowSelections;
import org.mastshell.language.SyntaxException;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/**
 * What the other words of a command leave of the current set, where the values of a field are to be
 * counted.
 *
 * @param takes what the command takes
 * @param thins whether it leaves out guide-star files and previews by itself
 * @param words the other criteria, options and row numbers, each as typed
 * @param settings those that it would run with
 */
record Narrowing(ArgumentSpec takes, boolean thins, List<String> words, Settings settings) {
  /** What a command takes that takes nothing. */
  static final ArgumentSpec NOTHING = new ArgumentSpec(false, false, false, List.of());

  Narrowing {
    words = List.copyOf(words);
    // Without a word it is the same for all commands that keep the same rows.
    takes = words.isEmpty() ? NOTHING : takes;
  }

  /** Whether it leaves every row. */
  boolean isNone() {
    return words.isEmpty() && !thins;
  }

  /**
   * The rows in which the values of a field are counted. Words that are not finished, or wrong, are
   * passed over.
   *
   * @param reader understands criteria; asked only if there is a word to understand
   */
  Table rows(WorkingSet set, Field field, CriteriaReader reader) {
    if (isNone()) {
      return set.table();
    }
    return judged(set, field, words, reader)
        .or(
            () -> {
              List<String> right =
                  words.stream()
                      .filter(word -> judged(set, field, List.of(word), reader).isPresent())
                      .toList();
              return judged(set, field, right, reader);
            })
        .orElse(set.table());
  }

  private Optional<Table> judged(
      WorkingSet set, Field field, List<String> some, CriteriaReader reader) {
    try {
      CommandText command = CommandLines.split("filter " + String.join(" ", some)).get(0);
      Arguments arguments = ArgumentParser.parse(command, takes);
      Criteria criteria = reader.readForRows(arguments, set.kind());
      Table rows = set.table();
      if (arguments.rows().isPresent()) {
        rows =
            rows.select(RowSelections.resolve(arguments.rows().get(), rows.size(), command.line()));
      }
      Predicate wanted =
          thins
              ? ProductFilter.whereAsked(field, arguments, criteria, settings)
              : criteria.predicate();
      return Optional.of(rows.where(wanted));
    } catch (SyntaxException unfinished) {
      return Optional.empty();
    }
  }
}
