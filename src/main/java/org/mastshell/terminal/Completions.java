package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Operator;
import org.mastshell.language.OptionSpec;
import org.mastshell.vocabulary.SetKind;

/** Works out what may be typed at the cursor of a line. */
final class Completions {
  private final ShellView view;
  private final FieldProposals fields;
  private final ValueProposals values;
  private final WordProposals words;

  Completions(ShellView view, FileListing listing) {
    this.view = view;
    FileProposals files = new FileProposals(listing);
    fields = new FieldProposals(view);
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
      return new Completion(0, line.length(), line, List.of(proposal.unfinished()));
    }
    LineOutline head = LineOutline.upTo(line, cursor, view.commands());
    if (head.endsInComment()) {
      return Completion.none(cursor);
    }
    List<Piece> before = head.last().pieces();
    Piece last = before.get(before.size() - 1);
    CommandOutline command = whole(line, cursor, last).commands().get(head.commands().size() - 1);
    Piece under = extended(last, command);
    if (under.role() == Role.VALUE) {
      return values.propose(command, under, cursor);
    }
    return switch (under.role()) {
      case COMMAND -> replacing(under, words.commands(under.raw()));
      case OPTION -> replacing(under, words.options(command, under));
      case OPTION_VALUE -> replacing(under, optionValues(line, cursor, command, under));
      case FIELD, WORD -> word(line, cursor, command, under);
      case OPERATOR, VALUE, COMMENT -> Completion.none(cursor);
    };
  }

  // What is still to be typed is stood for by a word, or the next one would seem to be it.
  private LineOutline whole(String line, int cursor, Piece under) {
    String filled =
        under.raw().isEmpty() ? line.substring(0, cursor) + " x" + line.substring(cursor) : line;
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

  private static Completion replacing(Piece piece, List<Proposal> proposals) {
    return new Completion(piece.start(), piece.end(), piece.raw(), proposals);
  }

  private List<Proposal> optionValues(
      String line, int cursor, CommandOutline command, Piece under) {
    List<Proposal> proposals = new ArrayList<>(words.optionValues(command, under));
    boolean mayBeMissing =
        command
            .info()
            .flatMap(info -> OutlineReader.find(info, under.owner()))
            .filter(OptionSpec::optionalValue)
            .isPresent();
    if (mayBeMissing && under.operator().isEmpty()) {
      proposals.addAll(word(line, cursor, command, under).proposals());
    }
    return proposals;
  }

  private Completion word(String line, int cursor, CommandOutline command, Piece under) {
    if (command.info().isEmpty()) {
      return Completion.none(cursor);
    }
    CommandInfo info = command.info().get();
    ArgumentSpec takes = info.arguments();
    String typed = under.raw();
    SetKind kind = view.criteriaKind(info.name());
    if (takes.criteria() && followsField(command, under, kind)) {
      return replacing(under, operators(typed));
    }
    if (takes.rows() && isRows(typed, takes)) {
      return rows(under, cursor);
    }
    List<Proposal> proposals = new ArrayList<>();
    if (takes.values()) {
      PlainWord meaning = PlainWord.at(info, command.wordsBefore(under.start()));
      proposals.addAll(words.plain(meaning, command, typed));
    }
    if (takes.criteria()) {
      proposals.addAll(fields.propose(typed, kind, operatorFollows(line, under) ? "" : "="));
    }
    boolean onlyOptions = !takes.values() && !takes.criteria() && !takes.rows();
    if (onlyOptions) {
      proposals.addAll(words.options(command, under));
    }
    return replacing(under, proposals);
  }

  // Each range of 1,4,9- is completed by itself.
  private Completion rows(Piece under, int cursor) {
    String typed = under.raw();
    int from = typed.lastIndexOf(',', cursor - under.start() - 1) + 1;
    int comma = typed.indexOf(',', from);
    int to = comma < 0 ? typed.length() : comma;
    String range = typed.substring(from, to);
    return new Completion(
        under.start() + from, under.start() + to, range, RowProposals.propose(range, view.rows()));
  }

  private static boolean isRows(String typed, ArgumentSpec takes) {
    boolean nothingElse = !takes.criteria() && !takes.values();
    return nothingElse || (!typed.isEmpty() && Character.isDigit(typed.charAt(0)));
  }

  private static boolean operatorFollows(String line, Piece under) {
    String rest = line.substring(under.end()).stripLeading();
    return !OutlineReader.operatorAt(rest, 0).isEmpty();
  }

  private boolean followsField(CommandOutline command, Piece under, SetKind kind) {
    Optional<Piece> before =
        command.pieces().stream()
            .filter(piece -> piece.end() < under.start())
            .reduce((one, next) -> next);
    return before.isPresent()
        && before.get().role() == Role.WORD
        && view.field(before.get().text(), kind).isPresent();
  }

  private static List<Proposal> operators(String typed) {
    List<Proposal> all =
        Arrays.stream(Operator.values())
            .map(operator -> Proposal.word(operator.symbol(), operator.symbol(), "operators", ""))
            .map(Proposal::unfinished)
            .toList();
    return Matching.byPrefix(all, Proposal::insert, typed);
  }
}
