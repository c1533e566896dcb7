package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mastshell.download.FileOutcome.Status;

/**
 * Writes down what becomes of the files of one download: at once in the journal, and from time to
 * time in the manifest. Safe for use by several threads, but for {@link #merge}.
 */
final class RunRecords {
  private final Path manifest;
  private final DataFolder folder;
  private final FolderLocks locks;
  private final Queue<ManifestEntry> unwritten = new ConcurrentLinkedQueue<>();
  private volatile boolean journalled;

  RunRecords(Path manifest, DataFolder folder, FolderLocks locks) {
    this.manifest = manifest;
    this.folder = folder;
    this.locks = locks;
  }

  /** Writes down what became of a file: from here on it is not forgotten, however this ends. */
  void add(FileOutcome outcome) {
    ManifestEntry entry = entry(outcome);
    try {
      Manifest.append(manifest, locks, List.of(entry));
      journalled = true;
    } catch (IOException e) {
      // Tried again with all that is not written down.
      unwritten.add(entry);
    }
  }

  /** Has what was not asked for written down with the next {@link #merge}. */
  void addLater(FileOutcome outcome) {
    // What was fetched earlier has its record, which says more than that it is here.
    boolean recorded = outcome.file().standing().record().isPresent();
    if (outcome.status() != Status.SKIPPED || !recorded) {
      unwritten.add(entry(outcome));
    }
  }

  /** Puts what is in the journal on the disk. */
  void flush() throws IOException {
    ManifestJournal.of(manifest).flush();
  }

  /** Writes all into the manifest that is not in it; to be called by one thread. */
  void merge() throws IOException {
    List<ManifestEntry> left = List.copyOf(unwritten);
    if (left.isEmpty() && !journalled) {
      return;
    }
    // Before: what others journal meanwhile is for the next time.
    journalled = false;
    try {
      Manifest.merge(manifest, locks, left);
    } catch (IOException e) {
      journalled = true;
      throw e;
    }
    // Others only add at the end of the queue.
    left.forEach(written -> unwritten.remove());
  }

  /** The same, also if there is nothing to add to it: for a manifest that is to be written anew. */
  void mergeAll() throws IOException {
    journalled = true;
    merge();
  }

  private ManifestEntry entry(FileOutcome outcome) {
    FileToFetch file = outcome.file().file();
    return new ManifestEntry(
        folder.relative(outcome.file().target()),
        file.dataUri(),
        outcome.status(),
        outcome.bytes(),
        file.listedSize(),
        outcome.message(),
        outcome.sha256(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        // What was only found has no version that anybody knows.
        outcome.status() == Status.SKIPPED ? "" : file.version(),
        outcome.validator(),
        outcome.tries(),
        outcome.seconds());
  }
}
