package org.mastshell.command;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Compares two sets row by row. */
public final class DiffCommand implements ShellCommand {
  private static final int SHOWN_CHANGES = 4;

  private final Fields fields;
  private final SetKeys keys;

  /**
   * @param fields what columns are called
   */
  public DiffCommand(Fields fields) {
    this.fields = fields;
    keys = new SetKeys(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "diff",
        List.of(),
        Groups.SETS,
        "what is new, gone or changed between two sets",
        "[SET] SET [--by COLUMN]",
        """
        Rows are the same where their obsid (observations) or data URI (products) is, or the column \
        that --by names; they have changed where a cell differs that both sets have. With one set, \
        it is compared with the current set, which counts as the newer one. Nothing becomes current: \
        minus 5 1 makes a set of what is new in 5.\
        """,
        new ArgumentSpec(false, false, true, List.of(SetKeys.OPTION)),
        List.of(
            new Example("search program=1073 filters=F277W; filter obsnum=1", "less than before"),
            new Example("diff 1 2", "what the filter took away")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 2, "diff takes two sets");
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, "diff needs two sets", "diff 1 5    results lists them");
    }
    WorkingSet before = work.session().find(arguments.values().get(0).text());
    WorkingSet after =
        arguments.values().size() == 1
            ? work.session().requireCurrent()
            : work.session().find(arguments.values().get(1).text());
    Optional<CommandException> mixture = SetKeys.mixture(List.of(before, after));
    if (mixture.isPresent()) {
      throw mixture.get();
    }
    Field key = keys.read(arguments, List.of(before, after));
    return result(new SetComparison(before, after, key, fields), key);
  }

  // In the order of the rows of the newer set; what is gone comes at the end.
  private static CommandResult result(SetComparison comparison, Field key) {
    AnswerTable table =
        new AnswerTable()
            .text("change", "new, gone or changed")
            .text(key.name(), key.meaning())
            .text("what", "the row, or what has changed in it");
    BitSet fresh = bits(comparison.fresh());
    BitSet changed = bits(comparison.changed());
    Table rows = comparison.after().table();
    for (int row = 0; row < rows.size(); row++) {
      if (fresh.get(row)) {
        table.row("new", comparison.key(row), what(rows, row));
      } else if (changed.get(row)) {
        table.row("changed", comparison.key(row), changes(comparison.changes(row)));
      }
    }
    for (int row : comparison.gone()) {
      table.row("gone", comparison.keyBefore(row), what(comparison.before().table(), row));
    }
    String counts =
        String.format(
            Locale.ROOT,
            "%s new · %s gone · %s changed · %s the same   (from %s to %s)",
            Counts.text(fresh.cardinality()),
            Counts.text(comparison.gone().length),
            Counts.text(changed.cardinality()),
            Counts.text(comparison.same()),
            comparison.before().word(),
            comparison.after().word());
    return CommandResult.done(table.part(), new Part.Talk(counts));
  }

  private static BitSet bits(int[] rows) {
    BitSet bits = new BitSet();
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }

  private static String changes(List<String> changes) {
    int more = changes.size() - SHOWN_CHANGES;
    String text = String.join("; ", changes.subList(0, Math.min(SHOWN_CHANGES, changes.size())));
    return more > 0 ? text + "; and " + more + " more cells" : text;
  }

  private static String what(Table rows, int row) {
    String name = rows.text(row, "productFilename");
    return name == null ? rows.text(row, "obs_id") : name;
  }
}
