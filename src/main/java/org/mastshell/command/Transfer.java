package org.mastshell.command;

import java.util.function.Consumer;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ClientOptions;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.Downloader;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.ServerLimits;

/**
 * Carries plans out, whoever looks on: by the roads that they are to come, and keeps how quick that
 * was. Safe for use by several threads.
 */
public final class Transfer {
  private final Logins logins;
  private final TransferRates rates;
  private final SafeMode safe;
  private final ServerLimits limits = new ServerLimits();

  /**
   * @param logins asked when a request may carry a token
   * @param rates how quick earlier downloads were
   * @param safe decides into which folders files may go, those of kept downloads and of folders
   *     that are repaired included
   */
  public Transfer(Logins logins, TransferRates rates, SafeMode safe) {
    this.safe = safe;
    this.logins = logins;
    this.rates = rates;
  }

  /**
   * A plan with what is known before it is carried out, without asking anybody.
   *
   * @param client how the archive of its files is asked
   */
  Outlook outlook(DownloadPlan plan, ClientOptions client, FileRoads roads) {
    boolean login = hasLogin(client);
    PlanTime time = PlanTime.of(plan, rates.of(client.server()));
    return new Outlook(plan, client, roads, time, login);
  }

  /** Whether requests carry a token. */
  boolean hasLogin(ClientOptions client) {
    return logins.token(client.server().getHost()).isPresent();
  }

  /**
   * Looks for a token where one is kept, if files need it. A person may be asked to open that.
   *
   * @param work shows that it is waited for, and can end that
   */
  void login(DownloadPlan plan, ClientOptions client, Work work) {
    if (plan.exclusive() > 0) {
      var unused = logins.load(client.server().getHost(), work);
    }
  }

  /**
   * Who looks on.
   *
   * @param progress is told how far it is
   * @param ended is told what became of each file
   * @param cancellation stops it
   */
  record Onlooker(Progress progress, Consumer<FileOutcome> ended, Cancellation cancellation) {}

  /** Carries a plan out with a client of its own. */
  DownloadReport run(Outlook outlook, Onlooker onlooker) {
    String host = outlook.client().server().getHost();
    try (ArchiveClient client = new ArchiveClient(outlook.client(), () -> logins.token(host))) {
      return run(outlook, client, onlooker);
    }
  }

  /** The same with a client that is there already. */
  DownloadReport run(Outlook outlook, ArchiveClient client, Onlooker onlooker) {
    var unused = safe.writable(outlook.plan().options().folder());
    long begun = System.nanoTime();
    FileSource source =
        outlook
            .roads()
            .found(outlook.plan(), client, onlooker.progress(), onlooker.cancellation())
            .source(client);
    DownloadReport report =
        new Downloader(source, outlook.plan().options(), limits, server(client))
            .run(outlook.plan(), onlooker.progress(), onlooker.ended(), onlooker.cancellation());
    if (!report.interrupted()) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      rates.keep(client.options().server(), report.bytesFetched(), seconds);
    }
    return report;
  }

  // Files of its bucket count too: it is one person's network that all of them come by.
  private static String server(ArchiveClient client) {
    return client.options().server().getAuthority();
  }
}
