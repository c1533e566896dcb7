package org.mastshell.command;

import java.util.List;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/**
 * Sets that are put together come from one archive: the numbers of another are other rows. Plain
 * rows, which a file or a question gave, are of none.
 */
final class OneArchive {
  private OneArchive() {}

  /**
   * Lets sets of one archive pass.
   *
   * @throws CommandException if they come from several
   */
  static void require(List<WorkingSet> sets) {
    List<WorkingSet> ofArchives = sets.stream().filter(set -> set.kind() != SetKind.ROWS).toList();
    for (WorkingSet set : ofArchives) {
      WorkingSet first = ofArchives.get(0);
      if (!set.server().equals(first.server())) {
        throw new CommandException(
            ExitCode.FAILED,
            "these sets are of two archives: %s of %s, %s of %s"
                .formatted(first.word(), first.server(), set.word(), set.server()),
            "search for both at one of them: set server tells which one is asked");
      }
    }
  }
}
