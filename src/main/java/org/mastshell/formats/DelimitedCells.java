package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes lines of text apart into cells. */
final class DelimitedCells {
  private static final char TAB = '\t';
  private static final char BLANK = ' ';
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
  private static final Pattern WORD = Pattern.compile(QUOTED.pattern() + "|\\S+");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([tnr#\\\\-])");

  private DelimitedCells() {}

  /** Takes the lines of a file. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes one line.
     *
     * @param line its number, from 1; of cells that go over several lines, that of the first
     * @param texts its cells without blanks around them
     * @return whether another one is wanted
     */
    boolean take(long line, List<String> texts) throws IOException;

    /** Hears of a line that was taken for a comment. */
    default void leaveOut() {}
  }

  /**
   * Reads lines until the taker wants no more; comments and blank lines are passed over.
   *
   * @param width how many cells the rows of the table have; 0 where that is not known
   * @throws IOException if a quote is not closed
   */
  static void read(String text, char separator, int width, Taker taker) throws IOException {
    if (separator == TAB || (separator == BLANK && !EcsvHeader.isAbove(text))) {
      readLines(text, separator, taker);
      return;
    }
    QuotedRows rows = new QuotedRows(text, separator, 0, width);
    for (Optional<QuotedRow> next = rows.next(); next.isPresent(); next = rows.next()) {
      QuotedRow row = next.get();
      List<String> texts =
          row.cells().stream().map(cell -> cell == null ? "" : cell.strip()).toList();
      boolean blank = texts.size() == 1 && texts.get(0).isEmpty() && separator != BLANK;
      if (row.isCommentLike()) {
        taker.leaveOut();
      } else if (!blank && !taker.take(row.line(), texts)) {
        return;
      }
    }
  }

  private static void readLines(String text, char separator, Taker taker) throws IOException {
    long number = 0;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      number++;
      String line = lines.next();
      if (DelimitedFile.isComment(line, separator)) {
        taker.leaveOut();
      } else if (!line.isBlank() && !taker.take(number, split(line, separator))) {
        return;
      }
    }
  }

  /** The cells of one line. Between tabs, what this program escapes is resolved, too. */
  static List<String> split(String line, char separator) {
    List<String> texts = new ArrayList<>();
    if (separator == TAB) {
      Arrays.stream(line.split("\t", -1))
          .map(cell -> unescaped(unquoted(cell.strip())))
          .forEach(texts::add);
    } else if (separator == BLANK) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        texts.add(unquoted(word.group()));
      }
    } else {
      Arrays.stream(line.split(Pattern.quote(String.valueOf(separator)), -1))
          .map(String::strip)
          .forEach(texts::add);
    }
    return texts;
  }

  private static String unquoted(String cell) {
    return QUOTED.matcher(cell).matches()
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  /** A cell between tabs with what this program escapes resolved. */
  static String unescaped(String cell) {
    return ESCAPED
        .matcher(cell)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "t" -> "\t";
                      case "n" -> "\n";
                      case "r" -> "\r";
                      case "#", "-" -> escape.group(1);
                      default -> "\\";
                    }));
  }
}
