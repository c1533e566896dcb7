package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.download.FileOutcome.Status;

/** What is read once, and then only as far as it is new, says what reading all of it says. */
class CurrentRecordsTest {
  @TempDir Path folder;

  @Test
  void aLineThatIsOnItsWayIsReadWhenItIsThere() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    CurrentRecords records = new CurrentRecords(manifest);
    assertThat(records.renewed().entry("a.fits")).isEmpty();
    append(manifest, entry("a.fits", Status.COMPLETE, 1));
    assertThat(records.renewed().entry("a.fits")).contains(entry("a.fits", Status.COMPLETE, 1));
    String line = ManifestForm.json(entry("b.fits", Status.COMPLETE, 2)) + "\n";
    Path journal = folder.resolve(".manifest.journal");
    Files.writeString(journal, line.substring(0, 20), StandardOpenOption.APPEND);
    assertThat(records.renewed().entry("b.fits")).isEmpty();
    Files.writeString(journal, line.substring(20), StandardOpenOption.APPEND);
    assertThat(records.renewed().entry("b.fits")).contains(entry("b.fits", Status.COMPLETE, 2));
  }

  @Property(tries = 60)
  void theySayWhatTheManifestSays(@ForAll @Size(max = 25) List<@IntRange(max = 11) Integer> steps)
      throws IOException {
    Path place = Files.createTempDirectory("records");
    Path manifest = place.resolve("manifest.csv");
    CurrentRecords records = new CurrentRecords(manifest);
    int bytes = 0;
    for (int step : steps) {
      bytes++;
      ManifestEntry entry =
          entry(step % 3 + ".fits", step < 6 ? Status.COMPLETE : Status.FAILED, bytes);
      if (step % 4 == 3) {
        try (FolderLocks locks = FolderLocks.open(place)) {
          Manifest.merge(manifest, locks, List.of(entry));
        }
      } else {
        append(manifest, entry);
      }
      if (step % 5 > 0) {
        Records now = records.renewed();
        Manifest all = Manifest.read(manifest);
        for (int i = 0; i < 3; i++) {
          assertThat(now.entry(i + ".fits")).isEqualTo(all.entry(i + ".fits"));
        }
      }
    }
    for (String name :
        List.of("manifest.csv", "manifest.json", ".manifest.journal", ".mastDownload.lock")) {
      Files.deleteIfExists(place.resolve(name));
    }
    Files.delete(place);
  }

  private static void append(Path manifest, ManifestEntry entry) throws IOException {
    try (FolderLocks locks = FolderLocks.open(manifest.getParent())) {
      Manifest.append(manifest, locks, List.of(entry));
    }
  }

  private static ManifestEntry entry(String path, Status status, long bytes) {
    return new ManifestEntry(
        path, "mast:" + path, status, bytes, -1, "", "", Instant.parse("2026-01-01T00:00:00Z"));
  }
}
