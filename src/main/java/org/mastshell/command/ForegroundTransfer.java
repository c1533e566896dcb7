package org.mastshell.command;

import java.util.function.Consumer;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ClientOptions;
import org.mastshell.archive.FileSource;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.Downloader;
import org.mastshell.download.FileOutcome;

/**
 * Carries plans out while a person or a script waits: shows how far it is, and where files turn out
 * to need a login asks for one and goes on.
 */
public final class ForegroundTransfer {
  private final ArchiveAccess archive;
  private final Logins logins;
  private final LoginPrompt loginPrompt;
  private final TransferRates rates;

  /**
   * @param archive where files come from
   * @param logins the token in use
   * @param loginPrompt asks for one when files turn out to need it
   * @param rates how quick earlier downloads were
   */
  public ForegroundTransfer(
      ArchiveAccess archive, Logins logins, LoginPrompt loginPrompt, TransferRates rates) {
    this.archive = archive;
    this.logins = logins;
    this.loginPrompt = loginPrompt;
    this.rates = rates;
  }

  /** How quick earlier downloads were. */
  TransferRates rates() {
    return rates;
  }

  /**
   * Carries a plan out.
   *
   * @param client where the files are
   * @param ended is told what became of each file
   */
  DownloadReport run(
      DownloadPlan plan, ClientOptions client, Consumer<FileOutcome> ended, Work work) {
    if (plan.exclusive() > 0) {
      logins.load(client.server().getHost());
    }
    DownloadReport report = fetch(plan, client, ended, work);
    boolean canAsk =
        work.console().interactive()
            && client.server().equals(work.session().settings().clientOptions().server());
    if (report.refused().isEmpty() || !canAsk || report.interrupted()) {
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
    return report.updatedBy(fetch(plan.only(report.refused()), client, ended, work));
  }

  private DownloadReport fetch(
      DownloadPlan plan, ClientOptions client, Consumer<FileOutcome> ended, Work work) {
    if (client.equals(work.session().settings().clientOptions())) {
      return fetch(plan, archive.client(work.session().settings()), ended, work);
    }
    String host = client.server().getHost();
    try (ArchiveClient other = new ArchiveClient(client, () -> logins.token(host))) {
      return fetch(plan, other, ended, work);
    }
  }

  private DownloadReport fetch(
      DownloadPlan plan, ArchiveClient client, Consumer<FileOutcome> ended, Work work) {
    long begun = System.nanoTime();
    FileSource source = FileRoads.of(work.session().settings()).open(plan, client, work);
    try (Watch watch = work.watch("downloading").sparing()) {
      DownloadReport report =
          new Downloader(source, plan.options()).run(plan, watch, ended, work.cancellation());
      if (!report.interrupted()) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        rates.keep(client.options().server(), report.bytesFetched() - plan.bytesKept(), seconds);
      }
      return report;
    }
  }
}
