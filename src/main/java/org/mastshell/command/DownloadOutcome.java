package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Says how a download ended. */
final class DownloadOutcome {
  private final DownloadReport report;
  private final String again;

  DownloadOutcome(DownloadReport report) {
    this(report, "download");
  }

  /**
   * The same for a download that was not begun in the usual way.
   *
   * @param again what to type to have it done again
   */
  DownloadOutcome(DownloadReport report, String again) {
    this.report = report;
    this.again = again;
  }

  /**
   * The table of outcomes, a summary, and the code for a script.
   *
   * @param drawn how many files a drawn table shows
   */
  CommandResult result(int drawn) {
    List<Part> parts = new ArrayList<>();
    if (!report.outcomes().isEmpty()) {
      parts.add(table(drawn));
    }
    parts.add(new Part.Talk(headline()));
    if (count(FileOutcome.Status.COMPLETE) > 0) {
      parts.add(new Part.Talk("  manifest: " + report.manifest()));
    }
    if (count(FileOutcome.Status.REFUSED) > 0) {
      parts.add(new Part.Talk("  " + refusal() + ": login, then " + again + " again"));
    }
    if (count(FileOutcome.Status.FAILED) > 0) {
      parts.add(new Part.Talk("  " + again + " again fetches those that failed"));
    }
    return CommandResult.ended(code(), parts);
  }

  /** Why files were refused. */
  String refusal() {
    int refused = count(FileOutcome.Status.REFUSED);
    return Counts.text(refused)
        + (refused == 1 ? " file is" : " files are")
        + " exclusive and cannot be had without a login that has the right to them";
  }

  private String headline() {
    List<String> facts = new ArrayList<>();
    int fetched = count(FileOutcome.Status.COMPLETE);
    facts.add(
        Counts.text(fetched)
            + (fetched == 1 ? " file" : " files")
            + " fetched, "
            + Sizes.text(report.bytesFetched()));
    add(facts, FileOutcome.Status.SKIPPED, "here already");
    add(facts, FileOutcome.Status.REFUSED, "refused");
    add(facts, FileOutcome.Status.FAILED, "failed");
    add(facts, FileOutcome.Status.CANCELLED, "not fetched, since you stopped it");
    return String.join(" · ", facts);
  }

  private void add(List<String> facts, FileOutcome.Status status, String what) {
    if (count(status) > 0) {
      facts.add(Counts.text(count(status)) + " " + what);
    }
  }

  // What went well fills screens and tells little: a terminal shows what did not first.
  private Part table(int drawn) {
    Table table = report.table();
    boolean troubled = !report.allHere();
    Predicate well =
        Predicate.where(
            Subject.column("status"),
            List.of(new Match.Equal("COMPLETE"), new Match.Equal("SKIPPED")));
    Table ordered =
        troubled
            ? Table.concat(List.of(table.where(Predicate.not(well)), table.where(well)))
            : table;
    return OutcomeColumns.part(ordered, drawn);
  }

  private ExitCode code() {
    if (report.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    if (report.allHere()) {
      return ExitCode.DONE;
    }
    return report.allFailedRefused() ? ExitCode.LOGIN : ExitCode.DOWNLOADS;
  }

  private int count(FileOutcome.Status status) {
    return report.count(status);
  }
}
