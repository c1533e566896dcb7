package org.mastshell.command;

import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.vocabulary.Fields;

/** Keeps what sets have in common. */
public final class IntersectCommand implements ShellCommand {
  private final SetAlgebra algebra;

  /**
   * @param fields what columns are called
   */
  public IntersectCommand(Fields fields) {
    algebra = new SetAlgebra(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "intersect",
        List.of(),
        Groups.SETS,
        "keep what sets have in common",
        "SET [SET…] [--by COLUMN]",
        """
        The rows of the first set that are in all the others too. \
        """
            + SetAlgebra.HELP,
        SetAlgebra.takes(),
        List.of(
            new Example(
                "search program=1073; search filters=F277W mission=JWST; intersect 1 2",
                "in both")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return algebra.run(arguments, work, SetAlgebra::intersect);
  }
}
