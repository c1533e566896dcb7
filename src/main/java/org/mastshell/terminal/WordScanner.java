package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.CommandLines;
import org.mastshell.language.Quoting;

/**
 * Cuts a line, finished or not, into commands and words. Unlike the parser of the language it takes
 * everything: a line that is being typed is wrong most of the time.
 */
final class WordScanner {

  /** A word as typed, with a blank for each end of line inside its quotes. */
  record RawWord(int start, String raw) {
    int end() {
      return start + raw.length();
    }
  }

  /** The words of one command; none after a {@code ;} or on an empty line. */
  record RawCommand(List<RawWord> words) {}

  /**
   * A line.
   *
   * @param commands at least one
   * @param comments from their {@code #} on
   * @param endsInComment whether what is typed next belongs to a comment
   */
  record RawLine(List<RawCommand> commands, List<RawWord> comments, boolean endsInComment) {}

  private final String line;
  private final int limit;
  private final List<RawCommand> commands = new ArrayList<>();
  private final List<RawWord> comments = new ArrayList<>();
  private List<RawWord> words = new ArrayList<>();
  private int at;

  private WordScanner(String line, int limit) {
    this.line = line;
    this.limit = limit;
  }

  /** All of a line. */
  static RawLine scan(String line) {
    return scan(line, line.length());
  }

  /** A line up to a place; what follows still tells whether a semicolon there is one of a value. */
  static RawLine scan(String line, int limit) {
    return new WordScanner(line, limit).scan();
  }

  private RawLine scan() {
    while (at < limit) {
      char c = line.charAt(at);
      if (c == '\n' || endsCommand(at)) {
        at++;
        endCommand();
      } else if (isContinuation(at)) {
        // The end of line behind the backslash ends no command.
        at += 2;
      } else if (CommandLines.isBlank(c)) {
        at++;
      } else if (c == '#') {
        int end = line.indexOf('\n', at);
        end = end < 0 ? limit : Math.min(end, limit);
        comments.add(new RawWord(at, line.substring(at, end)));
        at = end;
      } else {
        word();
      }
    }
    endCommand();
    boolean endsInComment = !comments.isEmpty() && comments.get(comments.size() - 1).end() == limit;
    return new RawLine(List.copyOf(commands), List.copyOf(comments), endsInComment);
  }

  private void word() {
    int start = at;
    char quote = 0;
    while (at < limit) {
      char c = line.charAt(at);
      if (quote == '"' && at + 1 < limit && Quoting.isEscape(line, at)) {
        at++;
      } else if (quote == 0 && (CommandLines.isBlank(c) || endsCommand(at) || isContinuation(at))) {
        break;
      } else if (quote == 0 && Quoting.isQuote(c)) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      at++;
    }
    words.add(new RawWord(start, line.substring(start, at).replace('\n', ' ')));
  }

  // A semicolon inside a value (F444W;F405N) is part of it.
  private boolean endsCommand(int index) {
    return line.charAt(index) == ';'
        && (index + 1 == line.length() || CommandLines.isBlank(line.charAt(index + 1)));
  }

  private boolean isContinuation(int index) {
    return line.charAt(index) == '\\'
        && (index + 1 == line.length() || line.charAt(index + 1) == '\n');
  }

  private void endCommand() {
    commands.add(new RawCommand(List.copyOf(words)));
    words = new ArrayList<>();
  }
}
