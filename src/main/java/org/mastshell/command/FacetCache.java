package org.mastshell.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.session.PrivateFolder;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * The archive's lists of values on disk, one file a server, so that they need not be asked for at
 * every start. What cannot be read or written is as if it were not there: the archive can be asked
 * again.
 */
public final class FacetCache {
  private final Path folder;
  private final Clock clock;

  /**
   * @param folder where the files are; made when first written to
   * @param clock tells how old they are
   */
  public FacetCache(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The lists of a server, if they are here and not older than allowed. */
  Optional<Map<String, List<ValueCount>>> read(URI server, Duration oldest) {
    Path file = file(server);
    try {
      Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
      return age.compareTo(oldest) < 0 ? Optional.of(parse(file)) : Optional.empty();
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Keeps the lists of a server. */
  void write(URI server, Map<String, List<ValueCount>> facets) {
    try {
      Path draft = Files.createTempFile(PrivateFolder.make(folder), "values", ".part");
      try {
        writeAll(draft, facets);
        Files.move(draft, file(server), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      // Nothing is lost but the time to ask again.
      return;
    }
  }

  private static void writeAll(Path draft, Map<String, List<ValueCount>> facets)
      throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(draft)) {
      facets.forEach((column, counts) -> counts.forEach(one -> writeOne(writer, column, one)));
    }
  }

  private static void writeOne(CsvWriter writer, String column, ValueCount count) {
    String value = count.value() == null ? "" : count.value();
    writer.writeRecord(column, value, Integer.toString(count.count()));
  }

  private static Map<String, List<ValueCount>> parse(Path file) throws IOException {
    Map<String, List<ValueCount>> facets = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : reader) {
        if (row.getFieldCount() != 3) {
          throw new IOException("not a list of values: " + file);
        }
        ValueCount count = new ValueCount(row.getField(1), Integer.parseInt(row.getField(2)));
        facets.computeIfAbsent(row.getField(0), column -> new ArrayList<>()).add(count);
      }
    }
    return facets;
  }

  private Path file(URI server) {
    String port = server.getPort() < 0 ? "" : "-" + server.getPort();
    return folder.resolve("values-" + server.getHost() + port + ".csv");
  }
}
