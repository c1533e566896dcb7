package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text is laid out as a table. Its first line names the columns, unless it holds a number;
 * then they have the names of a comment right above it ({@code # name ra dec}), or numbers.
 *
 * @param columns at least one
 * @param named whether the file names them
 * @param lastHeaderLine the rows begin below it
 */
record DelimitedLayout(List<FileColumn> columns, boolean named, long lastHeaderLine) {
  private static final int RULED_LINES = 3;
  private static final char COMMA = ',';
  private static final Pattern RULE = Pattern.compile("-+");
  private static final Pattern NUMBER =
      Pattern.compile("[+\\-\u2212]?\\.?\\d[\\d.:hmsd'\"\u00b0\u2032\u2033eE+\\-]*");

  /** The first lines that are no comments. */
  private record Line(long number, List<String> texts) {}

  /**
   * Looks at the first lines.
   *
   * @throws IOException if they are no table
   */
  static DelimitedLayout of(String text, char separator) throws IOException {
    List<Line> top = new ArrayList<>();
    DelimitedCells.read(
        text,
        separator,
        0,
        (number, texts) -> {
          top.add(new Line(number, texts));
          return top.size() < RULED_LINES;
        });
    if (top.isEmpty()) {
      throw new IOException("it holds nothing but comments");
    }
    Line first = top.get(0);
    if (EcsvHeader.isAbove(text)) {
      return new DelimitedLayout(
          columns(first.texts(), EcsvHeader.units(text)), true, first.number());
    }
    if (!holdsNumber(first.texts())) {
      // VizieR's tables have a line of units and one of dashes below the names, and no commas.
      boolean ruled =
          separator != COMMA
              && top.size() == RULED_LINES
              && isRule(top.get(2).texts())
              && !isEscaped(text, top.get(2).number());
      return new DelimitedLayout(
          columns(first.texts(), ruled ? top.get(1).texts() : List.of()),
          true,
          ruled ? top.get(2).number() : first.number());
    }
    List<String> above = namesAbove(text, separator);
    if (above.size() == first.texts().size() && !holdsNumber(above)) {
      return new DelimitedLayout(columns(above, List.of()), true, 0);
    }
    List<String> numbers = new ArrayList<>();
    first.texts().forEach(cell -> numbers.add(Integer.toString(numbers.size() + 1)));
    return new DelimitedLayout(columns(numbers, List.of()), false, 0);
  }

  private static List<FileColumn> columns(List<String> names, List<String> units) {
    List<FileColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new FileColumn(names.get(i), i < units.size() ? units.get(i) : "", ""));
    }
    return List.copyOf(columns);
  }

  private static List<String> namesAbove(String text, char separator) {
    String last = "";
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      if (!DelimitedFile.isBlankOrComment(line)) {
        break;
      }
      last = line.isBlank() ? last : line;
    }
    String names = last.strip().replaceFirst("^#+", "").strip();
    return names.isEmpty() ? List.of() : DelimitedCells.split(names, separator);
  }

  private static boolean isRule(List<String> texts) {
    return texts.stream().allMatch(RULE.asMatchPredicate());
  }

  // A row of dashes that this program wrote.
  private static boolean isEscaped(String text, long number) {
    return text.lines().skip(number - 1).findFirst().orElse("").startsWith("\\");
  }

  /** How many of the cells are numbers, or coordinates. */
  static long numbers(List<String> cells) {
    return cells.stream().filter(NUMBER.asMatchPredicate()).count();
  }

  private static boolean holdsNumber(List<String> texts) {
    return numbers(texts) > 0;
  }
}
