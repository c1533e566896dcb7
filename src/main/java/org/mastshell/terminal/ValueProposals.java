package org.mastshell.terminal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mastshell.language.Operator;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/** Proposes values of the field of a criterion, in the light of the other criteria. */
final class ValueProposals {
  private static final int RANGE_DOTS = 2;

  private final ShellView view;
  private final FileProposals files;

  ValueProposals(ShellView view, FileProposals files) {
    this.view = view;
    this.files = files;
  }

  /**
   * The values that fit. Either end of a range is completed like a value of its own.
   *
   * @param command all of the command, what stands behind the cursor included
   * @param value the piece under the cursor, with all of its text
   * @param cursor between the start and the end of the piece
   */
  Completion propose(CommandOutline command, Piece value, int cursor) {
    String raw = value.raw();
    int from = 0;
    int to = raw.length();
    int dots = raw.isEmpty() || Quoting.isQuote(raw.charAt(0)) ? -1 : raw.indexOf("..");
    if (dots >= 0 && cursor >= value.start() + dots + RANGE_DOTS) {
      from = dots + RANGE_DOTS;
    } else if (dots >= 0) {
      to = Math.max(dots, cursor - value.start());
    }
    String typed = raw.substring(from, to);
    return new Completion(
        value.start() + from, value.start() + to, typed, fit(command, value, typed));
  }

  private List<Proposal> fit(CommandOutline command, Piece value, String typed) {
    String meant = Quoting.plain(typed);
    if (meant.startsWith("@")) {
      return files.propose(typed, "@", false);
    }
    SetKind kind = view.criteriaKind(command.properName());
    Optional<Field> field = view.field(value.owner(), kind);
    if (field.isEmpty()) {
      return List.of();
    }
    Set<String> chosen = chosen(command, value);
    List<Suggestion> free =
        view.values(field.get(), command.properName(), others(command, value, kind)).stream()
            .filter(suggestion -> !chosen.contains(suggestion.value()))
            .toList();
    return Matching.best(free, Suggestion::value, meant).stream()
        .map(suggestion -> proposal(suggestion, field.get(), typed))
        .toList();
  }

  private static Proposal proposal(Suggestion suggestion, Field field, String typed) {
    return new Proposal(
        Quoting.quoted(suggestion.value(), typed, true),
        suggestion.value(),
        "values of " + field.name(),
        suggestion.meaning(),
        suggestion.count(),
        false);
  }

  /** The other values of the same list. */
  private static Set<String> chosen(CommandOutline command, Piece value) {
    return command.pieces().stream()
        .filter(p -> p.role() == Role.VALUE && p.ownerStart() == value.ownerStart())
        .filter(p -> p.start() != value.start())
        .map(Piece::text)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /** What the other criteria ask for, by the names of their fields. */
  private Map<String, String> others(CommandOutline command, Piece value, SetKind kind) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Piece piece : command.pieces()) {
      boolean equal =
          piece.role() == Role.VALUE && piece.operator().startsWith(Operator.EQUAL.symbol());
      if (equal && piece.ownerStart() != value.ownerStart() && !piece.raw().isEmpty()) {
        String name = view.field(piece.owner(), kind).map(Field::name).orElse(piece.owner());
        others.merge(name, piece.text(), (one, more) -> one + "," + more);
      }
    }
    return others;
  }

  /** Values of a field outside a criterion. */
  List<Proposal> propose(Field field, String command, String typed) {
    Collection<Suggestion> known =
        Matching.best(
            view.values(field, command, Map.of()), Suggestion::value, Quoting.plain(typed));
    return known.stream().map(suggestion -> proposal(suggestion, field, typed)).toList();
  }
}
