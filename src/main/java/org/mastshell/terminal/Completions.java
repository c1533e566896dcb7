package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CriterionGrammar;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Quoting;
import org.mastshell.vocabulary.Field;

/** Works out what may be typed at the cursor of a line. */
final class Completions {
  /** No key types it. */
  private static final String STAND_IN = "\uffff";

  private final ShellView view;
  private final FileListing listing;
  private final FieldProposals fields = new FieldProposals();
  private final ValueProposals values;
  private final WordProposals words;

  Completions(ShellView view, FileListing listing) {
    this.view = view;
    this.listing = listing;
    FileProposals files = new FileProposals(listing);
    values = new ValueProposals(view, files);
    words = new WordProposals(view, files, fields, values);
  }

  /**
   * What may be typed.
   *
   * @param line all of it
   * @param cursor from 0 to the length of the line
   */
  Completion at(String line, int cursor) {
    Optional<String> meant = line.isBlank() ? view.correction() : Optional.empty();
    if (meant.isPresent()) {
      Proposal proposal = Proposal.word(meant.get(), meant.get(), "corrected line", "");
      return Completion.replacing(0, line, Offer.only(proposal.unfinished()));
    }
    LineOutline head = LineOutline.upTo(line, cursor, view.commands());
    if (head.endsInComment()) {
      return Completion.none(cursor);
    }
    Optional<Completion> variable = VariableProposals.at(line, cursor, view.variables());
    if (variable.isPresent()) {
      return variable.get();
    }
    Optional<String> inner = InnerLine.at(line, cursor, head);
    if (inner.isPresent()) {
      return at(inner.get(), cursor);
    }
    int last = head.commands().size() - 1;
    // What stands behind the cursor tells as much of what is asked.
    Piece under = head.last().pieces().get(head.last().pieces().size() - 1);
    CommandOutline command = filled(line, cursor, under).commands().get(last).without(STAND_IN);
    ShellView later = view.after(head.before(last)).within(command.asEarlier());
    return new Completions(later, listing).at(line, cursor, head);
  }

  private Completion at(String line, int cursor, LineOutline head) {
    List<Piece> before = head.last().pieces();
    if (before.size() > 1 && head.last().properName().equals(SqlProposals.COMMAND)) {
      return statement(line, cursor, head);
    }
    Piece last = before.get(before.size() - 1);
    CommandOutline command =
        filled(line, cursor, last).commands().get(head.commands().size() - 1).without(STAND_IN);
    Piece under = extended(last, command);
    Completion whole = propose(line, cursor, command, under);
    if (under.end() > cursor && (whole.offer().isEmpty() || whole.offer().guessed())) {
      Completion part = propose(line, cursor, command, last);
      boolean better = !part.offer().isEmpty() && !part.offer().guessed();
      return better ? part.upTo(Math.max(part.end(), under.end())) : whole;
    }
    return under.raw().isEmpty() ? parted(line, cursor, whole) : whole;
  }

  private Completion statement(String line, int cursor, LineOutline head) {
    int start = head.last().pieces().get(0).end();
    List<CommandOutline> commands = LineOutline.of(line, view.commands()).commands();
    List<Piece> pieces = commands.get(head.commands().size() - 1).pieces();
    int end = Math.max(cursor, pieces.get(pieces.size() - 1).end());
    return new SqlProposals(view)
        .propose(line.substring(start, cursor), line.substring(start, end), cursor);
  }

  private Completion propose(String line, int cursor, CommandOutline command, Piece under) {
    return switch (under.role()) {
      case COMMAND -> command(under, cursor);
      case OPTION -> replacing(under, words.options(command, under));
      case OPTION_VALUE -> optionValue(line, cursor, command, under);
      case VALUE -> {
        Optional<Completion> renamed = renamed(line, command, under);
        yield renamed.isPresent() ? renamed.get() : values.propose(command, under, cursor);
      }
      case FIELD, WORD -> word(line, cursor, command, under);
      case OPERATOR, COMMENT -> Completion.none(cursor);
    };
  }

  // Who leaves out the blank behind a semicolon has one word, but means two commands.
  private Completion command(Piece under, int cursor) {
    String raw = under.raw();
    int from = raw.lastIndexOf(';', cursor - under.start() - 1) + 1;
    int next = raw.indexOf(';', cursor - under.start());
    String typed = raw.substring(from, next < 0 ? raw.length() : next);
    Completion completion =
        Completion.replacing(under.start() + from, typed, words.commands(typed));
    return from > 0 ? completion.parted(" ", "") : completion;
  }

  // What is still to be typed is stood for by a word, or the next one would seem to be it.
  private LineOutline filled(String line, int cursor, Piece under) {
    String filled =
        under.raw().isEmpty()
            ? line.substring(0, cursor) + " " + STAND_IN + " " + line.substring(cursor)
            : line;
    return LineOutline.of(filled, view.commands());
  }

