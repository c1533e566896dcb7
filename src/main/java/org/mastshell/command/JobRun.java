package org.mastshell.command;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.HeldJob;
import org.mastshell.download.JobFolder;

/** One run of a download, kept on disk while it lasts and as long as files are missing. */
final class JobRun implements AutoCloseable {
  private final JobFolder folder;
  private final Optional<HeldJob> held;
  private final boolean fresh;

  /**
   * @param held the download, or empty if it cannot be kept or has nothing to do
   * @param fresh whether it begins now
   */
  JobRun(JobFolder folder, Optional<HeldJob> held, boolean fresh) {
    this.folder = folder;
    this.held = held;
    this.fresh = fresh;
  }

  /** How a person goes on with it. */
  String goesOn() {
    return held.isPresent()
        ? "resume goes on, jobs shows them"
        : "the same download goes on with them";
  }

  /**
   * Carries it out.
   *
   * @param transfer is given what is to be told of each file that has ended
   * @throws DownloadException if nothing could be written; one that never began is not kept
   */
  DownloadReport carryOut(Function<Consumer<FileOutcome>, DownloadReport> transfer) {
    try {
      DownloadReport report = transfer.apply(file -> held.ifPresent(job -> job.ended(file)));
      held.ifPresent(job -> settle(job, report));
      return report;
    } catch (DownloadException trouble) {
      if (fresh && trouble.report().isEmpty()) {
        held.ifPresent(HeldJob::forget);
      }
      throw trouble;
    }
  }

  private void settle(HeldJob job, DownloadReport report) {
    job.settle(report);
    folder.settleOthers(job.job().order().options(), report);
  }

  @Override
  public void close() {
    held.ifPresent(HeldJob::close);
  }
}
