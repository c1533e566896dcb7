package org.mastshell.shell;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.NearFiles;
import org.mastshell.language.MissingFileException;
import org.mastshell.language.ValueFiles;

/**
 * Lists of values in local files, for {@code @FILE} and {@code @FILE:COLUMN}: one value a line, or
 * a column of a table with a header line and commas, tabs or blanks between the cells. Lines that
 * begin with {@code #} are comments, as in ECSV.
 */
final class LocalValueFiles implements ValueFiles {
  private final LocalPaths paths;

  LocalValueFiles(LocalPaths paths) {
    this.paths = paths;
  }

  @Override
  public List<String> read(String path, Optional<String> column) throws IOException {
    List<String> lines = lines(path);
    if (column.isEmpty()) {
      return lines.stream().map(String::strip).toList();
    }
    if (lines.isEmpty()) {
      throw new IOException("it is empty");
    }
    return cells(lines, column.get());
  }

  private List<String> lines(String path) throws IOException {
    try {
      return Files.readAllLines(paths.resolve(path), StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
          .toList();
    } catch (NoSuchFileException missing) {
      throw new MissingFileException(path, new NearFiles(paths).meant(path));
    }
  }

  private static List<String> cells(List<String> lines, String column) throws IOException {
    char separator = separator(lines.get(0));
    // At the end of a line a tab stands for an empty cell, blanks for nothing.
    String text =
        lines.stream()
            .map(line -> separator == '\t' ? line : line.strip())
            .collect(Collectors.joining("\n"));
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      List<String> cells =
          reader.stream()
              .map(row -> row.findField(column))
              .flatMap(Optional::stream)
              .filter(cell -> !cell.isBlank())
              .toList();
      if (cells.isEmpty()) {
        throw new IOException("it has no column " + column + " with values");
      }
      return cells;
    } catch (CsvParseException | IllegalStateException noTable) {
      throw new IOException("it is no table that can be read: " + noTable.getMessage(), noTable);
    }
  }

  private static char separator(String header) {
    if (header.indexOf(',') >= 0) {
      return ',';
    }
    return header.indexOf('\t') >= 0 ? '\t' : ' ';
  }
}
