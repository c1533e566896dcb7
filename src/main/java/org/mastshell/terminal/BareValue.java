package org.mastshell.terminal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.mastshell.language.Operator;
import org.mastshell.terminal.ShellView.HeldValues;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;

/**
 * A value that is typed without its field, of which a newcomer may know no name: whole criteria are
 * proposed for it, of the fields that people ask for most. A value that several fields have is
 * proposed for the first of them.
 */
final class BareValue {
  private static final int SHORTEST = 3;

  private final ShellView view;
  private final String typed;
  private final String command;
  private final List<Field> fields;
  private final Map<String, String> context;
  private final boolean alone;

  /**
   * @param command all of it
   * @param under the word
   */
  BareValue(ShellView view, CommandOutline command, Piece under) {
    this.view = view;
    this.typed = under.raw();
    this.command = command.properName();
    // What is read from names is what people call files by; the archive's words for it are clumsy.
    this.fields =
        view.fields(this.command).stream()
            .filter(field -> !field.aliases().isEmpty() || isReadFromNames(field))
            .sorted(Comparator.comparing(field -> !isReadFromNames(field)))
            .toList();
    this.context = ValueProposals.equalities(command, under, view);
    this.alone = ValueProposals.others(command, under).isEmpty();
  }

  private static boolean isReadFromNames(Field field) {
    return field.subject().derivation() != null;
  }

  /** Criteria for the very value. */
  Offer equal() {
    return offer(
        (wanted, values) ->
            wanted
                .beginning(values)
                .without(
                    value -> !value.value().equalsIgnoreCase(wanted.meant()), Suggestion::value)
                .kept());
  }

  /** Criteria for the values that begin so. */
  Offer beginning() {
    return offer(WantedValue::beginning);
  }

  /** The criterion for the value of which the meaning has a word that begins so, if it is alone. */
  Offer explained() {
    Offer explained = offer(WantedValue::explained);
    return explained.count() == 1 ? explained : Offer.none();
  }

  private Offer offer(BiFunction<WantedValue, Words<Suggestion>, Matches<Suggestion>> fitting) {
    Offer offer = Offer.none();
    if (typed.length() < SHORTEST) {
      return offer;
    }
    Set<String> there = new HashSet<>();
    Predicate<Suggestion> again = value -> there.contains(value.value().toLowerCase(Locale.ROOT));
    for (Field field : fields) {
      WantedValue wanted = new WantedValue(field, Operator.EQUAL.symbol(), typed, List.of(), false);
      if (!wanted.isWord()) {
        continue;
      }
      Optional<HeldValues> held = view.heldByNow(field, command);
      if (held.isPresent() && !held.get().ready()) {
        offer = offer.plus(Offer.later());
        continue;
      }
      Words<Suggestion> values =
          held.map(HeldValues::values)
              .orElseGet(() -> Words.of(view.values(field, command, context), Suggestion::value));
      Matches<Suggestion> found = fitting.apply(wanted, values).without(again, Suggestion::value);
      found.first().forEach(value -> there.add(value.value().toLowerCase(Locale.ROOT)));
      offer = offer.plus(wanted.criteria(found));
    }
    // All rows are counted here, not those that the other criteria leave.
    return alone ? offer : offer.each(Proposal::uncounted);
  }
}
