package org.mastshell.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.archive.FileOrigin;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.output.Console;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Says how a download ended. */
final class DownloadOutcome {
  private static final int MOST_NAMED = 20;
  private static final int MOST_NOTED = 5;
  // Below a table there is room for the summary and the next prompt.
  private static final int ROWS_BELOW = 6;

  /** Which files the table of a download has. */
  enum Wanted {
    /** None: whoever asked was told, or wants the prompt back. */
    NONE,
    /**
     * Those of which there is something to say to a person, as far as they fit the screen with the
     * summary below them: who comes back to it after an hour wants that, not a page of names.
     */
    NEWS,
    /** All, for programs. */
    ALL;

    /** What is wanted where a download was waited for. */
    static Wanted of(DownloadReport report, Work work) {
      return switch (work.style().format()) {
        case JSONL -> NONE;
        case TABLE -> {
          if (report.interrupted()) {
            // Who stops a download wants the prompt, not a list of what did not come.
            yield NONE;
          }
          yield work.console().outIsTerminal() ? NEWS : ALL;
        }
        default -> ALL;
      };
    }
  }

  private final DownloadReport report;
  private final Retry retry;
  private final boolean twoRoads;
  private final boolean login;

  /**
   * @param report what became of each file
   * @param retry how files that did not come are tried again
   * @param twoRoads whether files could come from the cloud too
   * @param login whether requests carried a token
   */
  DownloadOutcome(DownloadReport report, Retry retry, boolean twoRoads, boolean login) {
    this.report = report;
    this.retry = retry;
    this.twoRoads = twoRoads;
    this.login = login;
  }

  /**
   * The table of outcomes, a summary, and the code for a script.
   *
   * @param drawn how many files a drawn table shows: {@link #drawn}
   * @param wanted which of them
   */
  CommandResult result(int drawn, Wanted wanted) {
    List<Part> parts = new ArrayList<>();
    Optional<Part> rows = rows(drawn, wanted);
    rows.ifPresent(parts::add);
    parts.addAll(talk(rows.isPresent()));
    return CommandResult.ended(code(report), parts);
  }

  /** The table of outcomes alone, if there is anything in it. */
  Optional<Part> rows(int drawn, Wanted wanted) {
    Table table = wanted == Wanted.NEWS ? news(report.table()) : report.table();
    boolean tooLong = wanted == Wanted.NEWS && table.size() > drawn;
    return wanted == Wanted.NONE || table.isEmpty() || tooLong
        ? Optional.empty()
        : Optional.of(table(table, drawn));
  }

  /** How many files a table shows. */
  static int drawn(Work work) {
    int limit = work.session().settings().whole(Setting.LIMIT);
    Console console = work.console();
    return console.outIsTerminal() && console.height() > 0
        ? Math.min(limit, Math.max(0, console.height() - ROWS_BELOW))
        : limit;
  }

  /**
   * The summary, what did not come, and how to try it again.
   *
   * @param below whether it stands below the table, which has the notes of files that were here
   */
  List<Part> talk(boolean below) {
    List<Part> parts = new ArrayList<>();
    String summary = new DownloadSummary(report, retry).line();
    parts.add(new Part.Talk(summary));
    if (report.interrupted()) {
      // What goes on with it is more than talk.
      parts.add(new Part.Brief(summary.strip()));
    }
    if (twoRoads && count(FileOutcome.Status.COMPLETE) > 0) {
      parts.add(
          new Part.Talk(
              "  %s from the cloud, %s from the archive"
                  .formatted(
                      Counts.text(fetchedFrom(FileOrigin.CLOUD)),
                      Counts.text(fetchedFrom(FileOrigin.ARCHIVE)))));
    }
    if (asked() > 0 && !report.interrupted() && isManifestThere()) {
      parts.add(new Part.Talk("  manifest: " + report.manifest()));
    }
    Reasons noted = noted(FileOutcome.Status.COMPLETE);
    if (!noted.isEmpty() && !report.interrupted()) {
      parts.add(new Part.Talk("  noted:"));
      list(noted, MOST_NOTED, parts);
    }
    if (!below && !report.interrupted()) {
      parts.addAll(notedOfThoseHere());
    }
    if (count(FileOutcome.Status.REFUSED) > 0) {
      parts.add(new Part.Talk("  " + refusal(report) + ": " + remedy()));
      list(FileOutcome.Status.REFUSED, parts);
    }
    if (count(FileOutcome.Status.FAILED) > 0) {
      parts.add(new Part.Talk("  failed:"));
      list(FileOutcome.Status.FAILED, parts);
    }
    if (count(FileOutcome.Status.GONE) > 0) {
      List<FileOutcome> gone = report.with(FileOutcome.Status.GONE);
      String names =
          gone.stream()
              .limit(MOST_NAMED)
              .map(outcome -> outcome.file().name())
              .collect(Collectors.joining(", "));
      String more = gone.size() > MOST_NAMED ? ", …" : "";
      parts.add(new Part.Talk("  gone from the archive, and kept here: " + names + more));
      parts.add(
          new Part.Talk(
              "  a newer one may have another name: search again, then products, download"));
    }
    report.trouble().ifPresent(trouble -> parts.addAll(said(trouble)));
    // Of one that was paused the first line says so already.
    boolean lost = count(FileOutcome.Status.REFUSED) + count(FileOutcome.Status.FAILED) > 0;
    if (lost && !report.interrupted()) {
      if (areNowhere() && retry.forgetting().isPresent()) {
        parts.add(
            new Part.Talk(
                "  the archive has none of these any more: search again, then products, download"));
        parts.add(
            new Part.Talk(
                "  "
                    + retry.forgetting().get()
                    + " forgets this download, "
                    + retry.command()
                    + " asks once more"));
      } else {
        parts.add(new Part.Talk("  to try just these again:"));
        parts.add(new Part.Talk("  " + retry.command()));
      }
      parts.add(new Part.Brief(brief()));
    }
    return parts;
  }

