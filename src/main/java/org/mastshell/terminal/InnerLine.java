package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.Quoting;

/**
 * The commands that stand inside another one ({@code watch 1h refresh}, {@code if-empty "undo;
 * show"}, {@code --then "download"}), in their place: what is around them is blanked out, so that
 * every position stays.
 */
final class InnerLine {
  private static final String COMMAND = "COMMAND";
  private static final String OR = "|";

  private InnerLine() {}

  /**
   * The line with just the inner commands in the place of the command around them.
   *
   * @param head the line up to the cursor
   * @return empty if the cursor is not inside such commands
   */
  static Optional<String> at(String line, int cursor, LineOutline head) {
    CommandOutline outer = head.last();
    if (outer.info().isEmpty()) {
      return Optional.empty();
    }
    List<Piece> pieces = outer.pieces();
    Piece under = pieces.get(pieces.size() - 1);
    return beginning(outer, outer.info().get(), under)
        .map(begin -> blanked(line, pieces.get(0).start(), begin, cursor));
  }

  private static Optional<Piece> beginning(CommandOutline outer, CommandInfo info, Piece under) {
    if (under.role() == Role.OPTION_VALUE) {
      return OutlineReader.find(info, under.owner())
          .filter(option -> option.value().equals(COMMAND))
          .filter(option -> isOpen(under))
          .map(option -> under);
    }
    int place = place(info);
    if (under.role() != Role.WORD || place < 0) {
      return Optional.empty();
    }
    return outer.pieces().stream()
        .filter(piece -> piece.role() == Role.WORD)
        .skip(place)
        .findFirst()
        .filter(first -> first.equals(under) ? !isOther(outer, first) : !isQuoted(first))
        .filter(first -> !isQuoted(first) || isOpen(first));
  }

  // Where an alternative is a word as it stands (on-error continue), that word comes first.
  private static boolean isOther(CommandOutline outer, Piece first) {
    return WordPlace.at(outer, first.start()).literals().stream()
        .anyMatch(literal -> literal.insert().startsWith(first.text()));
  }

  private static boolean isQuoted(Piece piece) {
    return !piece.raw().isEmpty() && Quoting.isQuote(piece.raw().charAt(0));
  }

  private static boolean isOpen(Piece piece) {
    return isQuoted(piece) && Quoting.openQuote(piece.raw()) == 0;
  }

  /** How many words stand before the command in the usage; -1 if there is none. */
  private static int place(CommandInfo info) {
    int before = 0;
    for (String word : info.usage().split("\\s+", -1)) {
      if (word.equals(COMMAND)) {
        return before;
      }
      if (word.startsWith("--") || word.startsWith("[-")) {
        return -1;
      }
      before += word.equals(OR) ? -1 : 1;
    }
    return -1;
  }

  private static String blanked(String line, int from, Piece begin, int cursor) {
    int inner = isQuoted(begin) ? begin.start() + 1 : begin.start();
    StringBuilder kept = new StringBuilder(line);
    blank(kept, from, inner);
    if (isQuoted(begin)) {
      int closing = line.indexOf(begin.raw().charAt(0), cursor);
      blank(kept, closing < 0 ? line.length() : closing, line.length());
    }
    return kept.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    text.replace(from, to, " ".repeat(to - from));
  }
}
