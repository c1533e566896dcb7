package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.download.CheckedPlace;
import org.mastshell.download.VerificationReport;
import org.mastshell.download.VerifiedFile;
import org.mastshell.formats.Format;
import org.mastshell.language.Quoting;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;

/** Says what was found out about the files of a folder. */
final class VerificationOutcome {
  private static final int MOST_NAMED = 5;

  private final VerificationReport report;
  private final CheckedPlace place;

  VerificationOutcome(VerificationReport report, CheckedPlace place) {
    this.report = report;
    this.place = place;
  }

  /**
   * The table, a summary, and what to do.
   *
   * @param format of the table; to a program, one without rows is an answer too
   * @param drawn how many files a drawn table shows
   */
  List<Part> parts(Format format, int drawn) {
    List<Part> parts = new ArrayList<>();
    if (!report.files().isEmpty() || format != Format.TABLE) {
      parts.add(OutcomeColumns.ofCheck(report.table(), drawn));
    }
    report.notes().forEach(note -> parts.add(new Part.Talk("  " + note)));
    parts.add(new Part.Talk(headline()));
    if (isNothing()) {
      parts.add(new Part.Talk("  nothing was downloaded into it: verify DIR names another folder"));
    }
    whatIsLost().forEach(line -> parts.add(new Part.Talk(line)));
    List<VerifiedFile> again = report.bad().stream().filter(VerifiedFile::canBeFetched).toList();
    List<String> obstacles =
        again.stream()
            .flatMap(
                file -> file.obstacle().map(why -> file.path().getFileName() + ": " + why).stream())
            .toList();
    if (!obstacles.isEmpty()) {
      parts.add(new Part.Talk("  move away first:"));
      obstacles.stream().limit(MOST_NAMED).forEach(why -> parts.add(new Part.Talk("    " + why)));
      int more = obstacles.size() - MOST_NAMED;
      if (more > 0) {
        parts.add(new Part.Talk("    and " + Counts.text(more) + " more"));
      }
    }
    if (!again.isEmpty()) {
      String then = obstacles.isEmpty() ? "" : "then ";
      parts.add(
          new Part.Talk(
              "  " + then + repairCommand() + " fetches " + them(again.size()) + " again"));
    }
    return parts;
  }

  /** What to do about records that are lost; nothing if none are. */
  List<String> whatIsLost() {
    if (!report.doubtful()) {
      return List.of();
    }
    return List.of(
        "  nobody knows of files without a record whether they are missing: download the same"
            + " products again",
        "  (what is here is not fetched again), then remove what is named"
            + " *.lost-records beside "
            + place.folder().manifest());
  }

  /** The code for a script. */
  ExitCode code() {
    if (report.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    if (isNothing()) {
      return ExitCode.FAILED;
    }
    // Of records that are lost nobody can say that their files are here.
    return report.bad().isEmpty() && !report.doubtful() ? ExitCode.DONE : ExitCode.DOWNLOADS;
  }

  private boolean isNothing() {
    return report.expected() == 0 && !place.folder().isOfDownload();
  }

  String headline() {
    List<String> facts = new ArrayList<>();
    int seen = report.files().size();
    facts.add(files(seen) + " checked, " + Sizes.text(report.bytes()));
    for (VerifiedFile.Status status : VerifiedFile.Status.values()) {
      if (report.count(status) > 0) {
        facts.add(Counts.text(report.count(status)) + " " + word(status));
      }
    }
    if (report.parts() > 0) {
      facts.add(Counts.of(report.parts(), "other", "others") + " of which only a .part is here");
    }
    if (report.links() > 0) {
      facts.add(Counts.of(report.links(), "link", "links") + " passed over");
    }
    if (report.interrupted()) {
      facts.add(Counts.text(report.expected() - seen) + " not checked, since you stopped it");
    }
    return String.join(" · ", facts);
  }

  private static String word(VerifiedFile.Status status) {
    return switch (status) {
      case WARNING -> "to be minded";
      case UNKNOWN -> "that cannot be judged";
      case OUTSIDE -> "outside of the folder";
      default -> status.name().toLowerCase(Locale.ROOT);
    };
  }

  private String repairCommand() {
    return "download --repair " + Quoting.quote(place.place().toString());
  }

  private static String them(long count) {
    return count == 1 ? "it" : "the " + Counts.text(count) + " bad ones";
  }

  private static String files(int count) {
    return Counts.text(count) + (count == 1 ? " file" : " files");
  }
}
