package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.download.FileOutcome.Status;

class RunRecordsTest {
  @TempDir Path folder;
  private TransferOptions options;
  private DataFolder data;

  @BeforeEach
  void prepare() {
    options = new TransferOptions(folder, true, 1, 0, Duration.ofSeconds(30));
    data = new DataFolder(folder, FreeSpace.ofDisk());
  }

  @Test
  void whatIsJournalledComesIntoTheManifestThoughAnEarlierTryFailed() throws IOException {
    try (FolderLocks locks = FolderLocks.open(folder)) {
      RunRecords records = new RunRecords(options.manifest(), data, locks);
      records.add(outcome("a.fits"));
      // A link to itself cannot be read, nor written.
      Files.createSymbolicLink(options.manifest(), options.manifest());
      assertThatThrownBy(records::merge).isInstanceOf(IOException.class);
      assertThatThrownBy(records::merge).as("it is said again").isInstanceOf(IOException.class);
      Files.delete(options.manifest());
      records.merge();
    }
    assertThat(options.manifest()).content().contains("a.fits");
    assertThat(ManifestJournal.of(options.manifest()).entries()).isEmpty();
  }

  @Test
  void whatCannotBeJournalledComesIntoTheManifestLater() throws IOException {
    FileOutcome ended = outcome("a.fits");
    Path journal = folder.resolve(".mastDownload_manifest.journal");
    Files.createDirectory(journal);
    try (FolderLocks locks = FolderLocks.open(folder)) {
      RunRecords records = new RunRecords(options.manifest(), data, locks);
      records.add(ended);
      assertThatThrownBy(records::merge).isInstanceOf(IOException.class);
      Files.delete(journal);
      records.merge();
    }
    assertThat(options.manifest()).content().contains("a.fits");
  }

  private FileOutcome outcome(String name) {
    DownloadPlan plan = DownloadPlan.of(new Products().add(name, 5).table(), options);
    return FileOutcome.untried(plan.files().get(0), Status.COMPLETE, 5, "");
  }
}
