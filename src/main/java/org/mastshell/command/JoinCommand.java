package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Joining;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;

/** Puts the rows of two sets side by side. */
public final class JoinCommand implements ShellCommand {
  static final String NAME = "join";

  private static final String ON = "on";

  private final Fields fields;

  /**
   * @param fields what columns are called
   */
  public JoinCommand(Fields fields) {
    this.fields = fields;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.SETS,
        "put the rows of two sets side by side",
        "SET [SET] [--on COLUMN[=COLUMN]]",
        """
        Each row of the first set beside each row of the second that belongs to it; with one set, the \
        current set is the first. The new set is of the kind of the first, so that products and \
        download work on it as before; the columns of the second come behind its own. Of two with one \
        name the second is NAME_2; it is left out where both are the same in all rows.

        Without --on the sets are compared by what names the same in both: data URI, file name, \
        obsid, name of the observation or dataset, Webb's exposures (of the same detector where both \
        name one), the target of rows found near targets. What was used is said. Case does not count. sql does what this cannot.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued(
                    ON, "COLUMN[=COLUMN]", "the column of both, or one of each with = between"))),
        List.of(
            new Example(
                "datasets jwst program=1073 filter=F277W; search program=1073 filters=F277W; join 1",
                "observations with what the mission's search knows of them"),
            new Example(
                "search program=1073 filters=F277W; name seen; sql SELECT obs_id, t_exptime / 60 AS minutes FROM seen; join seen _ --on obs_id",
                "by a column of both")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<WorkingSet> sets = sets(arguments, work);
    WorkingSet first = sets.get(0);
    WorkingSet second = sets.get(1);
    JoinKey key =
        arguments.options().containsKey(ON)
            ? named(arguments, first, second)
            : guessed(first, second);
    ColumnUnits units = new ColumnUnits(fields);
    Joining joining = key.join(units.told(first), units.told(second));
    Table rows = units.bare(joining.table(), first.kind());
    if (rows.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          "no row of set "
              + first.word()
              + " belongs to one of set "
              + second.word()
              + " by "
              + key.text(),
          "--on COLUMN or --on COLUMN=COLUMN names others; show has what is there");
    }
    WorkingSet made = work.session().addCombined(rows, arguments.command().text(), sets);
    List<Part> parts = new ArrayList<>();
    parts.add(SetLine.of(made));
    parts.add(
        new Part.Talk(
            "  by "
                + key.text()
                + ": "
                + Counts.text(joining.partnered())
                + " of "
                + Counts.of(first.size(), first.kind().word(1), first.kind().plural())
                + " in set "
                + first.word()
                + " with a partner in set "
                + second.word()));
    return CommandResult.done(parts);
  }

  private static List<WorkingSet> sets(Arguments arguments, Work work) {
    SpareWords.refuse(arguments, 2, "join takes two sets");
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, "join needs a set", "join 1    results lists them");
    }
    List<WorkingSet> sets = new ArrayList<>();
    if (arguments.values().size() == 1) {
      sets.add(work.session().requireCurrent());
    }
    for (Word word : arguments.values()) {
      sets.add(work.session().find(word.text()));
    }
    if (sets.get(0).number() == sets.get(1).number()) {
      Word last = arguments.values().get(arguments.values().size() - 1);
      throw last.fault(
          arguments.command().line(),
          last.text() + " is the same set once more",
          "join takes two different ones    results lists them");
    }
    return sets;
  }

  private static JoinKey guessed(WorkingSet first, WorkingSet second) {
    return JoinKey.of(first.table(), second.table())
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED,
                    "nothing in sets "
                        + first.word()
                        + " and "
                        + second.word()
                        + " names the same in both",
                    "--on COLUMN or --on COLUMN=COLUMN says by what they belong together"));
  }

  private JoinKey named(Arguments arguments, WorkingSet first, WorkingSet second) {
    Word word = arguments.options().get(ON);
    int equals = word.text().indexOf('=');
    String left = equals < 0 ? word.text() : word.text().substring(0, equals);
    String right = equals < 0 ? word.text() : word.text().substring(equals + 1);
    return new JoinKey(
        column(arguments, word, left.strip(), first),
        column(arguments, word, right.strip(), second),
        JoinKey.Likeness.WHOLE);
  }

  private String column(Arguments arguments, Word word, String name, WorkingSet set) {
    Fields own = LiveFields.of(set, fields.ofArchive());
    String column = own.find(name, set.kind()).map(field -> field.subject().source()).orElse(name);
    if (!set.table().has(column)) {
      throw word.fault(
          arguments.command().line(),
          "set " + set.word() + " has no column " + name,
          "--on COLUMN or --on COLUMN=COLUMN; show names the columns");
    }
    return column;
  }
}
