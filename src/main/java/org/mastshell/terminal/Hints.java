package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.CleanText;
import org.mastshell.vocabulary.Field;

/** Explains in one line what is under the cursor. */
final class Hints {
  private static final int MOST_NEAREST = 3;

  private final ShellView view;
  private final FieldProposals fields = new FieldProposals();

  Hints(ShellView view) {
    this.view = view;
  }

  /** The field, the option or the command's usage; empty where there is nothing to say. */
  Optional<String> at(String line, int cursor) {
    if (line.isBlank()) {
      return view.correction().map(meant -> "Tab: " + meant);
    }
    LineOutline head = LineOutline.upTo(line, cursor, view.commands());
    CommandOutline command = head.last();
    if (head.endsInComment() || command.info().isEmpty()) {
      return Optional.empty();
    }
    int last = head.commands().size() - 1;
    return new Hints(view.after(head.before(last)).within(head.at(last))).of(command);
  }

  private Optional<String> of(CommandOutline command) {
    List<Piece> pieces = command.pieces();
    Piece under = pieces.get(pieces.size() - 1);
    return switch (under.role()) {
      case VALUE, OPERATOR -> criterion(under.owner(), command);
      case FIELD -> criterion(under.text(), command);
      case OPTION -> option(under.raw(), command);
      case OPTION_VALUE -> option(under.owner(), command);
      case WORD -> word(under, command);
      case COMMAND -> command.info().map(Hints::usage);
      case COMMENT -> Optional.empty();
    };
  }

  private Optional<String> criterion(String word, CommandOutline command) {
    return field(word, command).or(() -> unknown(word, command));
  }

  /** The nearest fields to one that does not exist; nothing if none is near. */
  private Optional<String> unknown(String word, CommandOutline command) {
    String nearest =
        fields.nearest(word, view.fields(command.properName())).proposals().stream()
            .limit(MOST_NEAREST)
            .map(Proposal::insert)
            .collect(Collectors.joining(" or "));
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of("no field " + CleanText.oneLine(word) + " · " + nearest + "?");
  }

  private Optional<String> word(Piece under, CommandOutline command) {
    CommandInfo info = command.info().orElseThrow();
    PlainWord meaning = WordPlace.at(command, under.start()).meaning();
    Optional<String> meant =
        switch (meaning) {
          case SETTING -> setting(under.text());
          case SETTING_VALUE -> setting(command.firstWord());
          default -> under.raw().isEmpty() ? Optional.empty() : field(under.text(), command);
        };
    Optional<String> form =
        WordPlace.form(command)
            .map(chosen -> info.name() + " " + chosen.words() + " · " + chosen.meaning());
    return meant.or(() -> form).or(() -> Optional.of(usage(info)));
  }

  private Optional<String> setting(String name) {
    return view.settings().stream()
        .filter(setting -> setting.value().equalsIgnoreCase(name))
        .map(setting -> setting.value() + ": " + setting.meaning())
        .findFirst();
  }

  private Optional<String> field(String word, CommandOutline command) {
    String name = command.properName();
    return view.field(word, name).map(field -> describe(field, view.range(field, name)));
  }

  // What to type comes first: the end is cut off where the screen is narrow.
  private static String describe(Field field, Optional<String> range) {
    StringBuilder text = new StringBuilder(field.name());
    if (!field.example().isEmpty()) {
      // Some examples bring an operator of their own: >5min.
      String operator = "<>!~".indexOf(field.example().charAt(0)) < 0 ? "=" : "";
      text.append(operator).append(field.example());
    }
    text.append(" · ").append(field.meaning().isEmpty() ? field.label() : field.meaning());
    if (!field.unit().isEmpty()) {
      text.append(" (").append(field.unit()).append(')');
    }
    range.ifPresent(limits -> text.append(" · ").append(limits));
    return text.toString();
  }

  private static Optional<String> option(String typed, CommandOutline command) {
    return command.info().flatMap(info -> OutlineReader.find(info, typed)).map(Hints::describe);
  }

  private static String describe(OptionSpec option) {
    String value = option.takesValue() ? " " + option.value() : "";
    return "--" + option.name() + value + ": " + option.meaning();
  }

  private static String usage(CommandInfo info) {
    String usage = info.usage().isEmpty() ? "" : " " + info.usage();
    return info.name() + usage + " · " + info.summary();
  }
}