  private boolean areNowhere() {
    return count(FileOutcome.Status.REFUSED) == 0
        && report.with(FileOutcome.Status.FAILED).stream().allMatch(FileOutcome::isNowhere);
  }

  private String brief() {
    int lost = count(FileOutcome.Status.REFUSED) + count(FileOutcome.Status.FAILED);
    int files = report.outcomes().size();
    String login = report.allFailedRefused() ? " (a login is needed)" : "";
    String why = report.trouble().map(trouble -> " (" + trouble.getMessage() + ")").orElse(login);
    return "%s of %s did not come%s: %s"
        .formatted(Counts.text(lost), Counts.of(files, "file", "files"), why, retry.command());
  }

  // What another download has fetched meanwhile is here like any other file the next time.
  private List<Part> notedOfThoseHere() {
    List<FileOutcome> noted =
        report.with(FileOutcome.Status.SKIPPED).stream().filter(FileOutcome::isNoteworthy).toList();
    Map<Boolean, List<FileOutcome>> byRun =
        noted.stream().collect(Collectors.partitioningBy(FileOutcome::isOfThisRun));
    List<String> lines = new ArrayList<>();
    if (!noted.isEmpty()) {
      lines.add("  noted of those that were here:");
    }
    lines.addAll(
        Reasons.of(byRun.get(true)).lines(MOST_NOTED, report.manifest() + " records them all"));
    lines.addAll(
        Reasons.of(byRun.get(false))
            .lines(MOST_NOTED, "download --dry-run --format csv lists them all"));
    return lines.stream().<Part>map(Part.Talk::new).toList();
  }

  // Each file that it has kept from coming says the same; where it has kept none, nothing does.
  private List<Part> said(DownloadException trouble) {
    boolean known =
        report.with(FileOutcome.Status.FAILED).stream()
            .anyMatch(file -> file.message().contains(trouble.getMessage()));
    List<Part> parts = new ArrayList<>();
    if (!known) {
      parts.add(new Part.Talk("  " + trouble.getMessage()));
    }
    parts.add(new Part.Talk("  " + trouble.advice()));
    return parts;
  }

  // How many files the archive was asked for.
  private int asked() {
    return report.outcomes().size()
        - count(FileOutcome.Status.SKIPPED)
        - count(FileOutcome.Status.CANCELLED);
  }

  // It is not where nothing was asked for, or where the disk is full.
  private boolean isManifestThere() {
    boolean written = report.trouble().isEmpty() && count(FileOutcome.Status.COMPLETE) > 0;
    return written || Files.exists(report.manifest());
  }

  private Reasons noted(FileOutcome.Status status) {
    return Reasons.of(report.with(status).stream().filter(FileOutcome::isNoteworthy).toList());
  }

  private void list(FileOutcome.Status status, List<Part> parts) {
    list(Reasons.of(report.with(status)), MOST_NAMED, parts);
  }

  private void list(Reasons reasons, int most, List<Part> parts) {
    reasons
        .lines(most, report.manifest() + " has them all")
        .forEach(line -> parts.add(new Part.Talk(line)));
  }

  /** Why files were refused. */
  static String refusal(DownloadReport report) {
    int exclusive = exclusive(report);
    int others = report.count(FileOutcome.Status.REFUSED) - exclusive;
    List<String> words = new ArrayList<>();
    if (exclusive > 0) {
      words.add(
          Counts.text(exclusive)
              + (exclusive == 1 ? " file is" : " files are")
              + " exclusive and cannot be had without a login that has the right to "
              + (exclusive == 1 ? "it" : "them"));
    }
    if (others > 0) {
      words.add(
          Counts.text(others)
              + (others == 1 ? " file was" : " files were")
              + " refused by the archive, which lists "
              + (others == 1 ? "it" : "them")
              + " as public");
    }
    return String.join("; ", words);
  }

  private String remedy() {
    if (login) {
      return "the login in use was refused, replace MAST_API_TOKEN or type login";
    }
    return exclusive(report) > 0
        ? "login first, or set MAST_API_TOKEN"
        : "try again later, or after login";
  }

  private static int exclusive(DownloadReport report) {
    return (int) report.refused().stream().filter(file -> file.file().exclusive()).count();
  }

  // The number of those that were here, with nothing to be said of them, is in the summary.
  private static Table news(Table table) {
    Predicate here = Predicate.where(Subject.column("status"), new Match.Equal("SKIPPED"));
    Predicate silent = Predicate.where(Subject.column("message"), new Match.Missing());
    return table.where(Predicate.not(Predicate.all(List.of(here, silent))));
  }

  // What went well fills screens and tells little: a terminal shows what did not first.
  private Part table(Table table, int drawn) {
    boolean troubled = !report.allHere();
    Predicate well =
        Predicate.where(
            Subject.column("status"),
            List.of(
                new Match.Equal("COMPLETE"), new Match.Equal("SKIPPED"), new Match.Equal("GONE")));
    Table ordered =
        troubled
            ? Table.concat(List.of(table.where(Predicate.not(well)), table.where(well)))
            : table;
    return OutcomeColumns.ofDownload(ordered, drawn);
  }

  /** How a script ends. */
  static ExitCode code(DownloadReport report) {
    if (report.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    if (report.allHere()) {
      return report.trouble().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
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
