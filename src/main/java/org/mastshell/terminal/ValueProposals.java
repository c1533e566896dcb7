package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.language.Dates;
import org.mastshell.language.FieldUnits;
import org.mastshell.language.Operator;
import org.mastshell.table.NaturalOrder;
import org.mastshell.terminal.ShellView.HeldValues;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/** Proposes values of the field of a criterion, in the light of the other criteria. */
final class ValueProposals {
  private static final int RANGE_DOTS = 2;

  /** Longer lists are those of names, which have no meaning. */
  private static final int MOST_EXPLAINED = 5_000;

  private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\p{L}*");
  private static final Comparator<Suggestion> FREQUENT_FIRST =
      Comparator.comparingLong(Suggestion::count)
          .reversed()
          .thenComparing(Suggestion::value, NaturalOrder.INSTANCE);

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
    return Completion.replacing(value.start() + from, typed, fit(command, value, typed));
  }

  private Offer fit(CommandOutline command, Piece value, String typed) {
    String meant = Quoting.plain(typed);
    if (meant.startsWith("@")) {
      return files.propose(typed, "@", false);
    }
    Optional<Field> field = view.field(value.owner(), command.properName());
    boolean fits =
        field.isPresent()
            && Operator.of(field.get()).stream()
                .anyMatch(operator -> value.operator().startsWith(operator.symbol()));
    if (!fits || isRegularExpression(value, meant)) {
      return Offer.none();
    }
    Set<String> chosen = chosen(command, value);
    return view.held(field.get(), command.properName(), criteria(command, value))
        .map(held -> held(held, field.get(), typed, chosen))
        .orElseGet(() -> known(field.get(), command, value, typed, chosen));
  }

  private static boolean isRegularExpression(Piece value, String meant) {
    return value.operator().endsWith(Operator.CONTAINS.symbol()) && meant.startsWith("/");
  }

  private static Offer held(HeldValues held, Field field, String typed, Set<String> chosen) {
    if (!held.ready()) {
      return Offer.later();
    }
    Matches<Suggestion> fitting = fitting(held.values(), typed, chosen);
    List<Suggestion> first = new ArrayList<>(fitting.first());
    // Those that are as frequent come as the rows hold them, in the order of no use to a reader.
    first.subList(isEqual(first, typed) ? 1 : 0, first.size()).sort(FREQUENT_FIRST);
    Matches<Suggestion> sorted =
        new Matches<>(first, fitting.count(), fitting.common(), fitting.alike());
    return offer(sorted, field, typed).plus(units(field, typed));
  }

  private static boolean isEqual(List<Suggestion> first, String typed) {
    return !first.isEmpty() && first.get(0).value().equalsIgnoreCase(Quoting.plain(typed));
  }

  private Offer known(
      Field field, CommandOutline command, Piece value, String typed, Set<String> chosen) {
    List<Suggestion> known = view.values(field, command.properName(), equalities(command, value));
    List<Suggestion> all = known.isEmpty() && field.kind() == ValueKind.DATE ? dates() : known;
    return offer(fitting(words(all), typed, chosen), field, typed).plus(units(field, typed));
  }

  private static Matches<Suggestion> fitting(
      Words<Suggestion> all, String typed, Set<String> chosen) {
    Words<Suggestion> free = all.without(chosen);
    TypedText text = TypedText.value(typed);
    Matches<Suggestion> fitting = Matching.byPrefix(free, text);
    if (fitting.isEmpty()) {
      fitting = Matching.byPart(free, text);
    }
    if (fitting.isEmpty() && free.size() <= MOST_EXPLAINED) {
      fitting = Matching.byWord(free, i -> free.get(i).meaning(), text);
    }
    return fitting.isEmpty() ? Matching.byError(free, text) : fitting;
  }

  private static Offer offer(Matches<Suggestion> fitting, Field field, String typed) {
    Offer offer = Offer.of(fitting, suggestion -> proposal(suggestion, field, typed));
    return fitting.alike() ? offer.asGuess() : offer;
  }

  private static Proposal proposal(Suggestion suggestion, Field field, String typed) {
    return new Proposal(
        Quoting.value(suggestion.value(), typed),
        suggestion.value(),
        "values of " + field.name(),
        suggestion.meaning(),
        suggestion.count(),
        false,
        false);
  }

  private static Words<Suggestion> words(List<Suggestion> all) {
    return Words.of(all, Suggestion::value);
  }

  private static List<Suggestion> dates() {
    return Dates.words().stream().map(word -> new Suggestion(word, "", -1)).toList();
  }

  /** A number with each of the units that it may have. */
  private static Offer units(Field field, String typed) {
    Matcher number = NUMBER.matcher(typed);
    if (!number.matches()) {
      return Offer.none();
    }
    List<Proposal> all =
        FieldUnits.of(field).stream()
            .map(unit -> number.group(1) + unit)
            .map(text -> Proposal.word(text, text, "units of " + field.name(), "").unfinished())
            .toList();
    return Offer.beginning(all, typed);
  }

  /** The other values of the same list. */
  private static Set<String> chosen(CommandOutline command, Piece value) {
    return command.pieces().stream()
        .filter(p -> p.role() == Role.VALUE && p.ownerStart() == value.ownerStart())
        .filter(p -> p.start() != value.start())
        .map(Piece::text)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /** What the other criteria ask to be equal, by the names of their fields. */
  private Map<String, String> equalities(CommandOutline command, Piece value) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Piece piece : command.pieces()) {
      boolean equal =
          piece.role() == Role.VALUE && piece.operator().startsWith(Operator.EQUAL.symbol());
      if (equal && piece.ownerStart() != value.ownerStart() && !piece.raw().isEmpty()) {
        String name =
            view.field(piece.owner(), command.properName()).map(Field::name).orElse(piece.owner());
        others.merge(name, piece.text(), (one, more) -> one + "," + more);
      }
    }
    return others;
  }

  /** The other criteria, each as typed, without blanks. */
  private static List<String> criteria(CommandOutline command, Piece value) {
    Map<Integer, String> criteria = new LinkedHashMap<>();
    for (Piece piece : command.pieces()) {
      boolean other = piece.ownerStart() != value.ownerStart() && !piece.raw().isEmpty();
      if (other && piece.role() == Role.VALUE) {
        criteria.merge(
            piece.ownerStart(),
            Quoting.quoted(piece.owner(), "", true) + piece.operator() + piece.raw(),
            (before, more) -> before + "," + piece.raw());
      }
    }
    return List.copyOf(criteria.values());
  }

  /** Values of a field outside a criterion. */
  Offer propose(Field field, String command, String typed) {
    return view.held(field, command, List.of())
        .map(held -> held(held, field, typed, Set.of()))
        .orElseGet(
            () ->
                offer(
                    fitting(words(view.values(field, command, Map.of())), typed, Set.of()),
                    field,
                    typed));
  }
}
