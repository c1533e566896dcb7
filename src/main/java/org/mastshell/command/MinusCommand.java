package org.mastshell.command;

import java.util.List;
import org.mastshell.language.Arguments;
import org.mastshell.vocabulary.Fields;

/** Takes sets away from another one. */
public final class MinusCommand implements ShellCommand {
  private final SetAlgebra algebra;

  /**
   * @param fields what columns are called
   */
  public MinusCommand(Fields fields) {
    algebra = new SetAlgebra(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "minus",
        List.of(),
        Groups.SETS,
        "take a set away from another",
        "SET [SET…] [--by COLUMN]",
        """
        The rows of the first set that are in none of the others. \
        """
            + SetAlgebra.HELP,
        SetAlgebra.takes(),
        List.of(
            new Example(
                "search program=1073; search program=1073 filters=F277W; minus 1 2",
                "all but the second")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return algebra.run(arguments, work, SetAlgebra::minus);
  }
}
