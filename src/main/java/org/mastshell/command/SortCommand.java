package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.vocabulary.Fields;

/** Puts the rows of the current set in order. */
public final class SortCommand implements ShellCommand {
  private final Fields fields;

  /**
   * @param fields what columns are called
   */
  public SortCommand(Fields fields) {
    this.fields = fields;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "sort",
        List.of(),
        Groups.SETS,
        "put the rows in order",
        "[-]COLUMN…",
        """
        By the first column, then, where that is equal, by the next one; a dash turns one round. \
        Rows without a value come last. The row numbers are those of the new order, so that pick 1-5 \
        takes the first five.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W; sort -exptime obs_id", "longest first"),
            new Example("pick 1-5", "the five longest")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(
          arguments, "sort needs a column", "sort -size    sort target exptime");
    }
    WorkingSet before = work.session().requireCurrent();
    List<SortKey> keys =
        SortKeys.read(arguments.values(), before.kind(), fields, arguments.command().line());
    WorkingSet set =
        work.session()
            .addDerived(RowOrder.sort(before.table(), keys), arguments.command().text(), before);
    return CommandResult.done(SetLine.of(set));
  }
}
