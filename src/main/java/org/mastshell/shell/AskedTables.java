package org.mastshell.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.command.CrossmatchCommand;
import org.mastshell.command.CutoutCommand;
import org.mastshell.command.ServiceCommand;
import org.mastshell.command.ServiceFields;
import org.mastshell.language.OptionSpec;
import org.mastshell.terminal.ShellView.Earlier;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.ArchiveService;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** The tables that commands ask by name, each with columns of its own, for completion. */
final class AskedTables {
  private final ServiceFields tables;

  AskedTables(ServiceFields tables) {
    this.tables = tables;
  }

  /** The table that a command asks, if the word behind it is the name of one. */
  Optional<ServiceTable> of(Earlier command) {
    return switch (command.command()) {
      case ServiceCommand.NAME -> Optional.of(ArchiveService.of(command.word()));
      case CutoutCommand.NAME -> CutoutService.find(command.word()).map(CutoutService::parameters);
      default -> kind(command.command()).flatMap(kind -> tables.find(kind, command.word()));
    };
  }

  /** What criteria of a command can be on that asks a table. */
  List<Field> criteria(Earlier command, ServiceTable table) {
    if (command.command().equals(CutoutCommand.NAME)) {
      return CutoutService.find(command.word())
          .map(service -> CutoutCommand.parameters(service, command.options()))
          .orElse(List.of());
    }
    return Stream.concat(where(command, table), table.columns().stream()).toList();
  }

  private static Stream<Field> where(Earlier command, ServiceTable table) {
    boolean around =
        switch (table.kind()) {
          case KEYWORDS, ROWS -> false;
          case CATALOG -> ArchiveClient.isAskedAround(table);
          default -> true;
        };
    return around ? positions(command.command(), table.kind()) : Stream.empty();
  }

  /** The words for where on the sky that a command takes which asks for rows of a kind. */
  static Stream<Field> positions(String command, SetKind kind) {
    // Positions to match come by @ and are those of a set or file.
    return command.equals(CrossmatchCommand.NAME)
        ? Stream.of(CrossmatchCommand.RADIUS)
        : PositionFields.all(kind).stream();
  }

  /** The one that a word means, be it offered or not. */
  static Optional<Field> position(String word, String command, SetKind kind) {
    return positions(command, kind)
        .filter(field -> field.name().equalsIgnoreCase(word))
        .findFirst()
        .or(() -> PositionFields.find(word, kind));
  }

  /** Whether an option goes with what else stands in a command. */
  boolean fits(OptionSpec option, Earlier command) {
    return switch (command.command()) {
      case CutoutCommand.NAME ->
          CutoutService.find(command.word())
              .map(service -> CutoutCommand.fits(option, service, command.options()))
              .orElse(true);
      case CrossmatchCommand.NAME -> CrossmatchCommand.fits(option, command.word());
      default -> true;
    };
  }

  /** The names of tables that can stand behind a command. */
  List<Suggestion> names(String command) {
    return switch (command) {
      case ServiceCommand.NAME ->
          ArchiveService.bundled().stream()
              .map(service -> new Suggestion(service.name(), service.meaning(), -1))
              .toList();
      case CutoutCommand.NAME ->
          Arrays.stream(CutoutService.values())
              .map(service -> new Suggestion(service.word(), service.meaning(), -1))
              .toList();
      case CrossmatchCommand.NAME ->
          Stream.concat(
                  tables.all(SetKind.CATALOG).stream()
                      .filter(ArchiveClient::matches)
                      .map(AskedTables::suggestion),
                  Stream.of(
                      new Suggestion(
                          CrossmatchCommand.OBSERVATIONS, "what was observed there", -1)))
              .toList();
      default ->
          kind(command).stream()
              .flatMap(kind -> tables.all(kind).stream())
              .map(AskedTables::suggestion)
              .toList();
    };
  }

  /** Of which kind the rows are that a command with this word gives; empty if it asks no table. */
  Optional<SetKind> kindAfter(Earlier command) {
    return switch (command.command()) {
      case CutoutCommand.NAME -> Optional.of(SetKind.ROWS);
      case CrossmatchCommand.NAME ->
          Optional.of(of(command).map(ServiceTable::kind).orElse(SetKind.OBSERVATIONS));
      default -> ServiceTable.kindOf(command.command());
    };
  }

  private static Optional<SetKind> kind(String command) {
    return command.equals(CrossmatchCommand.NAME)
        ? Optional.of(SetKind.CATALOG)
        : ServiceTable.kindOf(command);
  }

  private static Suggestion suggestion(ServiceTable table) {
    return new Suggestion(table.name(), table.title() + ": " + table.meaning(), -1);
  }
}
