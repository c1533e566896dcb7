package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.OptionSpec;
import org.mastshell.session.Setting;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/** Proposes command names, options and the plain words of commands. */
final class WordProposals {
  private static final Pattern ALTERNATIVE_END = Pattern.compile("[|,]");
  private static final Pattern LITERAL = Pattern.compile("[a-z0-9_-]+");

  private final ShellView view;
  private final FileProposals files;
  private final FieldProposals fields;
  private final ValueProposals values;

  WordProposals(ShellView view, FileProposals files, FieldProposals fields, ValueProposals values) {
    this.view = view;
    this.files = files;
    this.fields = fields;
    this.values = values;
  }

  /** Commands; their other names only where none fits by its own. */
  Offer commands(String typed) {
    List<Proposal> names = new ArrayList<>();
    List<Proposal> aliases = new ArrayList<>();
    for (CommandInfo info : view.commands()) {
      names.add(Proposal.word(info.name(), info.name(), info.group(), info.summary()));
      for (String alias : info.aliases()) {
        aliases.add(Proposal.word(alias, alias, info.group(), info.name() + ": " + info.summary()));
      }
    }
    Offer found = withoutEnding(Offer.beginning(names, typed));
    if (found.isEmpty()) {
      found = Offer.beginning(aliases, typed);
    }
    return found.isEmpty() ? Offer.best(names, typed).sure() : found;
  }

  // Of search and searches the shorter one is meant as long as the ending is not typed.
  private static Offer withoutEnding(Offer found) {
    if (found.count() != 2) {
      return found;
    }
    Proposal one = found.proposals().get(0);
    Proposal other = found.proposals().get(1);
    if (other.insert().startsWith(one.insert())) {
      return Offer.only(one);
    }
    return one.insert().startsWith(other.insert()) ? Offer.only(other) : found;
  }

  /** Options that are not given yet, of which the name begins with a word without the dashes. */
  Offer optionsCalled(CommandOutline command, Piece under) {
    return command
        .info()
        .map(info -> Offer.beginning(free(info, command, under), "--" + under.raw()))
        .orElse(Offer.none());
  }

  /** Options that are not given yet. */
  Offer options(CommandOutline command, Piece under) {
    if (command.info().isEmpty()) {
      return Offer.none();
    }
    CommandInfo info = command.info().get();
    List<Proposal> free = free(info, command, under);
    String typed = under.raw();
    if (typed.startsWith("--") || typed.length() < 2) {
      return Offer.best(free, typed).sure();
    }
    List<Proposal> meant =
        OutlineReader.find(info, typed).stream().map(WordProposals::option).toList();
    return Offer.beginning(meant, "");
  }

  private List<Proposal> free(CommandInfo info, CommandOutline command, Piece under) {
    List<OptionSpec> given =
        command.pieces().stream()
            .filter(piece -> piece.role() == Role.OPTION && piece.start() != under.start())
            .flatMap(piece -> OutlineReader.find(info, piece.raw()).stream())
            .toList();
    return view.options(info).stream()
        .filter(option -> !given.contains(option))
        .map(WordProposals::option)
        .toList();
  }

  private static Proposal option(OptionSpec option) {
    String name = "--" + option.name();
    String value = option.optionalValue() ? "[" + option.value() + "]" : option.value();
    String shown = option.takesValue() ? name + " " + value : name;
    Proposal proposal = Proposal.word(name, shown, "options", option.meaning());
    return option.takesValue() && !option.optionalValue() ? proposal.goingOn() : proposal;
  }

  /** Values of the option that a piece belongs to. */
  Offer optionValues(CommandOutline command, Piece value) {
    return command
        .info()
        .flatMap(info -> OutlineReader.find(info, value.owner()))
        .map(option -> optionValues(option, command, value))
        .orElse(Offer.none());
  }

  /** Whether a piece stands for a column, or for one of each of two sets. */
  static boolean isColumnPair(CommandOutline command, Piece value) {
    return command
        .info()
        .flatMap(info -> OutlineReader.find(info, value.owner()))
        .filter(option -> PlainWord.named(option.value(), "") == PlainWord.COLUMN_PAIR)
        .isPresent();
  }

  // The values of a setting of the same name say more than the words in the help.
  private Offer optionValues(OptionSpec option, CommandOutline command, Piece value) {
    Offer named = named(option, command, value);
    boolean literal = option.value().contains(",") || isFirst(command, value);
    return literal && view.settingValues(option.name()).isEmpty()
        ? literals(option, value.raw()).plus(named)
        : named;
  }

  // A word such as all stands for a whole list.
  private static boolean isFirst(CommandOutline command, Piece value) {
    return others(command, value).noneMatch(other -> other.start() < value.start());
  }

  /** The other values of the same option. */
  private static Stream<Piece> others(CommandOutline command, Piece value) {
    return command.pieces().stream()
        .filter(piece -> piece.role() == Role.OPTION_VALUE)
        .filter(piece -> piece.ownerStart() == value.ownerStart())
        .filter(piece -> piece.start() != value.start());
  }

  /** The words that the help gives as they are typed: {@code yes|no|only}. */
  private static Offer literals(OptionSpec option, String typed) {
    boolean list = option.value().contains(",");
    List<Proposal> words =
        Arrays.stream(ALTERNATIVE_END.split(option.value()))
            .filter(word -> LITERAL.matcher(word).matches())
            .map(word -> Proposal.word(word, word, "values of --" + option.name(), ""))
            .map(proposal -> list ? proposal.unfinished() : proposal)
            .toList();
    return Offer.best(words, typed).sure();
  }

