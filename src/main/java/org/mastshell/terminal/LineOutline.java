package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.Quoting;
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
    return of(WordScanner.scan(line, line.length()), -1, known);
  }

  /**
   * The outline of a line up to the cursor. Its last command ends with the piece under the cursor,
   * which is empty where a new one would begin.
   */
  static LineOutline upTo(String line, int cursor, List<CommandInfo> known) {
    return of(WordScanner.scan(line, cursor), cursor, known);
  }

  /**
   * @param cursor that the last command goes up to, or -1
   */
  private static LineOutline of(RawLine raw, int cursor, List<CommandInfo> known) {
    List<CommandOutline> commands = new ArrayList<>();
    for (RawCommand command : raw.commands()) {
      boolean last = commands.size() == raw.commands().size() - 1;
      String name = command.words().isEmpty() ? "" : Quoting.resolve(command.words().get(0).raw());
      Optional<CommandInfo> info = find(name, known);
      OutlineReader reader = new OutlineReader(info);
      command.words().forEach(reader::read);
      List<Piece> pieces = last && cursor >= 0 ? reader.piecesUpTo(cursor) : reader.pieces();
      commands.add(new CommandOutline(name, info, pieces));
    }
    List<Piece> comments = new ArrayList<>();
    for (RawWord comment : raw.comments()) {
      comments.add(Piece.plain(Role.COMMENT, comment.start(), comment.raw()));
    }
    return new LineOutline(List.copyOf(commands), List.copyOf(comments), raw.endsInComment());
  }

  /**
   * The commands that run before one of them.
   *
   * @param index of that one, from 0
   */
  List<ShellView.Earlier> before(int index) {
    return IntStream.range(0, index).mapToObj(this::at).toList();
  }

  /** A command of the line as the view takes it. */
  ShellView.Earlier at(int index) {
    return commands.get(index).asEarlier();
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
