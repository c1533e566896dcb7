package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a manifest and its journal say now, however often that is asked while downloads write to
 * them: both are read once, and then only what was added. Safe for use by several threads.
 */
final class CurrentRecords implements Records {
  private final Path manifest;
  private final ManifestJournal journal;
  private final Map<String, ManifestEntry> entries = new HashMap<>();
  private Optional<Stamp> written = Optional.empty();
  private ManifestJournal.Mark mark = ManifestJournal.Mark.beginning();
  private boolean begun;

  /** What tells one writing of the manifest from another: each makes a new file. */
  private record Stamp(Object key, long size, FileTime modified) {}

  CurrentRecords(Path manifest) {
    this.manifest = manifest;
    this.journal = ManifestJournal.of(manifest);
  }

  /**
   * Finds out what is written down by now.
   *
   * @throws IOException if it is there and cannot be read
   */
  synchronized Records renewed() throws IOException {
    // The journal first: an entry that moves meanwhile is in the manifest that is looked at then.
    Optional<ManifestJournal.Added> added = journal.since(mark);
    Optional<Stamp> now = stamp();
    if (added.isEmpty() || !begun || !now.equals(written)) {
      entries.clear();
      Manifest.load(manifest).entries().forEach(entry -> entries.put(entry.path(), entry));
      begun = true;
      written = now;
      mark = ManifestJournal.Mark.beginning();
    } else {
      Manifest.add(entries, added.get().entries());
      mark = added.get().mark();
    }
    return this;
  }

  @Override
  public synchronized Optional<ManifestEntry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  private Optional<Stamp> stamp() {
    try {
      BasicFileAttributes seen =
          Files.readAttributes(manifest, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(new Stamp(seen.fileKey(), seen.size(), seen.lastModifiedTime()));
    } catch (IOException nothing) {
      return Optional.empty();
    }
  }
}
