package org.mastshell.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mastshell.store.DatabaseTable;
import org.mastshell.store.StoreException;
import org.mastshell.store.TableDatabase;

/**
 * Reads whole tables from files, with types: those that the file gives, else those that the columns
 * are known to have, else what all cells of a column fit. What a file is, is seen by how it begins.
 */
public final class TypedFiles {
  private static final int HEAD = 2048;
  private static final String DATABASE = "SQLite format 3\0";
  private static final String FITS = "SIMPLE  =";

  private final KnownTypes known;

  /**
   * @param known types of columns, where they are known
   */
  public TypedFiles(KnownTypes known) {
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @param table whether lines of single values are a table of one column, too, whose first line is
   *     its name
   * @param released whether texts of CSV, TSV and lists lose the apostrophe that keeps them from
   *     being taken for formulas; other formats have none
   * @throws IOException if it cannot be read to its end; the message says where and why, without
   *     naming the file
   */
  public ReadFile read(Path file, boolean table, boolean released) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (!Files.isRegularFile(file) && Files.exists(file)) {
      throw new IOException("it is no plain file");
    }
    String start = head(file);
    if (start.isEmpty()) {
      throw new IOException("it is empty");
    }
    if (start.startsWith(DATABASE)) {
      return ReadFile.of(database(file));
    }
    if (start.startsWith(FITS)) {
      return ReadFile.of(StarReader.fits(file));
    }
    byte[] bytes = FileText.bytes(file, FileText.MOST_BYTES);
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith(FITS)) {
      return ReadFile.of(StarReader.fits(file));
    }
    if (head.startsWith("<?xml") || head.startsWith("<VOTABLE")) {
      return ReadFile.of(StarReader.votable(bytes));
    }
    String text = FileText.tableText(bytes);
    if (text.isBlank()) {
      throw new IOException("it is empty");
    }
    return ofText(text, plainName(file), table, released);
  }

  /** Reads what a file of this name, in small letters, holds as text. */
  ReadFile ofText(String text, String name, boolean table, boolean released) throws IOException {
    String start = text.stripLeading();
    if (JsonFile.isJson(name, start)) {
      return JsonTable.isOfObjects(text)
          ? ReadFile.of(new JsonTable(text, known).read())
          : ReadFile.of(JsonFile.read(text).lines().list(), List.of());
    }
    if (MarkdownRows.isTable(text)) {
      return ReadFile.of(new TextTable("Markdown", new MarkdownRows(text), known).read());
    }
    DelimitedFile file = DelimitedFile.of(text, name);
    if (!table && file.isList(column -> known.of(column, List.of(column)).isPresent())) {
      List<FileRow> lines = file.lines().list();
      return ReadFile.of(
          released ? lines.stream().map(FileRow::released).toList() : lines, file.commentNotes());
    }
    return ReadFile.of(file.table(known, released));
  }

  private static ReadTable database(Path file) throws IOException {
    try {
      DatabaseTable read = TableDatabase.read(file, TableFile.MOST_ROWS);
      return new ReadTable(
          "SQLite",
          read.name(),
          read.table(),
          read.table().columns().stream()
              .map(
                  column ->
                      new FileColumn(
                          column.name(), read.units().getOrDefault(column.name(), ""), ""))
              .toList(),
          read.notes());
    } catch (StoreException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static String plainName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return FileFormat.isPacked(name)
        ? name.substring(0, name.length() - FileFormat.PACKED.length())
        : name;
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }
}
