package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;

/**
 * One command of a line, in pieces.
 *
 * @param name as typed; empty if nothing is
 * @param info what is known of it, if it exists
 * @param pieces in the order of the line
 */
record CommandOutline(String name, Optional<CommandInfo> info, List<Piece> pieces) {

  /** The name that the command has in the help, else the one typed. */
  String properName() {
    return info.map(CommandInfo::name).orElse(name);
  }

  /** How many plain words stand before a place; row numbers are none where rows may be named. */
  int wordsBefore(int position) {
    boolean rows = info.filter(known -> known.arguments().rows()).isPresent();
    return (int)
        pieces.stream()
            .filter(piece -> piece.role() == Role.WORD && piece.start() < position)
            .filter(piece -> !rows || !RowSelections.isRows(piece.text()))
            .count();
  }

  /** The first plain word, without its quotes; empty if there is none. */
  String firstWord() {
    return pieces.stream()
        .filter(piece -> piece.role() == Role.WORD)
        .map(Piece::text)
        .findFirst()
        .orElse("");
  }

  /** As the view takes it. */
  ShellView.Earlier asEarlier() {
    Set<String> options =
        pieces.stream()
            .filter(piece -> piece.role() == Role.OPTION)
            .flatMap(
                piece -> info.flatMap(known -> OutlineReader.find(known, piece.raw())).stream())
            .map(OptionSpec::name)
            .collect(Collectors.toSet());
    return new ShellView.Earlier(properName(), firstWord(), options);
  }

  /** The same without the pieces of this text. */
  CommandOutline without(String raw) {
    return new CommandOutline(
        name, info, pieces.stream().filter(piece -> !piece.raw().equals(raw)).toList());
  }
}