  // A word that goes on behind the cursor is completed as a whole.
  private static Piece extended(Piece head, CommandOutline whole) {
    return whole.pieces().stream()
        .filter(piece -> piece.start() == head.start() && !head.raw().isEmpty())
        .filter(piece -> piece.end() > head.end())
        .findFirst()
        .orElse(head);
  }

  // A semicolon ends a command only before a blank, and a new word needs one before the next.
  private static Completion parted(String line, int cursor, Completion completion) {
    boolean behindEnd = cursor > 0 && line.charAt(cursor - 1) == ';';
    boolean beforeWord =
        cursor < line.length()
            && !Character.isWhitespace(line.charAt(cursor))
            && line.charAt(cursor) != ';';
    return completion.parted(behindEnd ? " " : "", beforeWord ? " " : "");
  }

  private static Completion replacing(Piece piece, Offer offer) {
    return Completion.replacing(piece.start(), piece.raw(), offer);
  }

  private Completion optionValue(String line, int cursor, CommandOutline command, Piece under) {
    return WordProposals.isColumnPair(command, under)
        ? new ColumnPairProposals(view, fields).propose(command, under, cursor)
        : replacing(under, optionValues(line, cursor, command, under));
  }

  private Offer optionValues(String line, int cursor, CommandOutline command, Piece under) {
    Offer offer = words.optionValues(command, under);
    boolean mayBeMissing =
        command
            .info()
            .flatMap(info -> OutlineReader.find(info, under.owner()))
            .filter(OptionSpec::optionalValue)
            .isPresent();
    return mayBeMissing && under.operator().isEmpty()
        ? offer.plus(word(line, cursor, command, under).offer())
        : offer;
  }

  // A value of a field that does not exist: the nearest one is put in the place of the wrong name.
  private Optional<Completion> renamed(String line, CommandOutline command, Piece value) {
    String name = command.properName();
    if (command.info().isEmpty() || view.field(value.owner(), name).isPresent()) {
      return Optional.empty();
    }
    return command.pieces().stream()
        .filter(piece -> piece.role() == Role.FIELD && piece.start() == value.ownerStart())
        .findFirst()
        .map(
            field -> {
              String rest = line.substring(field.end(), value.end());
              Offer nearest =
                  fields
                      .nearest(value.owner(), view.fields(name))
                      .each(
                          proposal ->
                              new Proposal(
                                  proposal.insert() + rest,
                                  proposal.shown(),
                                  proposal.group(),
                                  proposal.meaning(),
                                  -1,
                                  false,
                                  rest.endsWith(value.operator())));
              return Completion.replacing(field.start(), field.raw() + rest, nearest);
            });
  }

  private Completion word(String line, int cursor, CommandOutline command, Piece under) {
    if (command.info().isEmpty()) {
      return Completion.none(cursor);
    }
    CommandInfo info = command.info().get();
    ArgumentSpec takes = info.arguments();
    String typed = under.raw();
    // Which fields there are is told by the mission.
    if (takes.values() && WordPlace.at(command, under.start()).meaning() == PlainWord.TABLE) {
      return replacing(under, words.plain(PlainWord.TABLE, command, typed));
    }
    boolean criteria = takes.criteria() && leadsToCriteria(info, command, under);
    Optional<Field> before = criteria ? fieldBefore(command, under) : Optional.empty();
    if (before.isPresent()) {
      return replacing(under, OperatorProposals.propose(before.get(), typed, view));
    }
    boolean digits = !typed.isEmpty() && Character.isDigit(typed.charAt(0));
    boolean onlyRows = takes.rows() && !takes.criteria() && !takes.values();
    if (onlyRows || (takes.rows() && digits)) {
      return rows(under, cursor);
    }
    if (takes.facets() && FacetProposals.fits(typed, view.facets())) {
      return replacing(under, FacetProposals.propose(typed, view.facets()));
    }
    if (takes.values() && ValueProposals.isFile(typed)) {
      return replacing(under, values.fromFile(typed));
    }
    Offer offer = Offer.none();
    if (takes.values()) {
      WordPlace place = WordPlace.at(command, under.start());
      PlainWord meaning = place.meaning();
      if (words.isList(meaning, command) && typed.indexOf(',') >= 0) {
        return list(under, cursor, part -> words.plain(meaning, command, part));
      }
      offer = words.literal(place, typed).plus(words.plain(meaning, command, typed));
    }
    if (criteria) {
      offer = offer.plus(criteria(line, command, under));
    }
    if (takes.rows()) {
      offer = offer.plus(RowProposals.propose(typed, view.rows()));
    }
    if (offer.isEmpty() && !offer.counting() && criteria) {
      Completion longer = goingOn(line, cursor, command, under);
      if (!longer.offer().isEmpty()) {
        return longer;
      }
    }
    boolean nothingElse = offer.isEmpty() && !offer.counting();
    return replacing(under, nothingElse ? words.optionsCalled(command, under) : offer);
  }

