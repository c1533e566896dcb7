package org.mastshell.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.mastshell.formats.DataColumn;
import org.mastshell.formats.Format;
import org.mastshell.formats.TableWriters;
import org.mastshell.table.Table;

/**
 * Shows answers: data goes to standard output in the format of the style, talk beside it unless
 * quiet. The order of the parts is kept where both end up on one screen.
 */
public final class Presenter {
  private static final int LINES_BETWEEN_CHECKS = 1000;
  private static final String ERROR = "error:";

  private final Console console;
  private final Style style;
  private final Pager pager;
  private final Paint paint;

  /** A presenter that never pages. */
  public Presenter(Console console, Style style) {
    this(console, style, null);
  }

  /**
   * A presenter that gives drawn tables longer than the screen to a pager, if the style says so.
   *
   * @param pager null if there is none
   */
  public Presenter(Console console, Style style, Pager pager) {
    this.console = console;
    this.style = style;
    this.pager = pager;
    this.paint = new Paint(style);
  }

  /**
   * Shows all parts.
   *
   * @throws OutputClosedException if nobody reads standard output any more
   */
  public void show(Answer answer) {
    answer.parts().forEach(this::show);
  }

  /** Says what a person must know, though nothing failed, even when quiet. */
  public void warning(String message, String... more) {
    PrintWriter talk = console.talk();
    talk.println(CleanText.oneLine("warning: " + message));
    for (String line : more) {
      talk.println(CleanText.oneLine(line));
    }
    talk.flush();
  }

  /**
   * Says that something failed, even when quiet.
   *
   * @param message one line: what happened and why
   * @param more lines below it, such as what to type next; indented by the caller
   */
  public void error(String message, List<String> more) {
    error("", message, more);
  }

  /**
   * Says that something failed at a place, even when quiet.
   *
   * @param place such as {@code nightly.mast:7}; empty if there is none worth naming
   * @param message one line: what happened and why
   * @param more lines below it, such as what to type next; indented by the caller
   */
  public void error(String place, String message, List<String> more) {
    error(place, message, Optional.empty(), more);
  }

  /**
   * Says that something is wrong in a line, even when quiet.
   *
   * @param place such as {@code nightly.mast:7}; empty if there is none worth naming
   * @param message one line: what happened and why
   * @param wrong the line with its wrong part, if there is one
   * @param more lines below it, such as what to type next; indented by the caller
   */
  public void error(String place, String message, Optional<PointedLine> wrong, List<String> more) {
    console.out().flush();
    PrintWriter talk = console.talk();
    String start = place.isEmpty() ? "" : CleanText.oneLine(place) + ": ";
    int width = console.talkIsTerminal() ? console.width() : 0;
    String head = start + ERROR;
    List<String> said = WrappedLines.of(head + " " + CleanText.oneLine(message), width);
    for (String piece : said) {
      boolean first = piece.startsWith(head);
      talk.println(first ? start + paint.error(ERROR) + piece.substring(head.length()) : piece);
    }
    wrong.ifPresent(pointed -> pointed.drawn(width).forEach(talk::println));
    more.stream()
        .flatMap(line -> WrappedLines.of(CleanText.oneLine(line), width).stream())
        .forEach(talk::println);
    talk.flush();
  }

  private void show(Part part) {
    if (part instanceof Part.Rows rows) {
      showRows(rows);
    } else if (part instanceof Part.SingleRow row) {
      showRecord(row);
    } else if (part instanceof Part.InFormat other) {
      Style own = style.in(other.format());
      new Presenter(console, other.harmless() ? own.withoutFormulas() : own, pager)
          .show(other.part());
    } else if (part instanceof Part.Bars bars) {
      showBars(bars);
    } else if (part instanceof Part.Picture picture) {
      showDrawn(picture.rows(), drawing -> drawing.draw(picture.chart()));
    } else if (part instanceof Part.Gallery gallery) {
      showDrawn(gallery.rows(), drawing -> drawing.draw(gallery.pictures()));
    } else if (part instanceof Part.Value value) {
      data(out -> out.println(forScreen(value.text())));
    } else if (part instanceof Part.Text text) {
      String shown = forScreen(text.text());
      data(out -> out.print(shown.endsWith("\n") || shown.isEmpty() ? shown : shown + "\n"));
    } else if (part instanceof Part.Talk line) {
      talk(line.text());
    } else if (part instanceof Part.LeftOut line) {
      talk(line.text());
    } else if (part instanceof Part.Brief line) {
      if (style.quiet()) {
        say(line.text());
      }
    } else if (part instanceof Part.Failed line) {
      say(line.text());
    }
  }

