package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.RowSelection;
import org.mastshell.language.RowSelections;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Makes a set of rows named by their numbers. */
public final class PickCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "pick",
        List.of(),
        Groups.SETS,
        "keep the rows with these numbers",
        "ROWS",
        """
        ROWS are numbers as show prints them: 3, 3-7, 1,4,9- (from 9 to the end), last. The rows come \
        in the order in which they are named.\
        """,
        new ArgumentSpec(false, true, false, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("pick 1,3-5", "four of them"),
            new Example("pick last", "the last one")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Word name = arguments.command().name();
    RowSelection rows =
        arguments
            .rows()
            .orElseThrow(
                () ->
                    new SyntaxException(
                        "pick needs row numbers",
                        arguments.command().line(),
                        name.start(),
                        name.end(),
                        "pick 1,3-5    pick last"));
    WorkingSet before = work.session().requireCurrent();
    Table kept =
        before
            .table()
            .select(RowSelections.resolve(rows, before.size(), arguments.command().line()));
    WorkingSet set = work.session().addDerived(kept, arguments.command().text(), before);
    return CommandResult.done(
        set.kind() == SetKind.PRODUCTS
            ? List.of(new Part.Talk(ProductSummary.sizeOf(kept) + "   #" + set.number()))
            : SetSummary.parts(set));
  }
}
