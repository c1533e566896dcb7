package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.KeyedRows;
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
    Field key = keys.read(arguments, before.kind());
    return new Comparison(before, after, key).result();
  }

  /** One comparison. */
  private final class Comparison {
    private final WorkingSet before;
    private final WorkingSet after;
    private final KeyedRows beforeRows;
    private final KeyedRows afterRows;
    private final Field key;
    private final List<String> names = new ArrayList<>();
    private final List<Column> old = new ArrayList<>();
    private final List<Column> now = new ArrayList<>();
    private final AnswerTable table = new AnswerTable();
    private int fresh;
    private int gone;
    private int changed;
    private int same;

    Comparison(WorkingSet before, WorkingSet after, Field key) {
      this.before = before;
      this.after = after;
      this.key = key;
      beforeRows = KeyedRows.of(before.table(), key.subject());
      afterRows = KeyedRows.of(after.table(), key.subject());
      for (ColumnInfo info : before.table().columns()) {
        Optional<Column> other = after.table().find(info.name());
        if (other.isPresent()) {
          names.add(fields.of(info.name(), before.kind()).name());
          old.add(before.table().column(info.name()));
          now.add(other.get());
        }
      }
    }

    CommandResult result() {
      table
          .text("change", "new, gone or changed")
          .text(key.name(), key.meaning())
          .text("what", "the row, or what has changed in it");
      for (int row = 0; row < after.size(); row++) {
        compare(row);
      }
      for (int row = 0; row < before.size(); row++) {
        if (afterRows.row(beforeRows.key(row)) < 0) {
          gone++;
          table.row("gone", beforeRows.key(row), what(before.table(), row));
        }
      }
      String counts =
          String.format(
              Locale.ROOT,
              "%s new · %s gone · %s changed · %s the same",
              Counts.text(fresh),
              Counts.text(gone),
              Counts.text(changed),
              Counts.text(same));
      Part summary =
          new Part.Talk(counts + "   (from " + before.word() + " to " + after.word() + ")");
      return CommandResult.done(table.part(), summary);
    }

    private void compare(int row) {
      int earlier = beforeRows.row(afterRows.key(row));
      if (earlier < 0) {
        fresh++;
        table.row("new", afterRows.key(row), what(after.table(), row));
        return;
      }
      List<String> changes = changes(earlier, row);
      if (changes.isEmpty()) {
        same++;
        return;
      }
      changed++;
      int more = changes.size() - SHOWN_CHANGES;
      String text = String.join("; ", changes.subList(0, Math.min(SHOWN_CHANGES, changes.size())));
      table.row(
          "changed", afterRows.key(row), more > 0 ? text + "; and " + more + " more cells" : text);
    }

    private List<String> changes(int earlier, int row) {
      List<String> changes = new ArrayList<>();
      for (int place = 0; place < names.size(); place++) {
        String from = old.get(place).text(earlier);
        String to = now.get(place).text(row);
        if (!String.valueOf(from).equals(String.valueOf(to))) {
          changes.add(names.get(place) + " " + cell(from) + " → " + cell(to));
        }
      }
      return changes;
    }

    private String what(Table rows, int row) {
      String name = rows.text(row, "productFilename");
      return name == null ? rows.text(row, "obs_id") : name;
    }

    private String cell(String text) {
      return text == null ? "nothing" : text;
    }
  }
}
