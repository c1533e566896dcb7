package org.mastshell.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mastshell.download.ManifestReading.State;
import org.mastshell.store.OwnHands;

/**
 * The record, kept beside the data as CSV (RFC 4180) and, with the same facts, as JSON, of what was
 * fetched into a folder by all downloads so far. It decides whether a file that is there is whole.
 * What has ended since it was written is in its journal ({@link ManifestJournal}).
 */
public final class Manifest implements Records {
  // Each further one is for a manifest that was written just then.
  private static final int MOST_READINGS = 5;

  private final Path file;
  private final Map<String, ManifestEntry> entries;
  private final State state;

  private Manifest(Path file, Map<String, ManifestEntry> entries, State state) {
    this.file = file;
    this.entries = entries;
    this.state = state;
  }

  /**
   * Reads a manifest; one that is missing, or is none, has no entries but those of its journal; one
   * that is damaged, those of its twin, or of its lines that can be read.
   *
   * @throws DownloadException if it is there and cannot be read: what it says is not to be guessed
   */
  public static Manifest read(Path file) {
    try {
      return load(file);
    } catch (IOException unreadable) {
      throw new DownloadException(
          "the manifest " + file + " cannot be read: " + DiskTrouble.reason(unreadable),
          "nothing has changed; make it readable, or choose another folder",
          unreadable);
    }
  }

  /** The same, with the failure as it is. */
  static Manifest load(Path file) throws IOException {
    if (isBelowAFile(file)) {
      return new Manifest(file, new LinkedHashMap<>(), State.WHOLE);
    }
    ManifestJournal journal = ManifestJournal.of(file);
    // The journal first: an entry that moves meanwhile is then seen twice, not never.
    List<ManifestEntry> later = journal.entries();
    Manifest manifest = parsed(file);
    List<ManifestEntry> now = journal.entries();
    for (int again = 0; again < MOST_READINGS && !goesOn(now, later); again++) {
      // Emptied meanwhile: its entries are in a manifest that may know later ones.
      later = now;
      manifest = parsed(file);
      now = journal.entries();
    }
    add(manifest.entries, now);
    return manifest;
  }

  // Nothing can be there, which is no failure to read it.
  private static boolean isBelowAFile(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && !Files.isDirectory(folder);
  }

  private static boolean goesOn(List<ManifestEntry> now, List<ManifestEntry> earlier) {
    return now.size() >= earlier.size() && now.subList(0, earlier.size()).equals(earlier);
  }

  private static Manifest parsed(Path file) throws IOException {
    ManifestReading reading = ManifestReading.of(file);
    return new Manifest(file, reading.entries(), reading.state());
  }

  /** Whether all that was written down is known, from the file or from its twin. */
  public boolean isComplete() {
    return state == State.WHOLE || state == State.BY_TWIN;
  }

  /** What is wrong with the file, if anything, without what follows from that. */
  public Optional<String> trouble() {
    return switch (state) {
      case WHOLE -> Optional.empty();
      case BY_TWIN ->
          Optional.of(file + " is damaged, and " + twin(file).getFileName() + " counts instead");
      case IN_PART -> Optional.of(file + " is damaged, and only a part of its records known");
      case NONE -> Optional.of(file + " cannot be read as a manifest");
    };
  }

  /** What is written down, in the order of first mention. */
  public Collection<ManifestEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public Optional<ManifestEntry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /**
   * Writes down what ended, so that it outlives the program: by adding to the journal alone. The
   * manifest itself gets it with the next {@link #merge}.
   */
  static void append(Path file, FolderLocks locks, List<ManifestEntry> ended) throws IOException {
    FolderLocks.Held held = locks.manifest();
    try {
      ManifestJournal.of(file).append(ended);
    } finally {
      held.release();
    }
  }

  /**
   * Adds to what is written down in a file, what is in its journal included; what it says of other
   * paths stays. A file that is not as it was written is kept beside under another name.
   */
  static void merge(Path file, FolderLocks locks, List<ManifestEntry> added) throws IOException {
    FolderLocks.Held held = locks.manifest();
    try {
      Manifest before = load(file);
      if (!before.isComplete()) {
        LostRecords.of(file).keep();
      } else if (before.state != State.WHOLE) {
        keepAside(file);
      }
      if (isTwinForeign(file)) {
        keepAside(twin(file));
      }
      Map<String, ManifestEntry> merged = new LinkedHashMap<>(before.entries);
      add(merged, added);
      write(file, merged.values());
      ManifestJournal.of(file).clear();
    } finally {
      held.release();
    }
  }

  private static void keepAside(Path file) throws IOException {
    String name = "%s.%s.unreadable".formatted(file.getFileName(), UUID.randomUUID());
    Files.move(file, file.resolveSibling(name));
  }

  /**
   * Whether a file stands in the place of a manifest's twin that is none.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isTwinForeign(Path file) throws IOException {
    Path twin = twin(file);
    if (!Files.exists(twin, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return !ManifestReading.looksLikeTwin(twin);
  }

  /** Whether a file that is there is a manifest, or its twin, by whatever name. */
  static boolean looksLikeOne(Path file) {
    try {
      return ManifestReading.looksLikeCsv(file) || ManifestReading.looksLikeTwin(file);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Whether all files that a manifest is read from are in the hands of one account. */
  static boolean isAllOf(Path file, OwnHands hands) {
    return Stream.of(file, twin(file), ManifestJournal.of(file).file())
        .filter(one -> Files.exists(one, LinkOption.NOFOLLOW_LINKS))
        .allMatch(hands::holdFile);
  }

  /** Adds entries to others, by their paths, in the order in which they were written. */
  static void add(Map<String, ManifestEntry> entries, List<ManifestEntry> added) {
    for (ManifestEntry entry : added) {
      entries.merge(entry.path(), entry, (old, now) -> now.after(old));
    }
  }

  private static void write(Path file, Collection<ManifestEntry> entries) throws IOException {
    // The twin first: what is read again is the CSV, which is thus never ahead of it.
    replace(
        twin(file),
        draft -> {
          try (Writer out = Files.newBufferedWriter(draft, StandardOpenOption.CREATE_NEW)) {
            ManifestForm.writeJson(out, entries);
          }
        });
    replace(
        file,
        draft -> {
          try (CsvWriter writer = CsvWriter.builder().build(draft, StandardOpenOption.CREATE_NEW)) {
            writer.writeRecord(ManifestForm.COLUMNS);
            entries.forEach(entry -> writer.writeRecord(ManifestForm.cells(entry)));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /** The same facts as JSON, beside the manifest. */
  static Path twin(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceFirst("(\\.csv)?$", ".json"));
  }

  /** Writes a file at a path. */
  @FunctionalInterface
  private interface Writing {
    void to(Path draft) throws IOException;
  }

  private static void replace(Path file, Writing writing) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      writing.to(draft);
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(false);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
