package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mastshell.command.DownloadOutcome.Wanted;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.FileOutcome;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.download.FileToFetch;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.Remark;
import org.mastshell.download.Standing;
import org.mastshell.download.Validator;
import org.mastshell.output.Part;

class DownloadOutcomeTest {
  private final List<FileOutcome> outcomes = new ArrayList<>();

  @Test
  void aPausedDownloadCountsEveryFile() {
    add(1, Status.COMPLETE, "");
    add(3, Status.GONE, "is gone from the archive; the file here stays");
    add(1, Status.CANCELLED, "");
    assertThat(talk(outcome(true).talk(false)))
        .contains("paused: 1 done, 1 partly, 0 waiting, 3 gone from the archive · resume 1");
    // Also where all else that is said is not shown.
    assertThat(outcome(true).talk(false))
        .filteredOn(Part.Brief.class::isInstance)
        .singleElement()
        .extracting(part -> ((Part.Brief) part).text())
        .asString()
        .startsWith("paused: 1 done");
  }

  @Test
  void notesOfFilesThatWereHereAreSaidWhereTheirTableDoesNotFit() {
    add(30, Status.SKIPPED, "stale: of another version");
    add(1, Status.SKIPPED, "here, version unverified");
    add(1, Status.SKIPPED, "as it was", Remark.UNCHANGED);
    add(1, Status.SKIPPED, "");
    List<Part> parts = parts(outcome(false).result(18, Wanted.NEWS));
    assertThat(parts).noneMatch(Part.Rows.class::isInstance);
    assertThat(talk(parts))
        .contains(
            "0 files fetched, 0 B · 33 here already, 1 of them unchanged at the archive",
            "30 files: stale: of another version")
        .contains("and 26 more")
        .doesNotContain("as it was");
  }

  @Test
  void theyAreNotSaidAgainBelowATableThatHasThem() {
    add(3, Status.SKIPPED, "stale: of another version");
    List<Part> parts = parts(outcome(false).result(18, Wanted.NEWS));
    assertThat(parts).anyMatch(Part.Rows.class::isInstance);
    assertThat(talk(parts)).contains("3 here already").doesNotContain("stale");
  }

  @Test
  void whatTheNextRunWillNotSayIsFoundInTheManifest() {
    add(8, Status.SKIPPED, "it came otherwise", Remark.MEANWHILE);
    add(7, Status.SKIPPED, "stale: a new version");
    String talk = talk(outcome(false).talk(false));
    assertThat(talk)
        .contains("8 files: it came otherwise", "3 more: manifest.csv records them all")
        .contains("7 files: stale", "2 more: download --dry-run --format csv lists them all");
  }

  @Test
  void whatIsSaidOnceOfManyIsKnownByMoreThanItsWords() {
    add(1, Status.FAILED, "there is none", Remark.NOWHERE);
    add(1, Status.COMPLETE, "instead of another one", Remark.REPLACES);
    assertThat(outcomes.get(0).isNowhere()).isTrue();
    // Nothing stood there.
    assertThat(outcomes.get(1).isNoteworthy()).isTrue();
    add(1, Status.FAILED, FileOutcome.UNCHANGED);
    assertThat(outcomes.get(2)).matches(FileOutcome::isNoteworthy).matches(one -> !one.isNowhere());
  }

  private void add(int count, Status status, String message) {
    add(count, status, message, Remark.OTHER);
  }

  private void add(int count, Status status, String message, Remark remark) {
    for (int i = 0; i < count; i++) {
      String name = "f" + outcomes.size() + ".fits";
      FileToFetch listed = new FileToFetch("mast:X/" + name, "X", "o", name, 5, false);
      Standing nothing = new Standing(-1, Optional.empty(), Optional.empty(), false);
      PlannedFile file =
          new PlannedFile(listed, Path.of(name), PlannedFile.State.TO_FETCH, "", 0, nothing);
      outcomes.add(
          new FileOutcome(file, status, 5, 0, message, remark, 1, 0.1, "", Validator.none()));
    }
  }

  private DownloadOutcome outcome(boolean interrupted) {
    DownloadReport report = new DownloadReport(outcomes, Path.of("manifest.csv"), interrupted);
    return new DownloadOutcome(report, Retry.ofJob(1), false, false);
  }

  private static List<Part> parts(CommandResult result) {
    return result.answer().parts();
  }

  private static String talk(List<Part> parts) {
    return parts.stream()
        .filter(Part.Talk.class::isInstance)
        .map(part -> ((Part.Talk) part).text())
        .collect(Collectors.joining("\n"));
  }
}
