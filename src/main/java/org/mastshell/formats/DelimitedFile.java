package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mastshell.table.ColumnType;

/**
 * A text file: a table with commas, tabs, semicolons, bars or blanks between its cells, or simply
 * lines. Lines that begin with {@code #} are comments.
 */
final class DelimitedFile implements TableFile {
  private static final Pattern TABLE_NAME = Pattern.compile(".*\\.(csv|tsv|tab|ecsv)");
  // A name that goes on in the next line is quoted to the end of this one.
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|^\"[^\"]*$");
  private static final char BLANK = ' ';
  static final String COMMENT = "#";

  private final String text;
  private final boolean table;
  private final char separator;

  private DelimitedFile(String text, boolean table, char separator) {
    this.text = text;
    this.table = table;
    this.separator = separator;
  }

  /**
   * What a text is.
   *
   * @param name of its file, in small letters
   */
  static DelimitedFile of(String text, String name) {
    if (EcsvHeader.isAbove(text)) {
      return new DelimitedFile(text, true, EcsvHeader.delimiter(text));
    }
    String first =
        text.lines().filter(line -> !isBlankOrComment(line)).findFirst().orElse("").strip();
    String unquoted = QUOTED.matcher(first).replaceAll("");
    return new DelimitedFile(text, TABLE_NAME.matcher(name).matches(), separator(name, unquoted));
  }

  // What stands in the first line decides; the name only where it could be either of two.
  private static char separator(String name, String first) {
    boolean tabs = first.indexOf('\t') >= 0;
    boolean namedSo = name.endsWith(".tsv") || name.endsWith(".tab");
    if (tabs && (namedSo || first.indexOf(',') < 0)) {
      return '\t';
    }
    for (char candidate : new char[] {',', ';', '|'}) {
      if (first.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    if (namedSo) {
      return '\t';
    }
    return name.endsWith(".csv") ? ',' : ' ';
  }

  static boolean isBlankOrComment(String line) {
    return line.isBlank() || isComment(line);
  }

  static boolean isComment(String line) {
    return line.stripLeading().startsWith(COMMENT);
  }

  /** The same of a line whose first cell may be empty: what begins then is another cell. */
  static boolean isComment(String line, char separator) {
    int end = separator == BLANK ? -1 : line.indexOf(separator);
    return isComment(end < 0 ? line : line.substring(0, end));
  }

  @Override
  public String rowWord() {
    return "line";
  }

  @Override
  public boolean isTable() {
    return table;
  }

  @Override
  public boolean hasHeader() throws IOException {
    return layout().named();
  }

  @Override
  public List<FileColumn> columns() throws IOException {
    List<FileColumn> columns = layout().columns();
    Set<String> known = new HashSet<>();
    for (FileColumn column : columns) {
      if (!column.name().isEmpty() && !known.add(column.name().toLowerCase(Locale.ROOT))) {
        throw new IOException("two of its columns are called " + column.name());
      }
    }
    return columns;
  }

  @Override
  public FileRows rows(List<Integer> columns) throws IOException {
    DelimitedLayout layout = layout();
    Chosen chosen = new Chosen(layout, columns);
    DelimitedCells.read(text, separator, layout.columns().size(), chosen);
    return new FileRows(chosen.rows, chosen.comments);
  }

  /** Takes some columns of the rows. */
  private static final class Chosen implements DelimitedCells.Taker {
    private final DelimitedLayout layout;
    private final List<Integer> columns;
    private final List<FileRow> rows = new ArrayList<>();
    private boolean begun;
    private int comments;

    Chosen(DelimitedLayout layout, List<Integer> columns) {
      this.layout = layout;
      this.columns = columns;
    }

    @Override
    public boolean take(long line, List<String> texts) throws IOException {
      begun = true;
      if (line > layout.lastHeaderLine()) {
        requireWidth(layout.columns().size(), line, texts);
        rows.add(new FileRow(line, columns.stream().map(texts::get).toList()));
        TableLimits.requireFewRows(rows.size());
      }
      return true;
    }

    @Override
    public void leaveOut() {
      comments += begun ? 1 : 0;
    }
  }

  @Override
  public FileRows lines() throws IOException {
    List<FileRow> lines = new ArrayList<>();
    int comments = 0;
    long number = 0;
    for (Iterator<String> each = text.lines().iterator(); each.hasNext(); ) {
      number++;
      String line = each.next();
      if (isComment(line)) {
        comments += lines.isEmpty() ? 0 : 1;
      } else if (!line.isBlank()) {
        lines.add(new FileRow(number, List.of(unquoted(line.strip()))));
        TableLimits.requireFewRows(lines.size());
      }
    }
    return new FileRows(lines, comments);
  }

  /** What is said of all comments among its lines. */
  List<String> commentNotes() {
    CommentLines comments = new CommentLines();
    long number = 0;
    for (Iterator<String> each = text.lines().iterator(); each.hasNext(); ) {
      number++;
      if (isComment(each.next())) {
        comments.add(number);
      }
    }
    return comments.notes();
  }

  /**
   * Whether its lines are single values: nothing separates cells, blanks aside, and no name of a
   * column stands above them.
   *
   * @param known whether a column is known by a name
   */
  boolean isList(Predicate<String> known) throws IOException {
    if (EcsvHeader.isAbove(text)) {
      return false;
    }
    DelimitedLayout layout = layout();
    boolean blanks = separator == BLANK && !table && !isNamedAbove(layout);
    boolean single = layout.columns().size() == 1 || blanks;
    return single && layout.columns().stream().map(FileColumn::name).noneMatch(known);
  }

  // Words in a comment above names of two words may be a title; above numbers they name columns.
  private boolean isNamedAbove(DelimitedLayout layout) throws IOException {
    if (!layout.named() || layout.lastHeaderLine() > 0) {
      return false;
    }
    List<String> first = new ArrayList<>();
    DelimitedCells.read(
        text,
        separator,
        0,
        (line, texts) -> {
          first.addAll(texts);
          return false;
        });
    return DelimitedLayout.numbers(first) > 1;
  }

  /**
   * All of it as a table with types.
   *
   * @param known types of columns that are not for the cells to tell; ECSV tells all by itself
   * @param released whether cells and names lose the apostrophe that keeps them from being taken
   *     for formulas, which ECSV has none of
   * @throws IOException if it cannot be read to its end, or names no columns
   */
  ReadTable table(KnownTypes known, boolean released) throws IOException {
    DelimitedLayout layout = layout();
    if (!layout.named()) {
      throw new IOException("its first line names no columns");
    }
    DelimitedRows rows = new DelimitedRows(text, separator, layout);
    if (!EcsvHeader.isAbove(text)) {
      String format = separator == '\t' ? "TSV" : "CSV";
      return released
          ? new TextTable(format, new ReleasedRows(rows), known).read()
          : withGuardNote(new TextTable(format, rows, known).read());
    }
    List<ColumnType> types = EcsvHeader.types(text);
    List<String> names = layout.columns().stream().map(FileColumn::name).toList();
    if (types.size() != names.size()) {
      throw new IOException("its header describes other columns than it has");
    }
    return new TextTable(
            "ECSV",
            EcsvHeader.name(text),
            rows,
            (name, all) -> Optional.of(types.get(names.indexOf(name))))
        .read();
  }

  // Nobody but the person knows whether the file was written so or the apostrophes are its own.
  private static ReadTable withGuardNote(ReadTable read) {
    long cells = HarmlessTable.guardedCells(read.table());
    if (cells == 0) {
      return read;
    }
    List<String> notes = new ArrayList<>(read.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d %s an apostrophe before what would be a formula, as --safe-csv writes it: import"
                + " with --safe-csv takes it away",
            cells,
            cells == 1 ? "cell has" : "cells have"));
    return new ReadTable(read.format(), read.name(), read.table(), read.columns(), notes);
  }

  private DelimitedLayout layout() throws IOException {
    return DelimitedLayout.of(text, separator);
  }

  /**
   * Goes on only if a row has as many cells as there are columns.
   *
   * @throws IOException that names its line
   */
  static void requireWidth(int width, long line, List<String> texts) throws IOException {
    if (texts.size() != width) {
      throw new IOException(
          String.format(
              "its line %d has %d %s, the first one %d: quote a cell that holds the separator",
              line, texts.size(), texts.size() == 1 ? "cell" : "cells", width));
    }
  }

  /** A line without a pair of quotes around it. */
  static String unquoted(String line) {
    boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    return quoted ? line.substring(1, line.length() - 1).strip() : line;
  }
}
