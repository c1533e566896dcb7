package org.mastshell.command;

import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.vocabulary.Fields;

/** Puts sets together. */
public final class UnionCommand implements ShellCommand {
  private final SetAlgebra algebra;

  /**
   * @param fields what columns are called
   */
  public UnionCommand(Fields fields) {
    algebra = new SetAlgebra(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "union",
        List.of(),
        Groups.SETS,
        "put sets together",
        "SET [SET…] [--by COLUMN]",
        """
        All rows of the first set, then those of the others that are not there yet. \
        """
            + SetAlgebra.HELP,
        SetAlgebra.takes(),
        List.of(
            new Example(
                "search program=1073 filters=F277W; search program=1073 filters=F070W; union 1 2",
                "both")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return algebra.run(arguments, work, algebra::union);
  }
}
