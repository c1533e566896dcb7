package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Tells what a command can be asked that asks tables with columns of their own: which tables there
 * are, and which columns one of them has.
 */
final class ServiceGuide {
  /** The option that asks for the columns. */
  static final String FIELDS = "fields";

  private final ServiceWords words;
  private final String command;
  private final String named;

  /**
   * @param words of the command
   * @param command its name
   * @param named what has a name: a catalogue, a mission
   */
  ServiceGuide(ServiceWords words, String command, String named) {
    this.words = words;
    this.command = command;
    this.named = named;
  }

  /**
   * The answer to a line that asks for no rows.
   *
   * @param today makes a table the one with the columns that it has today
   * @return empty if rows are asked for, of one table that there is
   * @throws SyntaxException if none is named, there is none of that name, or another word follows
   */
  Optional<CommandResult> answer(Arguments arguments, UnaryOperator<ServiceTable> today) {
    if (arguments.values().isEmpty()) {
      if (!arguments.criteria().isEmpty() || arguments.has(FIELDS)) {
        throw words.nameless(arguments);
      }
      return Optional.of(CommandResult.done(tables().part()));
    }
    ServiceTable table = words.table(arguments);
    if (arguments.has(FIELDS)) {
      return Optional.of(CommandResult.done(columnsOf(today.apply(table), arguments)));
    }
    SpareWords.refuse(arguments, 1, command + " takes the name of one " + named);
    return Optional.empty();
  }

  private static List<Part> columnsOf(ServiceTable table, Arguments arguments) {
    List<Part> parts = new ArrayList<>(List.of(columns(table).part()));
    if (!arguments.criteria().isEmpty() || arguments.options().size() > 1) {
      parts.add(
          new Part.Talk(
              "  note: --fields lists columns only; without it the rest of the line is asked"));
    }
    return parts;
  }

  private AnswerTable tables() {
    AnswerTable list =
        new AnswerTable()
            .text(named, "the word for " + command)
            .text("title", "")
            .text("holds", "what is found there");
    words.tables().forEach(table -> list.row(table.name(), table.title(), table.meaning()));
    return list;
  }

  private static AnswerTable columns(ServiceTable table) {
    AnswerTable list =
        new AnswerTable()
            .text("field", "the archive's name")
            .text("alias", "other words for it")
            .text("kind", "what its values are")
            .text("unit", "")
            .text("meaning", "")
            .text("example", "a value");
    for (Field field : table.columns()) {
      list.row(
          field.name(),
          String.join(" ", field.aliases()),
          field.kind().name().toLowerCase(Locale.ROOT),
          field.unit(),
          field.meaning(),
          field.example());
    }
    return list;
  }
}