  private Offer named(OptionSpec option, CommandOutline command, Piece value) {
    String typed = value.raw();
    PlainWord meaning = PlainWord.named(option.value(), "");
    return switch (meaning) {
      case UNKNOWN ->
          suggestions(view.settingValues(option.name()), "values of --" + option.name(), typed);
      case COLUMN -> columns(typed, FieldProposals.Sequel.NOTHING);
      case ASKED_COLUMN -> askedColumns(command, value);
      default -> plain(meaning, command, typed);
    };
  }

  private Offer askedColumns(CommandOutline command, Piece value) {
    List<String> named = others(command, value).map(Piece::text).toList();
    List<Field> columns =
        view.askedColumns().stream()
            .filter(column -> named.stream().noneMatch(column.name()::equalsIgnoreCase))
            .toList();
    String heading = "columns of " + command.firstWord();
    return fields.propose(
        value.raw(), FieldList.of(columns, heading), FieldProposals.Sequel.NOTHING);
  }

  /** The words that may stand at a place as they are. */
  Offer literal(WordPlace place, String typed) {
    return Offer.best(place.literals(), typed).sure();
  }

  /** What a plain word of a command may be. */
  Offer plain(PlainWord meaning, CommandOutline command, String typed) {
    return switch (meaning) {
      case CLIENT -> suggestions(view.clients(), "programs at the hub", typed);
      case COLUMN -> columns(typed, FieldProposals.Sequel.BLANK);
      case NUMBERS ->
          fields.propose(
              typed,
              FieldList.of(
                  view.columns().stream().filter(column -> column.kind().isNumber()).toList(),
                  "columns of numbers"),
              FieldProposals.Sequel.BLANK);
      case JOB -> suggestions(view.jobs(), "downloads", typed);
      case TABLE ->
          suggestions(view.tables(command.properName()), command.properName() + " of", typed);
      case SEARCH -> suggestions(view.searches(), "searches", typed);
      case SESSION -> suggestions(view.sessions(), "sessions", typed);
      case SET -> suggestions(otherSets(command, typed), "sets", typed);
      case SETTING -> suggestions(view.settings(), "settings", typed);
      case SETTING_VALUE -> settingValues(command.firstWord(), typed);
      case LISTED -> typed.isEmpty() ? values.listed() : Offer.none();
      case FILE -> files.propose(typed, "", false);
      case FOLDER -> files.propose(typed, "", true);
      case FIELD -> fields(typed, command);
      case PATTERN ->
          view.field(command.firstWord(), command.properName())
              .map(field -> values.propose(field, command.properName(), typed))
              .orElse(Offer.none());
      case COMMAND -> topics(typed);
      case ASKED_COLUMN, COLUMN_PAIR, UNKNOWN -> Offer.none();
    };
  }

  // No command takes the same set twice.
  private List<Suggestion> otherSets(CommandOutline command, String typed) {
    List<String> named =
        command.pieces().stream()
            .filter(piece -> piece.role() == Role.WORD && !piece.raw().equals(typed))
            .map(Piece::text)
            .toList();
    return view.sets().stream()
        .filter(set -> named.stream().noneMatch(set.value()::equalsIgnoreCase))
        .toList();
  }

  private Offer columns(String typed, FieldProposals.Sequel sequel) {
    if (view.columns().isEmpty()) {
      return Offer.none();
    }
    // A dash turns the order round.
    String sign = typed.startsWith("-") ? "-" : "";
    return fields
        .propose(typed.substring(sign.length()), FieldList.of(view.columns(), "columns"), sequel)
        .each(column -> column.after(sign));
  }

  private Offer fields(String typed, CommandOutline command) {
    return fields.propose(
        typed,
        FieldList.of(
            view.fields(command.properName()),
            "fields of " + view.criteriaKind(command.properName()).plural()),
        FieldProposals.Sequel.BLANK);
  }

  /** Whether a plain word may be several between commas. */
  boolean isList(PlainWord meaning, CommandOutline command) {
    return meaning == PlainWord.COLUMN
        || meaning == PlainWord.NUMBERS
        || (meaning == PlainWord.SETTING_VALUE && columnsOf(command.firstWord()).isPresent());
  }

  private Offer settingValues(String setting, String typed) {
    if (setting.equalsIgnoreCase(Setting.DOWNLOAD_DIR.word())) {
      return files.propose(typed, "", true);
    }
    Optional<SetKind> kind = columnsOf(setting);
    if (kind.isPresent()) {
      List<Field> all = view.fields(kind.get());
      return fields.propose(typed, FieldList.of(all, "columns"), FieldProposals.Sequel.NOTHING);
    }
    return suggestions(view.settingValues(setting), "values of " + setting, typed);
  }

  /** Which columns a setting names, if it names columns. */
  private static Optional<SetKind> columnsOf(String setting) {
    return Setting.of(setting)
        .flatMap(
            found ->
                switch (found) {
                  case COLUMNS_OBSERVATIONS -> Optional.of(SetKind.OBSERVATIONS);
                  case COLUMNS_PRODUCTS -> Optional.of(SetKind.PRODUCTS);
                  default -> Optional.empty();
                });
  }

  private Offer topics(String typed) {
    List<Proposal> all = new ArrayList<>();
    view.commands()
        .forEach(i -> all.add(Proposal.word(i.name(), i.name(), "commands", i.summary())));
    view.topics().forEach(t -> all.add(Proposal.word(t.value(), t.value(), "topics", t.meaning())));
    return Offer.best(all, typed);
  }

  private static Offer suggestions(List<Suggestion> all, String group, String typed) {
    return Offer.of(
        Matching.best(all, Suggestion::value, TypedText.plain(typed)),
        suggestion ->
            new Proposal(
                TypedQuotes.quoted(suggestion.value(), typed, true),
                suggestion.value(),
                group,
                suggestion.meaning(),
                suggestion.count(),
                true,
                false));
  }
}