  private void showDrawn(Part.Rows rows, Consumer<PictureDrawing> drawing) {
    if (style.format() != Format.TABLE || style.pictures() == PictureMode.OFF) {
      showRows(rows);
      return;
    }
    data(out -> drawing.accept(new PictureDrawing(console, style, line(out))));
  }

  private void showRows(Part.Rows rows) {
    boolean limited = rows.limited() || (style.format() == Format.TABLE && console.outIsTerminal());
    int shown =
        limited ? Math.max(0, Math.min(rows.limit(), rows.table().size())) : rows.table().size();
    if (style.format() != Format.TABLE) {
      write(rows.table().first(shown), rows.columns());
      return;
    }
    TableDrawing drawing = new TableDrawing(rows, shown, width(), paint);
    TableDrawing.Lines lines = drawing.lines();
    if (lines.heading().isEmpty() && isPaged(lines.body().size())) {
      lines = drawing.lines(true);
    }
    boolean rowEach = lines.body().size() == shown;
    showLines(lines.heading(), lines.body(), rowEach ? rows.table().size() : lines.body().size());
    String note = TableNote.of(rows, lines.drawn());
    if (!note.isEmpty()) {
      talk(note);
    }
  }

  private boolean isPaged(int lines) {
    return style.pager() && pager != null && console.outIsTerminal() && lines >= console.height();
  }

  private void showLines(List<String> heading, List<String> body, int all) {
    if (isPaged(heading.size() + body.size())) {
      console.out().flush();
      pager.page(heading, body, all);
      return;
    }
    data(
        out -> {
          Consumer<String> printing = line(out);
          heading.forEach(printing);
          body.forEach(printing);
        });
  }

  private void showRecord(Part.SingleRow row) {
    if (style.format() != Format.TABLE) {
      write(row.table(), row.columns());
      return;
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (ShownColumn column : row.columns()) {
      names.add(CleanText.oneLine(column.name()));
      values.add(CellText.of(row.table(), column).fullText(0, column.unit()));
    }
    List<String> lines = new ArrayList<>();
    RecordDrawing.draw(names, values, 0, width(), false, paint, lines::add);
    if (isPaged(lines.size())) {
      lines.clear();
      RecordDrawing.draw(names, values, 0, width(), true, paint, lines::add);
    }
    showLines(List.of(), lines, lines.size());
  }

  private void showBars(Part.Bars bars) {
    if (style.format() != Format.TABLE) {
      write(bars.table(), bars.columns());
      return;
    }
    BarDrawing drawing = new BarDrawing(bars.groups(), width(), console.showsUnicode(), paint);
    List<String> lines = new ArrayList<>();
    drawing.draw(lines::add);
    showLines(List.of(), lines, lines.size());
  }

  private static DataColumn described(ShownColumn column) {
    boolean date = column.look() == Look.DATE && !column.meaning().isEmpty();
    return new DataColumn(
        column.name(), column.unit(), column.meaning() + (date ? Look.DATE_FORM : ""));
  }

  private void write(Table table, List<ShownColumn> columns) {
    List<DataColumn> written = columns.stream().map(Presenter::described).toList();
    console.talk().flush();
    try (DataWriter out = new DataWriter(console.out(), console.outIsTerminal())) {
      TableWriters.of(style.format(), style.harmless()).write(table, written, out);
    } catch (IOException cannotHappen) {
      // Print writers keep their errors to themselves, so this is a fault of a format's library.
      throw new UncheckedIOException(cannotHappen);
    }
  }

  private void data(Consumer<PrintWriter> printing) {
    console.talk().flush();
    printing.accept(console.out());
    check(console.out());
  }

  private void talk(String text) {
    if (!style.quiet()) {
      say(text);
    }
  }

  private void say(String text) {
    console.out().flush();
    String line = CleanText.oneLine(text);
    boolean note = line.startsWith(" ") || line.startsWith("note:");
    for (String piece : WrappedLines.of(line, console.talkIsTerminal() ? console.width() : 0)) {
      console.talk().println(note ? paint.faint(piece) : piece);
    }
    console.talk().flush();
  }

  // A long table is not drawn to its end for nobody.
  private static Consumer<String> line(PrintWriter out) {
    AtomicInteger lines = new AtomicInteger();
    return line -> {
      out.println(line);
      if (lines.incrementAndGet() % LINES_BETWEEN_CHECKS == 0) {
        check(out);
      }
    };
  }

  private static void check(PrintWriter out) {
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }

  private String forScreen(String text) {
    return console.outIsTerminal() ? CleanText.lines(text) : text;
  }

  private int width() {
    return console.outIsTerminal() ? console.width() : 0;
  }
}
