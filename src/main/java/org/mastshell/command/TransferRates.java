package org.mastshell.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.mastshell.session.PrivateFolder;

/**
 * How many bytes a second the last download from each archive gave, on disk, so that the next one
 * can say how long it will take. A file that cannot be read or written costs that sentence alone.
 */
public final class TransferRates {
  private static final long ENOUGH_BYTES = 1_000_000;
  private static final String FILE = "transfer-rates.csv";

  private final Path folder;
  private final Set<URI> notKept;

  /**
   * @param folder where the file is; made when first written to
   * @param notKept servers that end with this program, so that nothing is to be kept of them
   */
  public TransferRates(Path folder, Set<URI> notKept) {
    this.folder = folder;
    this.notKept = Set.copyOf(notKept);
  }

  /** Bytes a second, at least 1, of the last download from a server. */
  OptionalLong of(URI server) {
    Long rate = read().get(server.toString());
    return rate == null ? OptionalLong.empty() : OptionalLong.of(rate);
  }

  /** Keeps what a download gave, unless it was too small to tell. */
  void keep(URI server, long bytes, double seconds) {
    if (bytes < ENOUGH_BYTES || seconds <= 0 || notKept.contains(server)) {
      return;
    }
    Map<String, Long> rates = read();
    rates.put(server.toString(), Math.max(1, Math.round(bytes / seconds)));
    try {
      Path draft = Files.createTempFile(PrivateFolder.make(folder), "rates", ".part");
      try {
        write(draft, rates);
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      // The next download says nothing of time, or what an earlier one gave.
      return;
    }
  }

  private static void write(Path file, Map<String, Long> rates) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      rates.forEach((server, rate) -> writer.writeRecord(server, rate.toString()));
    }
  }

  private Map<String, Long> read() {
    Map<String, Long> rates = new LinkedHashMap<>();
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(folder.resolve(FILE))) {
      for (CsvRecord line : lines) {
        rates.put(line.getField(0), Math.max(1, Long.parseLong(line.getField(1))));
      }
      return rates;
    } catch (IOException
        | UncheckedIOException
        | CsvParseException
        | IllegalArgumentException
        | IndexOutOfBoundsException unreadable) {
      return new LinkedHashMap<>();
    }
  }
}