  // Where an option announces criteria, words before it are something else, such as columns.
  private static boolean leadsToCriteria(CommandInfo info, CommandOutline command, Piece under) {
    return info.arguments().options().stream().noneMatch(OptionSpec::leadsToCriteria)
        || command.pieces().stream()
            .filter(piece -> piece.role() == Role.OPTION && piece.start() < under.start())
            .flatMap(piece -> OutlineReader.find(info, piece.raw()).stream())
            .anyMatch(OptionSpec::leadsToCriteria);
  }

  // A value with a blank may be begun without its quotes: target=NGC 1.
  private Completion goingOn(String line, int cursor, CommandOutline command, Piece under) {
    return before(command, under)
        .filter(piece -> piece.role() == Role.VALUE && !piece.raw().isEmpty())
        .filter(piece -> !under.raw().isEmpty() && !Quoting.isQuote(piece.raw().charAt(0)))
        .map(piece -> piece.upTo(line.substring(piece.start(), under.end())))
        .map(value -> values.propose(command, value, cursor))
        .filter(completion -> !completion.offer().guessed())
        .orElse(Completion.none(cursor));
  }

  private Offer criteria(String line, CommandOutline command, Piece under) {
    String name = command.properName();
    Offer operators = OperatorProposals.afterField(under.raw(), view, name);
    if (!operators.isEmpty()) {
      return operators;
    }
    String typed = under.raw();
    FieldList all = fieldList(command, under);
    boolean followed = operatorFollows(line, under);
    FieldProposals.Sequel sequel =
        followed ? FieldProposals.Sequel.NOTHING : FieldProposals.Sequel.CRITERION;
    Offer called = fields.called(typed, all, sequel);
    if (followed) {
      return called.isEmpty() ? fields.propose(typed, all, sequel) : called;
    }
    BareValue value = new BareValue(view, command, under);
    Offer equal = value.equal();
    if (!equal.isEmpty() || !called.isEmpty()) {
      return equal.isEmpty() ? called : equal.plus(called);
    }
    Offer begun = value.beginning();
    if (begun.isEmpty() && !under.raw().isEmpty()) {
      begun = words.optionsCalled(command, under);
    }
    Offer explained = begun.isEmpty() ? fields.fitting(typed, all, sequel) : begun;
    if (explained.isEmpty()) {
      explained = value.explained();
    }
    Offer found = explained.isEmpty() ? fields.propose(typed, all, sequel) : explained;
    return equal.counting() ? found.plus(Offer.later()) : found;
  }

  private FieldList fieldList(CommandOutline command, Piece under) {
    String name = command.properName();
    List<Field> all = view.fields(name);
    if (!view.takesParameters()) {
      return FieldList.of(all, "fields of " + view.criteriaKind(name).plural());
    }
    // A parameter is given once.
    List<String> given =
        command.pieces().stream()
            .filter(piece -> piece.role() == Role.FIELD && piece.start() != under.start())
            .flatMap(piece -> view.field(piece.text(), name).stream())
            .map(Field::name)
            .toList();
    return FieldList.ofParameters(
        all.stream().filter(parameter -> !given.contains(parameter.name())).toList());
  }

  private Completion rows(Piece under, int cursor) {
    return list(under, cursor, part -> RowProposals.propose(part, view.rows()));
  }

  /** Proposes what may stand for one part of a list: each part is completed by itself. */
  private interface PartProposals {
    Offer of(String typed);
  }

  private static Completion list(Piece under, int cursor, PartProposals proposals) {
    String typed = under.raw();
    int from = typed.lastIndexOf(',', cursor - under.start() - 1) + 1;
    int comma = typed.indexOf(',', from);
    String part = typed.substring(from, comma < 0 ? typed.length() : comma);
    return Completion.replacing(under.start() + from, part, proposals.of(part));
  }

  private static boolean operatorFollows(String line, Piece under) {
    String rest = line.substring(under.end()).stripLeading();
    return !CriterionGrammar.operatorAt(rest, 0).isEmpty();
  }

  private Optional<Field> fieldBefore(CommandOutline command, Piece under) {
    return before(command, under)
        .filter(piece -> piece.role() == Role.WORD)
        .flatMap(piece -> view.field(piece.text(), command.properName()));
  }

  private static Optional<Piece> before(CommandOutline command, Piece under) {
    return command.pieces().stream()
        .filter(piece -> piece.end() < under.start())
        .reduce((one, next) -> next);
  }
}
