package org.mastshell.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table can be written to a file as, and how such files are named. */
public enum FileFormat {
  /** Comma-separated values, RFC 4180, with a header line. */
  CSV("csv"),
  /** Tab-separated values, with a header line. */
  TSV("tsv", "tab"),
  /** One JSON array of objects. */
  JSON("json"),
  /** One JSON object a line. */
  JSONL("jsonl", "ndjson"),
  /** A Markdown table. */
  MARKDOWN("md", "markdown"),
  /** Enhanced character-separated values, as astropy reads and writes them. */
  ECSV("ecsv"),
  /** VOTable 1.4. */
  VOTABLE("vot", "votable", "xml"),
  /** A FITS file with one binary table. */
  FITS("fits", "fit"),
  /** An SQLite database with one table of rows and two that describe it. */
  SQLITE("sqlite", "db", "sqlite3");

  /** The extension of a file that is packed by gzip. */
  public static final String PACKED = ".gz";

  private final List<String> extensions;

  FileFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** The word for it in options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What names of its files end in, without the dot; the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** Whether spreadsheets open files of it, and take some texts in them for formulas. */
  public boolean isForSpreadsheets() {
    return Format.of(word()).filter(Format::isForSpreadsheets).isPresent();
  }

  /** Whether its files can be packed: a database is opened in its place. */
  public boolean canBePacked() {
    return this != SQLITE;
  }

  /** The format of that name, whatever the case. */
  public static Optional<FileFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(word)).findAny();
  }

  /** The format that the name of a file tells by its end, packed ({@code .csv.gz}) or not. */
  public static Optional<FileFormat> ofFile(String name) {
    String plain = plain(name.toLowerCase(Locale.ROOT));
    return Arrays.stream(values())
        .filter(format -> format.extensions.stream().anyMatch(end -> plain.endsWith("." + end)))
        .findAny();
  }

  /** Whether a file is packed, by its name. */
  public static boolean isPacked(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(PACKED);
  }

  /** All words for formats, for messages. */
  public static List<String> words() {
    return Arrays.stream(values()).map(FileFormat::word).toList();
  }

  /** The usual extension of each format, for messages. */
  public static String usualExtensions() {
    return Arrays.stream(values())
        .map(format -> "." + format.extensions.get(0))
        .collect(Collectors.joining(" "));
  }

  private static String plain(String name) {
    return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
  }
}
