package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.language.Dates;
import org.mastshell.language.FieldUnits;
import org.mastshell.language.Operator;
import org.mastshell.language.Quoting;
import org.mastshell.table.NaturalOrder;
import org.mastshell.terminal.ShellView.HeldValues;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * A value that is being typed.
 *
 * @param field of which it is a value
 * @param operator that stands before it
 * @param typed what stands there, quotes included
 * @param others the other values of the same list, whatever their case
 * @param bound whether it is an end of a range
 */
record WantedValue(
    Field field, String operator, String typed, Collection<String> others, boolean bound) {
  private static final String NULL = "null";
  private static final Set<String> EQUALITIES =
      Set.of("", "==", Operator.EQUAL.symbol(), Operator.NOT_EQUAL.symbol());
  private static final Set<ValueKind> WORDS = Set.of(ValueKind.TEXT, ValueKind.LIST);

  /** Longer lists are those of names, which have no meaning. */
  private static final int MOST_EXPLAINED = 5_000;

  private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))\\p{L}*");
  private static final Comparator<Suggestion> IN_ORDER =
      Comparator.comparing(Suggestion::value, NaturalOrder.INSTANCE);
  private static final Comparator<Suggestion> FREQUENT_FIRST =
      Comparator.comparingLong(Suggestion::count)
          .reversed()
          .thenComparing(Suggestion::value, NaturalOrder.INSTANCE);

  /** Whether there can be any: the field takes the operator, and no regular expression is typed. */
  boolean canBeProposed() {
    boolean takesOperator =
        Operator.of(field).stream().anyMatch(known -> operator.startsWith(known.symbol()));
    return takesOperator
        && !(operator.endsWith(Operator.CONTAINS.symbol()) && meant().startsWith("/"));
  }

  /** As it is meant, without quotes. */
  String meant() {
    return Quoting.resolve(typed);
  }

  /** The values of the archive that fit. */
  Offer known(List<Suggestion> values) {
    Matches<Suggestion> fitting = fitting(Words.of(values, Suggestion::value));
    Matches<Suggestion> sorted =
        !isOrdering() ? fitting : fitting.with(fitting.first().stream().sorted(IN_ORDER).toList());
    return offer(sorted).plus(dates()).plus(units());
  }

  /** The values of the rows that are here that fit, the most frequent first. */
  Offer held(HeldValues values) {
    if (!values.ready()) {
      return Offer.later();
    }
    Matches<Suggestion> fitting = fitting(values.values());
    List<Suggestion> sorted = new ArrayList<>(fitting.first());
    // Those that are as frequent as others come in the order of the rows, which says nothing.
    boolean equal = !sorted.isEmpty() && sorted.get(0).value().equalsIgnoreCase(meant());
    sorted.subList(equal ? 1 : 0, sorted.size()).sort(isOrdering() ? IN_ORDER : FREQUENT_FIRST);
    return offer(fitting.with(sorted)).plus(dates()).plus(units());
  }

  /** Whether it is a text, which says by itself what it is a value of. */
  boolean isWord() {
    return WORDS.contains(field.kind());
  }

  /** The values that begin so. Of a list, the single ones, if there are any. */
  Matches<Suggestion> beginning(Words<Suggestion> values) {
    Matches<Suggestion> begun =
        Matching.byPrefix(values, TypedText.plain(typed)).without(this::isNull, Suggestion::value);
    boolean single =
        field.kind() == ValueKind.LIST && begun.first().stream().anyMatch(v -> !isCompound(v));
    return single ? begun.without(WantedValue::isCompound, Suggestion::value) : begun;
  }

  /** The values of which the meaning has a word that begins so. */
  Matches<Suggestion> explained(Words<Suggestion> values) {
    return values.size() > MOST_EXPLAINED
        ? Matches.none()
        : Matching.byWord(values, i -> values.get(i).meaning(), TypedText.plain(typed));
  }

  private static boolean isCompound(Suggestion value) {
    return value.value().indexOf(';') >= 0;
  }

  /** Whole criteria with these values. */
  Offer criteria(Matches<Suggestion> values) {
    Matches<Suggestion> uncommon = new Matches<>(values.first(), values.count(), "", false);
    return Offer.of(uncommon, this::proposal)
        .each(
            proposal -> {
              String criterion = field.name() + operator + TypedQuotes.value(proposal.shown(), "");
              return proposal.as(criterion);
            });
  }

  // A part of a number, or a number like it, is just another one.
  private Matches<Suggestion> fitting(Words<Suggestion> all) {
    TypedText text = TypedText.value(typed);
    boolean words = isWord();
    Matches<Suggestion> fitting = Matching.byPrefix(all, text);
    if (fitting.isEmpty() && words) {
      fitting = Matching.byPart(all, text);
    }
    if (fitting.isEmpty() && all.size() <= MOST_EXPLAINED) {
      fitting = Matching.byWord(all, i -> all.get(i).meaning(), text);
    }
    if (fitting.isEmpty() && words) {
      fitting = Matching.byError(all, text);
    }
    return fitting.without(this::isOut, Suggestion::value);
  }

  private boolean isOut(Suggestion suggestion) {
    String value = suggestion.value();
    return others.contains(value) || (isNull(suggestion) && !isEquality());
  }

  private boolean isNull(Suggestion suggestion) {
    return suggestion.value().equals(NULL);
  }

  private boolean isOrdering() {
    return !isWord() && (bound || operator.startsWith("<") || operator.startsWith(">"));
  }

  private boolean isEquality() {
    return EQUALITIES.contains(operator) && !bound;
  }

  private Offer offer(Matches<Suggestion> fitting) {
    return Offer.of(fitting, this::proposal).asValues();
  }

  // How many rows have a value says nothing of those that are more or less, or hold it as a part.
  private Proposal proposal(Suggestion suggestion) {
    return new Proposal(
        TypedQuotes.value(suggestion.value(), typed),
        suggestion.value(),
        "values of " + field.name(),
        suggestion.meaning(),
        isEquality() ? suggestion.count() : -1,
        false,
        false);
  }

  private Offer dates() {
    if (field.kind() != ValueKind.DATE) {
      return Offer.none();
    }
    List<Proposal> all =
        Dates.words().stream()
            .map(word -> Proposal.word(word, word, "days", "").unfinished())
            .toList();
    return Offer.beginning(all, typed);
  }

  /** A number with each of the units that it may have. */
  private Offer units() {
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
}
