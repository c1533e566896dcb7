package org.mastshell.command;

import java.util.function.Consumer;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.formats.Format;
import org.mastshell.session.Settings;

/**
 * Carries plans out while a person or a script waits: shows how far it is, and where files turn out
 * to need a login asks for one and goes on.
 */
public final class ForegroundTransfer {
  private final ArchiveAccess archive;
  private final LoginPrompt loginPrompt;
  private final Transfer transfer;

  /**
   * @param archive where files come from
   * @param loginPrompt asks for a token when files turn out to need it
   * @param transfer carries plans out
   */
  public ForegroundTransfer(ArchiveAccess archive, LoginPrompt loginPrompt, Transfer transfer) {
    this.archive = archive;
    this.loginPrompt = loginPrompt;
    this.transfer = transfer;
  }

  /** A plan for the archive in use, with what is known of it without asking anybody. */
  Outlook glance(DownloadPlan plan, Work work) {
    Settings settings = work.session().settings();
    return transfer.outlook(plan, settings.clientOptions(), FileRoads.of(settings));
  }

  /**
   * A plan that is not carried out. The archive is asked only where the bucket has files, if the
   * setting source says so.
   *
   * @param client how the archive of its files is asked
   */
  Outlook outlook(DownloadPlan plan, ClientOptions client, Work work) {
    return outlook(plan, client, FileRoads.of(work.session().settings()), work);
  }

  private Outlook outlook(DownloadPlan plan, ClientOptions client, FileRoads roads, Work work) {
    if (!roads.areTwo() || !isInUse(client, work)) {
      return transfer.outlook(plan, client, roads);
    }
    try (Watch watch = work.watch(FileRoads.ASKING)) {
      FileRoads found =
          roads.found(plan, archive.client(work.session().settings()), watch, work.cancellation());
      return transfer.outlook(plan, client, found);
    }
  }

  /**
   * The same for one that is going to be carried out: if its files need a token, it is looked for
   * where it is kept.
   */
  Outlook ready(DownloadPlan plan, ClientOptions client, Work work) {
    return ready(plan, client, FileRoads.of(work.session().settings()), work);
  }

  /** The same for one whose files are to come by this way. */
  Outlook ready(DownloadPlan plan, ClientOptions client, FileRoads roads, Work work) {
    transfer.login(plan, client, work);
    return outlook(plan, client, roads, work);
  }

  private static boolean isInUse(ClientOptions client, Work work) {
    return client.equals(work.session().settings().clientOptions());
  }

  /**
   * Carries a plan out and says how that ended: to a program by events as it goes on, else by a
   * table.
   *
   * @param job keeps it meanwhile
   * @param retry how files that did not come are tried again
   */
  CommandResult carryOut(Outlook outlook, JobRun job, Retry retry, Work work) {
    boolean followed = work.style().format() == Format.JSONL;
    EventStream stream = new EventStream(work.console(), work.style());
    DownloadEvents events =
        followed ? DownloadEvents.of(job.number(), stream::show) : DownloadEvents.none();
    DownloadReport report =
        events.around(
            outlook, tell -> job.carryOut(note -> withLogin(outlook, tell.andThen(note), work)));
    boolean login = transfer.hasLogin(outlook.client());
    return new DownloadOutcome(report, retry, outlook.roads().areTwo(), login)
        .result(DownloadOutcome.drawn(work), DownloadOutcome.Wanted.of(report, work));
  }

  private DownloadReport withLogin(Outlook outlook, Consumer<FileOutcome> ended, Work work) {
    DownloadReport report = fetch(outlook, ended, work);
    boolean canAsk =
        work.console().interactive()
            && outlook.client().server().equals(work.session().settings().clientOptions().server());
    if (report.refused().isEmpty()
        || !canAsk
        || report.interrupted()
        || report.trouble().isPresent()) {
      return report;
    }
    work.say(DownloadOutcome.refusal(report));
    try {
      loginPrompt.ask(work);
    } catch (CommandException | ArchiveException notLoggedIn) {
      // What was fetched already must still be told.
      work.say("  " + notLoggedIn.getMessage());
      return report;
    }
    DownloadPlan refused = outlook.plan().only(report.refused());
    return report.updatedBy(fetch(outlook.with(refused), ended, work));
  }

  private DownloadReport fetch(Outlook outlook, Consumer<FileOutcome> ended, Work work) {
    try (Watch watch = work.watch("downloading")) {
      Transfer.Onlooker onlooker = new Transfer.Onlooker(watch, ended, work.cancellation());
      return isInUse(outlook.client(), work)
          ? transfer.run(outlook, archive.client(work.session().settings()), onlooker)
          : transfer.run(outlook, onlooker);
    }
  }
}
