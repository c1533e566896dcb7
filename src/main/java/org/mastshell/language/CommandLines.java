package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line apart into commands and words: blanks part words, {@code ;} before a blank or the
 * end parts commands, {@code #} at the start of a word begins a comment, and quotes hold all of
 * these together.
 */
public final class CommandLines {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final String line;
  private final List<CommandText> commands = new ArrayList<>();
  private List<Word> words = new ArrayList<>();
  private int position;

  private CommandLines(String line) {
    this.line = line;
  }

  /**
   * The commands of a line; none for a blank line or a comment.
   *
   * @throws SyntaxException if a quote is not closed
   */
  public static List<CommandText> split(String line) {
    CommandLines reader = new CommandLines(line);
    reader.read();
    return List.copyOf(reader.commands);
  }

  /** Whether a character parts words; the one that a web page puts in place of a blank does. */
  public static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == NO_BREAK_SPACE;
  }

  private void read() {
    while (position < line.length()) {
      char c = line.charAt(position);
      if (isBlank(c)) {
        position++;
      } else if (c == '#') {
        skipComment();
      } else if (endsCommand(position)) {
        position++;
        endCommand();
      } else {
        readWord();
      }
    }
    endCommand();
  }

  private void skipComment() {
    int end = line.indexOf('\n', position);
    position = end < 0 ? line.length() : end;
  }

  private void readWord() {
    int start = position;
    while (position < line.length() && !isBlank(line.charAt(position)) && !endsCommand(position)) {
      char c = line.charAt(position);
      position = c == '"' || c == '\'' ? closingQuote(c) + 1 : position + 1;
    }
    words.add(Word.in(line, start, position));
  }

  private int closingQuote(char quote) {
    int i = position + 1;
    while (i < line.length() && line.charAt(i) != quote) {
      i += quote == '"' && Quoting.isEscape(line, i) ? 2 : 1;
    }
    if (i >= line.length()) {
      String advice =
          quote == '\''
              ? "close it with ', or put text that holds an apostrophe in double quotes"
              : "close it with \", or put text that holds a double quote in single quotes";
      throw new SyntaxException(
          "the quote " + quote + " is not closed", line, position, line.length(), advice);
    }
    return i;
  }

  private boolean endsCommand(int index) {
    return line.charAt(index) == ';'
        && (index + 1 == line.length() || isBlank(line.charAt(index + 1)));
  }

  private void endCommand() {
    if (!words.isEmpty()) {
      int start = words.get(0).start();
      int end = words.get(words.size() - 1).end();
      commands.add(new CommandText(line, start, end, List.copyOf(words)));
      words = new ArrayList<>();
    }
  }
}
