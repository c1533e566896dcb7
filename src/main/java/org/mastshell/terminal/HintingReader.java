package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.mastshell.output.CleanText;

/** A reader with a line below that explains what is under the cursor. */
class HintingReader extends TypingReader {
  private static final AttributedString END_OF_LINE = new AttributedString("\n");

  private final Hints hints;
  private final AttributedStyle style;
  private boolean enabled;
  private Supplier<String> status = () -> "";

  /** What could not be worked out, and why; empty if nothing failed since it was last said. */
  private volatile String fault = "";

  HintingReader(Terminal terminal, String name, Hints hints, AttributedStyle style) {
    super(terminal, name);
    this.hints = hints;
    this.style = style;
  }

  final void enableHints() {
    enabled = true;
  }

  final boolean hintsAreShown() {
    return enabled;
  }

  /** Has a line shown below all else, as long as it is not empty. */
  final void showStatus(Supplier<String> line) {
    status = line;
  }

  /** Draws all again where a line is being typed. May be called from any thread. */
  final void drawAgain() {
    lock.lock();
    try {
      if (reading) {
        redisplay(true);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What stands below the hint, in no more than so many lines. */
  List<AttributedString> below(int lines) {
    return List.of();
  }

  // The place below the line belongs to the search in the history while there is one; a finished
  // line keeps nothing below it.
  @Override
  protected final void redisplay(boolean flush) {
    lock.lock();
    try {
      if (reading && post == null) {
        withLinesBelow(flush);
      } else {
        super.redisplay(flush);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * What is worked out for the line. A fault there is said below the line: JLine would let it end
   * the shell.
   *
   * @param trouble what cannot be done then, in words
   * @param otherwise the answer then
   */
  final <T> T guarded(Supplier<T> work, String trouble, T otherwise) {
    try {
      return work.get();
    } catch (RuntimeException wrong) {
      // What was asked for with a key came first.
      if (fault.isEmpty()) {
        fault = trouble + ": a fault of the program (" + wrong + ")";
      }
      return otherwise;
    }
  }

  /** Colours that fail leave the line plain. */
  @Override
  public void setHighlighter(Highlighter colors) {
    super.setHighlighter(
        (reader, line) ->
            guarded(
                () -> colors.highlight(reader, line),
                "the line cannot be coloured",
                new AttributedString(line)));
  }

  private void withLinesBelow(boolean flush) {
    draw(flush);
    if (!fault.isEmpty()) {
      // Colours are worked out while the line is drawn.
      doAutosuggestion = false;
      draw(flush);
      fault = "";
    }
  }

  private void draw(boolean flush) {
    List<AttributedString> lines = new ArrayList<>();
    if (enabled) {
      hint().ifPresent(lines::add);
    }
    String going = status.get();
    int room = linesBelow() - lines.size() - (going.isEmpty() ? 0 : 1);
    lines.addAll(guarded(() -> below(room), "the list cannot be drawn", List.of()));
    if (!fault.isEmpty()) {
      lines.add(onOneLine(fault));
    }
    if (!going.isEmpty()) {
      lines.add(onOneLine(going));
    }
    if (!lines.isEmpty()) {
      AttributedString text = AttributedString.join(END_OF_LINE, lines);
      post = () -> text;
    }
    try {
      super.redisplay(flush);
    } finally {
      post = null;
    }
  }

  private int linesBelow() {
    AttributedString typed = AttributedStringBuilder.append(prompt, buf.toString());
    return size.getRows() - typed.columnSplitLength(Math.max(1, size.getColumns())).size();
  }

  /** What explains the place under the cursor, cut to the screen. */
  final Optional<AttributedString> hint() {
    return guarded(
            () -> hints.at(buf.toString(), buf.cursor()),
            "this cannot be explained",
            Optional.<String>empty())
        .map(this::onOneLine);
  }

  /** A text that explains, cut to the screen. */
  final AttributedString onOneLine(String text) {
    int width = Math.max(1, size.getColumns() - 1);
    AttributedString whole = new AttributedString(CleanText.oneLine(text), style);
    return whole.columnLength() <= width
        ? whole
        : AttributedString.join(
            AttributedString.EMPTY,
            whole.columnSubSequence(0, width - 1),
            new AttributedString("…", style));
  }
}
