package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;

/** Says in one line how a download ended, or how far it had come when it was stopped. */
final class DownloadSummary {
  private final DownloadReport report;
  private final Retry retry;

  /**
   * @param report what became of each file
   * @param retry how a download goes on that was stopped
   */
  DownloadSummary(DownloadReport report, Retry retry) {
    this.report = report;
    this.retry = retry;
  }

  /** The line. */
  String line() {
    return report.interrupted() ? paused() : headline();
  }

  private String headline() {
    List<String> facts = new ArrayList<>();
    int fetched = count(FileOutcome.Status.COMPLETE);
    facts.add(
        Counts.text(fetched)
            + (fetched == 1 ? " file" : " files")
            + " fetched, "
            + Sizes.text(report.bytesFetched()));
    if (report.bytesKept() > 0) {
      facts.add(Sizes.text(report.bytesKept()) + " of parts were here");
    }
    int replaced = (int) report.outcomes().stream().filter(FileOutcome::hasReplaced).count();
    if (replaced > 0) {
      facts.add(Counts.text(replaced) + " replaced what was here");
    }
    add(facts, FileOutcome.Status.SKIPPED, "here already" + stale() + unchanged());
    add(facts, FileOutcome.Status.GONE, "gone from the archive");
    add(facts, FileOutcome.Status.REFUSED, "refused");
    add(facts, FileOutcome.Status.FAILED, "failed" + partly());
    return String.join(" · ", facts);
  }

  // Who reads the last line alone is not to think that all is as the archive has it.
  private String stale() {
    int stale =
        (int)
            report.with(FileOutcome.Status.SKIPPED).stream()
                .filter(outcome -> outcome.file().state() == PlannedFile.State.STALE)
                .count();
    if (stale == 0) {
      return "";
    }
    String all = stale == count(FileOutcome.Status.SKIPPED) ? "all" : Counts.text(stale);
    return ", " + all + " stale (--update)";
  }

  // What the archive was asked about is known better than what was only found.
  private String unchanged() {
    int unchanged =
        (int)
            report.with(FileOutcome.Status.SKIPPED).stream()
                .filter(FileOutcome::isUnchanged)
                .count();
    if (unchanged == 0) {
      return "";
    }
    return (unchanged == count(FileOutcome.Status.SKIPPED)
            ? ", "
            : ", %s of them ".formatted(Counts.text(unchanged)))
        + FileOutcome.UNCHANGED;
  }

  private String partly() {
    if (report.trouble().isEmpty()) {
      return "";
    }
    List<FileOutcome> parts =
        report.with(FileOutcome.Status.FAILED).stream()
            .filter(file -> file.bytes() > 0 && !file.file().isThere())
            .toList();
    long bytes = parts.stream().mapToLong(FileOutcome::bytes).sum();
    return parts.isEmpty()
        ? ""
        : ", %s of them partly here, %s".formatted(Counts.text(parts.size()), Sizes.text(bytes));
  }

  private void add(List<String> facts, FileOutcome.Status status, String what) {
    if (count(status) > 0) {
      facts.add(Counts.text(count(status)) + " " + what);
    }
  }

  // 31 done, 4 partly, 55 waiting
  private String paused() {
    List<FileOutcome> left = report.with(FileOutcome.Status.CANCELLED);
    int partly =
        (int) left.stream().filter(file -> file.bytes() > 0 || file.file().kept() > 0).count();
    List<String> facts = new ArrayList<>();
    int done = count(FileOutcome.Status.COMPLETE) + count(FileOutcome.Status.SKIPPED);
    facts.add(Counts.text(done) + " done");
    facts.add(Counts.text(partly) + " partly");
    facts.add(Counts.text(left.size() - partly) + " waiting");
    add(facts, FileOutcome.Status.GONE, "gone from the archive");
    add(facts, FileOutcome.Status.REFUSED, "refused");
    add(facts, FileOutcome.Status.FAILED, "failed");
    return "  paused: " + String.join(", ", facts) + " · " + retry.goesOn();
  }

  private int count(FileOutcome.Status status) {
    return report.count(status);
  }
}
