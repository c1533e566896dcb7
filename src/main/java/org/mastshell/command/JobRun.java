package org.mastshell.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.HeldJob;
import org.mastshell.download.JobFolder;

/** One run of a download, kept on disk while it lasts and as long as files are missing. */
final class JobRun implements AutoCloseable {
  private final Optional<HeldJob> held;
  private final Consumer<DownloadReport> settling;
  private final boolean fresh;

  private JobRun(Optional<HeldJob> held, Consumer<DownloadReport> settling, boolean fresh) {
    this.held = held;
    this.settling = settling;
    this.fresh = fresh;
  }

  /** The first run of a download. */
  static JobRun first(HeldJob held, JobFolder folder) {
    return new JobRun(Optional.of(held), settling(held, folder), true);
  }

  /** A later run of one. */
  static JobRun again(HeldJob held, JobFolder folder) {
    return new JobRun(Optional.of(held), settling(held, folder), false);
  }

  /** Of one that cannot be kept, or need not be. */
  static JobRun unkept() {
    return new JobRun(Optional.empty(), report -> {}, false);
  }

  private static Consumer<DownloadReport> settling(HeldJob held, JobFolder folder) {
    return report -> folder.settle(held, report);
  }

  /** The number that it is kept by, if it is. */
  OptionalInt number() {
    return held.map(job -> OptionalInt.of(job.number())).orElseGet(OptionalInt::empty);
  }

  /**
   * How files that do not come are tried again.
   *
   * @param command what does it where it is not kept
   */
  Retry retryOr(String command) {
    return held.map(job -> Retry.ofJob(job.number())).orElseGet(() -> Retry.of(command));
  }

  /**
   * Carries it out.
   *
   * @param transfer is given what is to be told of each file that has ended
   * @throws DownloadException if it could not begin: a first run is not kept then
   */
  DownloadReport carryOut(Function<Consumer<FileOutcome>, DownloadReport> transfer) {
    try {
      DownloadReport report = transfer.apply(file -> held.ifPresent(job -> job.ended(file)));
      settling.accept(report);
      return report;
    } catch (DownloadException trouble) {
      if (fresh) {
        held.ifPresent(HeldJob::forget);
      }
      throw trouble;
    }
  }

  @Override
  public void close() {
    held.ifPresent(HeldJob::close);
  }
}
