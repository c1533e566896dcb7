package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.VerifiedFile.Status;

@Timeout(60)
class VerificationTest {
  @TempDir Path folder;

  @Test
  void calledOffItTellsWhatItHasSeen() throws IOException {
    for (int i = 0; i < 200; i++) {
      Files.write(folder.resolve(i + ".fits"), ContentFiles.fits());
    }
    Cancellation cancellation = new Cancellation();
    List<Progress.Step> steps = Collections.synchronizedList(new ArrayList<>());
    Verification verification =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)));
    assertThat(verification.size()).isEqualTo(200);
    VerificationReport report =
        verification.run(
            false,
            step -> {
              steps.add(step);
              cancellation.cancel();
            },
            cancellation);
    assertThat(report.interrupted()).isTrue();
    assertThat(report.expected()).isEqualTo(200);
    assertThat(report.files()).hasSizeBetween(1, 20);
    assertThat(report.count(Status.GOOD)).isEqualTo(report.files().size());
    assertThat(steps.get(0).total()).isEqualTo(200);
  }

  @Test
  void theFoldersOfALayoutAreLookedAt() throws IOException {
    Path below = Files.createDirectories(folder.resolve("1073/nrca1"));
    Files.write(below.resolve("a.fits"), ContentFiles.fits());
    Files.write(below.resolve("cut.fits"), Arrays.copyOf(ContentFiles.fits(), 100));
    Files.createFile(below.resolve("b.fits.part"));
    Path manifest = folder.resolve("mastDownload_manifest.csv");
    Files.writeString(
        manifest,
        String.join(",", ManifestForm.FIRST_COLUMNS)
            + "\n1073/nrca1/a.fits,mast:x/a.fits,COMPLETE,"
            + ContentFiles.fits().length
            + ",,,,2026-11-22T12:00:00Z\n");
    Verification verification =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)));
    VerificationReport report = verification.run(false, Progress.none(), new Cancellation());
    assertThat(report.bad()).extracting(VerifiedFile::path).asString().contains("cut.fits");
    assertThat(report.parts()).isEqualTo(1);
  }

  @Test
  void whatWasNotedBeforeAKillIsNoFolderWithoutAManifest() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    List<ManifestEntry> noted = new ArrayList<>();
    for (String name : List.of("a.fits", "b.fits")) {
      noted.add(
          new ManifestEntry(
              name,
              "mast:x/" + name,
              FileOutcome.Status.COMPLETE,
              ContentFiles.fits().length,
              -1,
              "",
              "",
              Instant.parse("2026-11-22T12:00:00Z")));
    }
    try (FolderLocks locks = FolderLocks.open(folder)) {
      Manifest.append(manifest, locks, noted);
    }
    Files.write(folder.resolve("a.fits"), ContentFiles.fits());
    Files.createFile(folder.resolve("b.fits.part"));
    VerificationReport report =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(manifest).get(0)))
            .run(false, Progress.none(), new Cancellation());
    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("before it was broken off counts");
    assertThat(report.count(Status.MISSING)).isEqualTo(1);
    assertThat(report.parts()).as("the one that is missing").isZero();
  }

  @Test
  void everyFileIsSeenOnce() throws IOException {
    for (int i = 0; i < 50; i++) {
      Path below = Files.createDirectories(folder.resolve("in/" + i % 7));
      Files.write(below.resolve(i + ".fits"), ContentFiles.fits());
    }
    Files.createFile(folder.resolve(".hidden"));
    Files.createFile(folder.resolve("in/a.fits.part"));
    Files.createSymbolicLink(folder.resolve("in/loop"), folder);
    VerificationReport report =
        Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)))
            .run(false, Progress.none(), new Cancellation());
    assertThat(report.files()).extracting(VerifiedFile::path).hasSize(50).doesNotHaveDuplicates();
    assertThat(report.parts()).isEqualTo(1);
    assertThat(report.links()).isEqualTo(1);
    assertThat(report.notes()).singleElement().asString().startsWith("there is no manifest in ");
    assertThat(report.bad()).isEmpty();
  }
}
