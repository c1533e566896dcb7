package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mastshell.archive.FileOrigin;
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
  private static final int MOST_NAMED = 20;

  private final DownloadReport report;
  private final Function<List<FileOutcome>, String> retry;
  private final String goesOn;

  /**
   * @param report what became of each file
   * @param retry makes the command that tries files again
   * @param goesOn how a person goes on with one that was stopped
   */
  DownloadOutcome(DownloadReport report, Function<List<FileOutcome>, String> retry, String goesOn) {
    this.report = report;
    this.retry = retry;
    this.goesOn = goesOn;
  }

  /**
   * The table of outcomes, a summary, and the code for a script.
   *
   * @param drawn how many files a drawn table shows
   * @param told whether somebody followed the events of all files, so that no table is wanted
   */
  CommandResult result(int drawn, boolean told) {
    List<Part> parts = new ArrayList<>();
    if (!told && !report.outcomes().isEmpty()) {
      parts.add(table(drawn));
    }
    parts.addAll(talk());
    return CommandResult.ended(code(report), parts);
  }

  /** The summary, what did not come, and how to try it again. */
  List<Part> talk() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(report.interrupted() ? paused() : headline()));
    if (fetchedFrom(FileOrigin.CLOUD) > 0) {
      parts.add(
          new Part.Talk(
              "  %s from the cloud, %s from the archive"
                  .formatted(
                      Counts.text(fetchedFrom(FileOrigin.CLOUD)),
                      Counts.text(fetchedFrom(FileOrigin.ARCHIVE)))));
    }
    if (count(FileOutcome.Status.COMPLETE) > 0 && !report.interrupted()) {
      parts.add(new Part.Talk("  manifest: " + report.manifest()));
    }
    if (count(FileOutcome.Status.REFUSED) > 0) {
      parts.add(new Part.Talk("  " + refusal(report) + ": login, then type"));
      parts.add(new Part.Talk("  " + retry.apply(report.with(FileOutcome.Status.REFUSED))));
    }
    if (count(FileOutcome.Status.FAILED) > 0) {
      failures(parts);
    }
    return parts;
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
    add(facts, FileOutcome.Status.REFUSED, "refused");
    add(facts, FileOutcome.Status.FAILED, "failed");
    return "  paused: " + String.join(", ", facts) + " · " + goesOn;
  }

  private void failures(List<Part> parts) {
    List<FileOutcome> failed = report.with(FileOutcome.Status.FAILED);
    parts.add(new Part.Talk("  failed:"));
    for (FileOutcome outcome : failed.stream().limit(MOST_NAMED).toList()) {
      parts.add(new Part.Talk("    " + outcome.file().name() + ": " + outcome.message()));
    }
    if (failed.size() > MOST_NAMED) {
      String more = Counts.text(failed.size() - MOST_NAMED);
      parts.add(new Part.Talk("    and " + more + " more: " + report.manifest() + " has them all"));
    }
    parts.add(new Part.Talk("  to try just these again, type (in a script: run it again)"));
    parts.add(new Part.Talk("  " + retry.apply(failed)));
  }

  /** Why files were refused. */
  static String refusal(DownloadReport report) {
    int refused = report.count(FileOutcome.Status.REFUSED);
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

  /** How a script ends. */
  static ExitCode code(DownloadReport report) {
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

  private int fetchedFrom(String place) {
    return (int)
        report.with(FileOutcome.Status.COMPLETE).stream()
            .filter(outcome -> outcome.validator().place().equals(place))
            .count();
  }
}
