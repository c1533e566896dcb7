package org.mastshell.download;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * The record, kept beside the data as CSV (RFC 4180), of what was fetched into a folder by all
 * downloads so far. It decides whether a file that is there is whole.
 */
public final class Manifest {
  private static final List<String> HEADER =
      List.of("path", "uri", "status", "bytes", "listed_size", "message", "sha256", "time");

  private final Map<String, ManifestEntry> entries;
  private final boolean readable;

  private Manifest(Map<String, ManifestEntry> entries, boolean readable) {
    this.entries = entries;
    this.readable = readable;
  }

  /** Reads a manifest; one that is missing, or is none, has no entries. */
  public static Manifest read(Path file) {
    Map<String, ManifestEntry> entries = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : records) {
        ManifestEntry entry = entry(row);
        entries.put(entry.path(), entry);
      }
      return new Manifest(entries, !entries.isEmpty() || isHeaderAlone(file));
    } catch (NoSuchFileException e) {
      return new Manifest(Map.of(), true);
    } catch (IOException
        | UncheckedIOException
        | CsvParseException
        | IllegalArgumentException
        | NoSuchElementException
        | DateTimeParseException e) {
      return new Manifest(Map.of(), false);
    }
  }

  /** Whether the file could be understood, or was not there. */
  public boolean isReadable() {
    return readable;
  }

  /** What is written down, in the order of first mention. */
  public Collection<ManifestEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** What is written down about a path relative to the manifest's folder. */
  public Optional<ManifestEntry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /**
   * Adds to what is written down in a file; what it says of other paths stays. A file that cannot
   * be understood is kept beside under another name.
   */
  static void merge(Path file, FolderLocks locks, List<ManifestEntry> added) throws IOException {
    FolderLocks.Held held = locks.manifest();
    try {
      Manifest before = read(file);
      if (!before.readable) {
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.move(file, aside.resolveSibling(aside.getFileName() + ".unreadable"));
      }
      Map<String, ManifestEntry> merged = new LinkedHashMap<>(before.entries);
      for (ManifestEntry entry : added) {
        merged.merge(entry.path(), entry, (old, now) -> now.after(old));
      }
      write(file, merged.values());
    } finally {
      held.release();
    }
  }

  // A text of one line that is somebody's own would otherwise pass for a manifest without entries.
  private static boolean isHeaderAlone(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first == null || first.equals(String.join(",", HEADER));
    }
  }

  private static void write(Path file, Collection<ManifestEntry> entries) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (CsvWriter writer = CsvWriter.builder().build(draft, StandardOpenOption.CREATE_NEW)) {
        writer.writeRecord(HEADER);
        for (ManifestEntry entry : entries) {
          writer.writeRecord(
              entry.path(),
              entry.uri(),
              entry.status().name(),
              Long.toString(entry.bytes()),
              entry.listedSize() < 0 ? "" : Long.toString(entry.listedSize()),
              entry.message(),
              entry.sha256(),
              entry.time().toString());
        }
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static ManifestEntry entry(NamedCsvRecord row) {
    String listed = row.getField("listed_size");
    return new ManifestEntry(
        row.getField("path"),
        row.getField("uri"),
        FileOutcome.Status.valueOf(row.getField("status")),
        Long.parseLong(row.getField("bytes")),
        listed.isEmpty() ? -1 : Long.parseLong(listed),
        row.getField("message"),
        row.getField("sha256"),
        Instant.parse(row.getField("time")));
  }
}
