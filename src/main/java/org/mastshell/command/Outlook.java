package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;

/**
 * A plan with all that can be known before it is carried out.
 *
 * @param plan what is to be done
 * @param client how the archive of its files is asked
 * @param roads from there or from its bucket
 * @param time how long it will take
 * @param login whether requests will carry a token
 * @param underWay files of it that other downloads are at
 */
record Outlook(
    DownloadPlan plan,
    ClientOptions client,
    FileRoads roads,
    PlanTime time,
    boolean login,
    FilesUnderWay underWay) {

  /** One of which no other download is known. */
  Outlook(DownloadPlan plan, ClientOptions client, FileRoads roads, PlanTime time, boolean login) {
    this(plan, client, roads, time, login, FilesUnderWay.none());
  }

  /** The same, beside other downloads. */
  Outlook beside(FilesUnderWay others) {
    return new Outlook(plan, client, roads, time, login, others);
  }

  /** How a command ends that only says what would be done: badly if that is refused. */
  ExitCode code() {
    return isBlocked() || !plan.room().suffices() ? ExitCode.FAILED : ExitCode.DONE;
  }

  /** Whether none of its files can be written. */
  boolean isBlocked() {
    int blocked = plan.count(PlannedFile.State.BLOCKED);
    return blocked > 0 && blocked == plan.files().size();
  }

  /** What else should be known before it is carried out. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(plan.notes());
    if (!plan.isRepair()) {
      new Associations(plan).note().ifPresent(notes::add);
    }
    return notes;
  }

  /** For another plan, of some of the files. */
  Outlook with(DownloadPlan other) {
    return new Outlook(other, client, roads, time, login, underWay);
  }
}
