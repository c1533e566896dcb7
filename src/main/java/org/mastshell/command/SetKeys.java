package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** By what rows of sets are told apart: the obsid of observations, the data URI of products. */
final class SetKeys {
  static final OptionSpec OPTION =
      OptionSpec.valued("by", "COLUMN", "the column that tells rows apart");

  private final Fields fields;

  SetKeys(Fields fields) {
    this.fields = fields;
  }

  /**
   * The column that the option names, else the usual one.
   *
   * @param sets of one kind, whose rows it is to tell apart
   * @throws org.mastshell.language.SyntaxException if one of them has nothing in that column
   */
  Field read(Arguments arguments, List<WorkingSet> sets) {
    Field key = read(arguments, sets.get(0).kind());
    Word by = arguments.options().get(OPTION.name());
    for (WorkingSet set : sets) {
      if (by != null && isMissing(key, set)) {
        throw by.fault(
            arguments.command().line(),
            "no row of set " + set.word() + " has a " + key.name(),
            "columns that tell rows apart: " + column(set.kind()) + ", obs_id, …");
      }
    }
    return key;
  }

  private static boolean isMissing(Field key, WorkingSet set) {
    Column cells = set.table().column(key.subject());
    return set.size() > 0 && IntStream.range(0, set.size()).allMatch(cells::isMissing);
  }

  /** The column that the option names, else the usual one. */
  Field read(Arguments arguments, SetKind kind) {
    Word by = arguments.options().get(OPTION.name());
    return by == null
        ? usual(kind)
        : Columns.read(List.of(by), kind, fields, arguments.command().line()).get(0);
  }

  /** The column that usually tells rows apart. */
  Field usual(SetKind kind) {
    if (kind.hasOwnColumns()) {
      // What the rows of a question are about usually comes first.
      return fields.all(kind).stream().findFirst().orElseGet(() -> fields.of(column(kind), kind));
    }
    return fields.of(column(kind), kind);
  }

  /** The name of the column that usually tells rows apart. */
  static String column(SetKind kind) {
    return kind == SetKind.PRODUCTS ? ProductRules.URI : Observations.ID;
  }

  /** Why sets cannot be put together, if they cannot. */
  static Optional<CommandException> mixture(List<WorkingSet> sets) {
    List<String> kinds =
        sets.stream().map(WorkingSet::kind).distinct().map(kind -> "of " + kind.plural()).toList();
    return kinds.size() == 1
        ? Optional.empty()
        : Optional.of(
            new CommandException(
                ExitCode.FAILED,
                "these are sets " + String.join(" and ", kinds),
                "take sets of one kind: results lists them"));
  }
}
