package org.mastshell.download;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges tables in ECSV: the header in comments, the row of names, and that each row has a cell for
 * each of them.
 */
final class EcsvCheck implements StreamCheck {
  private static final int LONGEST_HEADER_LINE = 1 << 16;
  private static final Pattern VERSION = Pattern.compile("# %ECSV \\d.*");
  private static final Pattern TOP_KEY = Pattern.compile("# ?[A-Za-z_]+:.*");
  private static final Pattern DELIMITER = Pattern.compile("# ?delimiter: *['\"](.)['\"] *");
  private static final Pattern ITEM = Pattern.compile("# ?( *)- .*");

  // Another row could follow any.
  @Override
  public boolean showsItsEnd() {
    return false;
  }

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    if (bytes.isAtEnd()) {
      throw new Damage("it is empty");
    }
    Header header = new Header();
    long line = 1;
    while (!bytes.isAtEnd() && peek(bytes) == '#') {
      header.take(headerLine(bytes), line);
      line++;
    }
    if (line == 1) {
      throw new Damage("it does not begin as an ECSV table does");
    }
    if (bytes.isAtEnd()) {
      throw new Damage("it is cut off: there is no row of column names");
    }
    Rows rows = new Rows(bytes, header.delimiter, line);
    int names = rows.next();
    if (header.columns > 0 && names != header.columns) {
      throw new Damage(
          "its header describes "
              + header.columns
              + " columns, its line "
              + line
              + " names "
              + names);
    }
    while (!bytes.isAtEnd()) {
      long first = rows.line;
      int cells = rows.next();
      if (cells != names && cells > 0) {
        throw new Damage("line " + first + " has " + cells + " cells in place of " + names);
      }
    }
    return rows.lastEnded
        ? List.of()
        : List.of("its last line has no end: something may be missing");
  }

  private static int peek(ByteStream bytes) throws IOException {
    return bytes.ahead().get(bytes.ahead().position());
  }

  // Of a long line the beginning says what is to be known.
  private static String headerLine(ByteStream bytes) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = bytes.read();
    while (next >= 0 && next != '\n') {
      if (line.length() < LONGEST_HEADER_LINE) {
        line.append((char) next);
      }
      next = bytes.read();
    }
    return line.toString().stripTrailing();
  }

  /** What the comments at the beginning say. */
  private static final class Header {
    private char delimiter = ' ';
    private int columns;
    private boolean describing;
    private int indent = -1;

    private void take(String line, long number) throws Damage {
      if (number == 1) {
        if (!VERSION.matcher(line).matches()) {
          throw new Damage("it does not begin as an ECSV table does");
        }
        return;
      }
      Matcher stated = DELIMITER.matcher(line);
      if (stated.matches()) {
        delimiter = stated.group(1).charAt(0);
      }
      if (TOP_KEY.matcher(line).matches()) {
        describing = line.matches("# ?datatype: *");
        return;
      }
      Matcher item = ITEM.matcher(line);
      if (describing && item.matches()) {
        indent = indent < 0 ? item.group(1).length() : indent;
        columns += item.group(1).length() == indent ? 1 : 0;
      }
    }
  }

  /** Counts cells, row by row, without keeping them. */
  private static final class Rows {
    private final ByteStream bytes;
    private final char delimiter;
    private long line;
    private boolean lastEnded;

    private Rows(ByteStream bytes, char delimiter, long line) {
      this.bytes = bytes;
      this.delimiter = delimiter;
      this.line = line;
    }

    /** How many cells the next row has; 0 for an empty line or a comment. */
    private int next() throws IOException {
      long first = line;
      int separators = 0;
      int filled = 0;
      boolean atStart = true;
      boolean comment = bytes.ahead().hasRemaining() && peek(bytes) == '#';
      int read = bytes.read();
      while (read >= 0 && read != '\n') {
        if (read == delimiter) {
          separators++;
          atStart = true;
        } else if (read != '\r' && read != ' ') {
          filled += atStart ? 1 : 0;
          if (atStart && read == '"' && !comment) {
            quoted(first);
          }
          atStart = false;
        }
        read = bytes.read();
      }
      lastEnded = read == '\n';
      line++;
      if (comment || (filled == 0 && (delimiter == ' ' || separators == 0))) {
        return 0;
      }
      // Several blanks are one; any other delimiter may have nothing between it and the next.
      return delimiter == ' ' ? filled : separators + 1;
    }

    // Two quotation marks stand for one.
    private void quoted(long first) throws IOException {
      while (true) {
        int read = bytes.read();
        if (read < 0) {
          throw new Damage("it is cut off in a cell that begins in line " + first);
        }
        line += read == '\n' ? 1 : 0;
        if (read == '"') {
          if (bytes.isAtEnd() || peek(bytes) != '"') {
            return;
          }
          bytes.read();
        }
      }
    }
  }
}
