package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private void withLinesBelow(boolean flush) {
    List<AttributedString> lines = new ArrayList<>();
    if (enabled) {
      hint().ifPresent(lines::add);
    }
    lines.addAll(below(linesBelow() - lines.size()));
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
    int width = Math.max(1, size.getColumns() - 1);
    return hints.at(buf.toString(), buf.cursor()).map(text -> cut(CleanText.oneLine(text), width));
  }

  private AttributedString cut(String text, int width) {
    AttributedString whole = new AttributedString(text, style);
    return whole.columnLength() <= width
        ? whole
        : AttributedString.join(
            AttributedString.EMPTY,
            whole.columnSubSequence(0, width - 1),
            new AttributedString("…", style));
  }
}
