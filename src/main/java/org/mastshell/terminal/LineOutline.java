package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.terminal.WordScanner.RawCommand;
import org.mastshell.terminal.WordScanner.RawLine;
import org.mastshell.terminal.WordScanner.RawWord;

/**
 * A line as it is being typed: its commands and what each piece of them is.
 *
 * @param commands at least one, the last one perhaps without a piece
 * @param comments from their {@code #} on
 * @param endsInComment whether what is typed next belongs to a comment
 */
record LineOutline(List<CommandOutline> commands, List<Piece> comments, boolean endsInComment) {

  /** The outline of a whole line. */
  static LineOutline of(String line, List<CommandInfo> known) {
    return of(line, known, false);
  }

  /**
   * The outline of a line up to the cursor. Its last command ends with the piece under the cursor,
   * which is empty where a new one would begin.
   */
  static LineOutline upTo(String line, int cursor, List<CommandInfo> known) {
    return of(line.substring(0, cursor), known, true);
  }

  private static LineOutline of(String line, List<CommandInfo> known, boolean upToCursor) {
    RawLine raw = WordScanner.scan(line);
    List<CommandOutline> commands = new ArrayList<>();
    for (RawCommand command : raw.commands()) {
      boolean last = commands.size() == raw.commands().size() - 1;
      String name = command.words().isEmpty() ? "" : Quoting.plain(command.words().get(0).raw());
      Optional<CommandInfo> info = find(name, known);
      OutlineReader reader = new OutlineReader(info);
      command.words().forEach(reader::read);
      commands.add(
          new CommandOutline(
              name, info, last && upToCursor ? reader.piecesUpTo(line.length()) : reader.pieces()));
    }
    List<Piece> comments = new ArrayList<>();
    for (RawWord comment : raw.comments()) {
      comments.add(Piece.plain(Role.COMMENT, comment.start(), comment.raw()));
    }
    return new LineOutline(List.copyOf(commands), List.copyOf(comments), raw.endsInComment());
  }

  /** The last command. */
  CommandOutline last() {
    return commands.get(commands.size() - 1);
  }

  private static Optional<CommandInfo> find(String name, List<CommandInfo> known) {
    return known.stream()
        .filter(
            info ->
                info.name().equalsIgnoreCase(name)
                    || info.aliases().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }
}
