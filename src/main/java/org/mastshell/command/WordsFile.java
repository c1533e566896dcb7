package org.mastshell.command;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/**
 * What an archive said, as a file of comma-separated text that a person can read: the time at which
 * it was asked, its columns, their values with counts, and at the end how many lines there must be.
 */
final class WordsFile {
  private static final String ASKED = "asked";
  private static final String COLUMN = "column";
  private static final String VALUE = "value";
  private static final String END = "end";
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]{0,63}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Map<String, List<ValueCount>> values = new LinkedHashMap<>();
  private final List<Field> columns = new ArrayList<>();
  private final SetKind kind;
  private Instant asked;
  private int lines;
  private boolean whole;

  private WordsFile(SetKind kind) {
    this.kind = kind;
  }

  /** Writes all of it. */
  static void write(Path file, URI server, ArchiveWords words) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeComment(" What " + server + " says of its columns and values.");
      writer.writeComment(" Made by mastshell; `vocabulary refresh` makes it anew.");
      writer.writeRecord(ASKED, words.asked().toString());
      for (Field column : words.columns()) {
        writer.writeRecord(
            COLUMN,
            column.name(),
            column.kind().name(),
            column.unit(),
            column.label(),
            column.meaning(),
            column.example());
      }
      int lines = 1 + words.columns().size();
      for (Map.Entry<String, List<ValueCount>> list : words.values().entrySet()) {
        for (ValueCount count : list.getValue()) {
          String value = count.value() == null ? "" : count.value();
          writer.writeRecord(VALUE, list.getKey(), value, Integer.toString(count.count()));
        }
        lines += list.getValue().size();
      }
      writer.writeRecord(END, Integer.toString(lines));
    }
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if it cannot be read, is of another form or is not whole
   */
  static ArchiveWords read(Path file) throws IOException {
    return read(file, SetKind.OBSERVATIONS);
  }

  /**
   * Reads all of it where the columns are those of another kind of rows.
   *
   * @throws IOException if it cannot be read, is of another form or is not whole
   */
  static ArchiveWords read(Path file, SetKind kind) throws IOException {
    WordsFile read = new WordsFile(kind);
    try (CsvReader<CsvRecord> reader = lines(file)) {
      for (CsvRecord line : reader) {
        read.take(line);
      }
    } catch (UncheckedIOException
        | CsvParseException
        | DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException notOfThisForm) {
      throw new IOException(file + " holds no lists of an archive", notOfThisForm);
    }
    if (!read.whole || read.asked == null) {
      throw new IOException(file + " is not whole");
    }
    return new ArchiveWords(read.asked, read.values, read.columns);
  }

  // Lines of different kinds have different numbers of cells.
  private static CsvReader<CsvRecord> lines(Path file) throws IOException {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.SKIP)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(file);
  }

  private void take(CsvRecord line) {
    if (whole) {
      throw new IllegalArgumentException("something stands behind the end");
    }
    switch (line.getField(0)) {
      case ASKED -> asked = Instant.parse(line.getField(1));
      case COLUMN -> columns.add(column(line));
      case VALUE ->
          values
              .computeIfAbsent(line.getField(1), name -> new ArrayList<>())
              .add(new ValueCount(line.getField(2), Integer.parseInt(line.getField(3))));
      case END -> whole = Integer.parseInt(line.getField(1)) == lines;
      default -> throw new IllegalArgumentException("an unknown line: " + line.getField(0));
    }
    lines++;
  }

  private Field column(CsvRecord line) {
    if (!NAME.matcher(line.getField(1)).matches()) {
      throw new IllegalArgumentException("no name of a column: " + line.getField(1));
    }
    // Descriptions of observations are kept as they came.
    if (kind != SetKind.OBSERVATIONS
        && line.getFields().stream().anyMatch(cell -> CONTROL.matcher(cell).find())) {
      throw new IllegalArgumentException("a description holds what cannot be shown");
    }
    return Field.column(
        line.getField(1),
        kind,
        ValueKind.valueOf(line.getField(2)),
        line.getField(3),
        line.getField(4),
        line.getField(5),
        line.getField(6));
  }
}
