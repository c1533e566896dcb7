package org.mastshell.download;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the two files of a manifest say. Where the CSV is not as it was written, its twin stands in
 * for it; where neither is, each of their lines that can be read counts.
 *
 * @param entries by their paths, in the order of first mention
 * @param state how much of what was written that is
 */
record ManifestReading(Map<String, ManifestEntry> entries, State state) {
  private static final int HEAD = 1 << 16;
  // What bytes become that are no text.
  private static final int NO_TEXT = 0xFFFD;

  /** How much of a manifest could be read. */
  enum State {
    /** All, or it was not there. */
    WHOLE,
    /** All, from its twin. */
    BY_TWIN,
    /** Some of its lines. */
    IN_PART,
    /** Nothing: it is damaged, or somebody's own file. */
    NONE
  }

  /**
   * Reads a manifest, without its journal.
   *
   * @param csv the manifest; its twin is beside it
   * @throws IOException if one is there and cannot be read
   */
  static ManifestReading of(Path csv) throws IOException {
    if (Files.notExists(csv)) {
      return nothingWritten();
    }
    Optional<Map<String, ManifestEntry>> whole;
    try {
      whole = whole(csv);
    } catch (NoSuchFileException gone) {
      return nothingWritten();
    }
    return whole.isPresent()
        ? new ManifestReading(whole.get(), State.WHOLE)
        : twin(Manifest.twin(csv)).or(csv);
  }

  private static ManifestReading nothingWritten() {
    return new ManifestReading(new LinkedHashMap<>(), State.WHOLE);
  }

  // A name that leads to a folder, or to nothing, is no twin.
  private static ManifestReading twin(Path file) throws IOException {
    Map<String, ManifestEntry> entries = new LinkedHashMap<>();
    if (!Files.isRegularFile(file) || !looksLikeTwin(file)) {
      return new ManifestReading(entries, State.NONE);
    }
    String text = text(file);
    List<String> lines = text.lines().toList();
    boolean whole = text.endsWith("]\n") && lines.get(lines.size() - 1).matches("(\\[)?\\]");
    List<String> objects = lines.subList(1, Math.max(1, lines.size() - (whole ? 1 : 0)));
    for (String object : objects) {
      Optional<ManifestEntry> entry = readable(object).flatMap(ManifestReading::ofTwin);
      entry.ifPresent(one -> entries.put(one.path(), one));
      whole &= entry.isPresent();
    }
    return new ManifestReading(entries, whole ? State.BY_TWIN : State.IN_PART);
  }

  private static Optional<ManifestEntry> ofTwin(String line) {
    return ManifestForm.ofJson(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
  }

  /** Whether a file begins as the twin of a manifest does. */
  static boolean looksLikeTwin(Path file) throws IOException {
    List<String> lines = head(file).lines().limit(2).toList();
    if (lines.equals(List.of("[]"))) {
      return true;
    }
    return lines.size() == 2 && lines.get(0).equals("[") && ofTwin(lines.get(1)).isPresent();
  }

  /** Whether a file begins as the CSV of a manifest does. */
  static boolean looksLikeCsv(Path file) throws IOException {
    return head(file)
        .lines()
        .findFirst()
        .filter(line -> line.startsWith(String.join(",", ManifestForm.FIRST_COLUMNS)))
        .isPresent();
  }

  // A twin that is whole says all; else each of both files may have lines that the other has lost.
  private ManifestReading or(Path csv) throws IOException {
    if (state == State.BY_TWIN) {
      return this;
    }
    Map<String, ManifestEntry> all = new LinkedHashMap<>(entries);
    all.putAll(lines(csv));
    return new ManifestReading(all, all.isEmpty() ? State.NONE : State.IN_PART);
  }

  private static Optional<Map<String, ManifestEntry>> whole(Path csv) throws IOException {
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      Map<String, ManifestEntry> entries = entries(records);
      return isEnded(csv) && (!entries.isEmpty() || isHeaderAlone(csv))
          ? Optional.of(entries)
          : Optional.empty();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        return Optional.empty();
      }
      throw e.getCause();
    } catch (CharacterCodingException
        | CsvParseException
        | IllegalArgumentException
        | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Map<String, ManifestEntry> entries(CsvReader<NamedCsvRecord> records) {
    Map<String, ManifestEntry> entries = new LinkedHashMap<>();
    for (NamedCsvRecord row : records) {
      ManifestEntry entry = ManifestForm.entry(row::findField);
      entries.put(entry.path(), entry);
    }
    return entries;
  }

  // One that was cut off may end with a value that has lost its end, and looks well.
  private static boolean isEnded(Path csv) throws IOException {
    try (FileChannel channel = FileChannel.open(csv)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.size() > 0
          && channel.read(last, channel.size() - 1) == 1
          && last.get(0) == '\n';
    }
  }

  // A text of one line that is somebody's own would otherwise pass for a manifest without entries.
  private static boolean isHeaderAlone(Path csv) throws IOException {
    String first = head(csv).lines().findFirst().orElse("");
    return first.equals(String.join(",", ManifestForm.COLUMNS))
        || first.equals(String.join(",", ManifestForm.FIRST_COLUMNS));
  }

  private static Map<String, ManifestEntry> lines(Path csv) throws IOException {
    Map<String, ManifestEntry> entries = new LinkedHashMap<>();
    if (!looksLikeCsv(csv)) {
      return entries;
    }
    String text = text(csv);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      Optional<String> line = readable(lines.get(i));
      if (line.isPresent()) {
        entries.putAll(line(lines.get(0), line.get()));
      }
    }
    return entries;
  }

  private static Map<String, ManifestEntry> line(String header, String line) {
    String alone = header + "\n" + line + "\n";
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(alone)) {
      return entries(records);
    } catch (IOException
        | CsvParseException
        | IllegalArgumentException
        | DateTimeParseException damaged) {
      return Map.of();
    }
  }

  private static Optional<String> readable(String line) {
    return line.indexOf(NO_TEXT) < 0 ? Optional.of(line) : Optional.empty();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }
}
