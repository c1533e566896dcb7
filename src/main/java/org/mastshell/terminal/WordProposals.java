package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.OptionSpec;
import org.mastshell.terminal.ShellView.Suggestion;

/** Proposes command names, options and the plain words of commands. */
final class WordProposals {
  private static final Map<PlainWord, String> GROUPS =
      Map.of(
          PlainWord.COLUMN, "columns",
          PlainWord.SET, "sets",
          PlainWord.SETTING, "settings",
          PlainWord.SETTING_VALUE, "values");

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
  List<Proposal> commands(String typed) {
    List<Proposal> names = new ArrayList<>();
    List<Proposal> aliases = new ArrayList<>();
    for (CommandInfo info : view.commands()) {
      names.add(Proposal.word(info.name(), info.name(), info.group(), info.summary()));
      for (String alias : info.aliases()) {
        aliases.add(Proposal.word(alias, alias, info.group(), info.name() + ": " + info.summary()));
      }
    }
    List<Proposal> found = Matching.byPrefix(names, Proposal::insert, typed);
    if (found.isEmpty()) {
      found = Matching.byPrefix(aliases, Proposal::insert, typed);
    }
    return found.isEmpty() ? Matching.best(names, Proposal::insert, typed) : found;
  }

  /** Options that are not given yet. */
  List<Proposal> options(CommandOutline command, Piece under) {
    if (command.info().isEmpty()) {
      return List.of();
    }
    CommandInfo info = command.info().get();
    List<OptionSpec> given =
        command.pieces().stream()
            .filter(piece -> piece.role() == Role.OPTION && piece.start() != under.start())
            .flatMap(piece -> OutlineReader.find(info, piece.raw()).stream())
            .toList();
    List<Proposal> free =
        info.arguments().options().stream()
            .filter(option -> !given.contains(option))
            .map(WordProposals::option)
            .toList();
    String typed = under.raw();
    return typed.startsWith("--") || typed.length() < 2
        ? Matching.best(free, Proposal::insert, typed)
        : OutlineReader.find(info, typed).stream().map(WordProposals::option).toList();
  }

  private static Proposal option(OptionSpec option) {
    String name = "--" + option.name();
    String value = option.optionalValue() ? "[" + option.value() + "]" : option.value();
    String shown = option.takesValue() ? name + " " + value : name;
    return Proposal.word(name, shown, "options", option.meaning());
  }

  /** Values of the option that a piece belongs to. */
  List<Proposal> optionValues(CommandOutline command, Piece value) {
    return command
        .info()
        .flatMap(info -> OutlineReader.find(info, value.owner()))
        .map(option -> optionValues(option, command, value.raw()))
        .orElse(List.of());
  }

  private List<Proposal> optionValues(OptionSpec option, CommandOutline command, String typed) {
    List<Proposal> proposals = new ArrayList<>(literals(option, typed));
    proposals.addAll(namedValues(option, command, typed));
    return proposals;
  }

  /** The words that the help gives as they are typed: {@code yes|no|only}. */
  private static List<Proposal> literals(OptionSpec option, String typed) {
    boolean list = option.value().contains(",");
    List<Proposal> words =
        Arrays.stream(ALTERNATIVE_END.split(option.value()))
            .filter(word -> LITERAL.matcher(word).matches())
            .map(word -> Proposal.word(word, word, "values of --" + option.name(), ""))
            .map(proposal -> list ? proposal.unfinished() : proposal)
            .toList();
    return Matching.best(words, Proposal::insert, typed);
  }

  private List<Proposal> namedValues(OptionSpec option, CommandOutline command, String typed) {
    PlainWord meaning = PlainWord.named(option.value(), "");
    if (meaning == PlainWord.UNKNOWN) {
      return suggestions(view.settingValues(option.name()), "values of --" + option.name(), typed);
    }
    if (meaning == PlainWord.COLUMN && typed.startsWith("-")) {
      return plain(meaning, command, typed.substring(1)).stream()
          .map(p -> new Proposal("-" + p.insert(), p.shown(), p.group(), p.meaning(), -1, false))
          .toList();
    }
    List<Proposal> proposals = plain(meaning, command, typed);
    return meaning == PlainWord.COLUMN
        ? proposals.stream().map(Proposal::unfinished).toList()
        : proposals;
  }

  /** What a plain word of a command may be. */
  List<Proposal> plain(PlainWord meaning, CommandOutline command, String typed) {
    return switch (meaning) {
      case COLUMN -> suggestions(view.columns(), GROUPS.get(meaning), typed);
      case SET -> suggestions(view.sets(), GROUPS.get(meaning), typed);
      case SETTING -> suggestions(view.settings(), GROUPS.get(meaning), typed);
      case SETTING_VALUE ->
          suggestions(view.settingValues(firstWord(command)), GROUPS.get(meaning), typed);
      case FILE -> files.propose(typed, "", false);
      case FOLDER -> files.propose(typed, "", true);
      case FIELD -> fields.propose(typed, view.criteriaKind(command.properName()), " ");
      case PATTERN ->
          view.field(firstWord(command), view.criteriaKind(command.properName()))
              .map(field -> values.propose(field, command.properName(), typed))
              .orElse(List.of());
      case COMMAND -> topics(typed);
      case UNKNOWN -> List.of();
    };
  }

  private List<Proposal> topics(String typed) {
    List<Proposal> all = new ArrayList<>();
    view.commands()
        .forEach(i -> all.add(Proposal.word(i.name(), i.name(), "commands", i.summary())));
    view.topics().forEach(t -> all.add(Proposal.word(t.value(), t.value(), "topics", t.meaning())));
    return Matching.best(all, Proposal::insert, typed);
  }

  private static String firstWord(CommandOutline command) {
    return command.pieces().stream()
        .filter(piece -> piece.role() == Role.WORD)
        .map(Piece::text)
        .findFirst()
        .orElse("");
  }

  private static List<Proposal> suggestions(List<Suggestion> all, String group, String typed) {
    return Matching.best(all, Suggestion::value, Quoting.plain(typed)).stream()
        .map(
            suggestion ->
                new Proposal(
                    Quoting.quoted(suggestion.value(), typed, true),
                    suggestion.value(),
                    group,
                    suggestion.meaning(),
                    suggestion.count(),
                    true))
        .toList();
  }
}
