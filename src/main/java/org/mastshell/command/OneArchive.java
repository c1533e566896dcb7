package org.mastshell.command;

import java.util.List;
import org.mastshell.session.WorkingSet;

/** Sets that are put together come from one archive: the numbers of another are other rows. */
final class OneArchive {
  private OneArchive() {}

  /**
   * Lets sets of one archive pass.
   *
   * @throws CommandException if they come from several
   */
  static void require(List<WorkingSet> sets) {
    for (WorkingSet set : sets) {
      WorkingSet first = sets.get(0);
      if (!set.server().equals(first.server())) {
        throw new CommandException(
            ExitCode.FAILED,
            "these sets are of two archives: %s of %s, %s of %s"
                .formatted(first.word(), first.server(), set.word(), set.server()),
            "take sets of one archive: results lists them");
      }
    }
  }
}
