package org.mastshell.terminal;

import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine when a line is not finished. Completion takes lines apart by itself. */
final class LineEnds implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean unfinished =
        context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
    if (unfinished && LogicalLines.of(line).open()) {
      throw new EOFError(-1, cursor, "the line is not finished", "");
    }
    return new WholeLine(line, Math.max(0, Math.min(cursor, line.length())));
  }

  @Override
  public boolean isEscapeChar(char character) {
    return false;
  }

  /** A line as one word. */
  private record WholeLine(String line, int cursor) implements ParsedLine {
    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }
  }
}
