package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.mastshell.output.CleanText;

/**
 * A reader with a line below that explains what is under the cursor, and with lists of proposals
 * that never ask: they show what fits and say how much there is more.
 */
final class HintingReader extends TypingReader {
  private final Hints hints;
  private final AttributedStyle style;
  private boolean enabled;

  HintingReader(Terminal terminal, String name, Hints hints, AttributedStyle style) {
    super(terminal, name);
    this.hints = hints;
    this.style = style;
  }

  void enableHints() {
    enabled = true;
  }

  // The place below the line belongs to the list of proposals and to the search in the history
  // when they are there; a finished line keeps no hint.
  @Override
  protected void redisplay(boolean flush) {
    if (!enabled || !reading || post != null) {
      super.redisplay(flush);
      return;
    }
    Supplier<AttributedString> none = post;
    post = hint().<Supplier<AttributedString>>map(text -> () -> text).orElse(none);
    try {
      super.redisplay(flush);
    } finally {
      post = none;
    }
  }

  // In a menu one is selected, and JLine scrolls by itself.
  @Override
  protected PostResult toColumns(
      List<Object> items,
      Candidate selection,
      String completed,
      Function<String, Integer> width,
      int columns,
      boolean rowsFirst) {
    List<Object> shown =
        selection == null
            ? new FittingList(items, columns, width::apply).within(linesBelow())
            : items;
    return super.toColumns(shown, selection, completed, width, columns, rowsFirst);
  }

  // JLine asks whether it may show a list that leaves no line free.
  private int linesBelow() {
    AttributedString typed = AttributedStringBuilder.append(prompt, buf.toString());
    return size.getRows() - typed.columnSplitLength(size.getColumns()).size() - 1;
  }

  private Optional<AttributedString> hint() {
    int width = Math.max(1, size.getColumns() - 1);
    return hints
        .at(buf.toString(), buf.cursor())
        .map(
            text ->
                new AttributedString(CleanText.oneLine(text), style).columnSubSequence(0, width));
  }
}
