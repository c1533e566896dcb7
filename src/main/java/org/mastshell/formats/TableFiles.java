package org.mastshell.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Opens files from which values are taken. What a file is, is seen by how it begins; its name is
 * asked only to tell tables of text from lists.
 */
public final class TableFiles {
  /** The formats, for messages. */
  static final String KNOWN = "lines of text, CSV, TSV, ECSV, JSON, VOTable, FITS";

  private static final int HEAD = 2048;

  private TableFiles() {}

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read, is empty or of a format that is not known; the
   *     message says so without naming the file
   */
  public static TableFile open(Path file) throws IOException {
    return open(file, FileText.MOST_BYTES);
  }

  /**
   * The same file with its texts as they were before they were kept from being taken for formulas:
   * CSV, TSV and lists; others have no such texts.
   */
  public static TableFile released(TableFile file) {
    return file instanceof DelimitedFile ? new ReleasedFile(file) : file;
  }

  /**
   * The same for a file that is small, packed or not.
   *
   * @param most bytes that are read of it, and that it may have unpacked
   */
  public static TableFile open(Path file, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (Files.size(file) == 0 && Files.isRegularFile(file)) {
      throw new IOException("it is empty");
    }
    if (Files.isRegularFile(file) && head(file).startsWith("SIMPLE  =")) {
      return new StarTableFile(file);
    }
    byte[] bytes = FileText.bytes(file, most);
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith("SIMPLE  =")) {
      return new StarTableFile(file);
    }
    if (head.startsWith("<?xml") || head.startsWith("<VOTABLE")) {
      return new VoTableFile(bytes);
    }
    String text = FileText.text(bytes);
    if (text.isBlank()) {
      throw new IOException("it is empty");
    }
    String start = text.stripLeading();
    String name = plainName(file);
    if (JsonFile.isJson(name, start)) {
      return JsonFile.read(text);
    }
    return DelimitedFile.of(text, name);
  }

  // A packed file is named for what is in it: targets.csv.gz.
  private static String plainName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
  }
}
