package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Explains a word that stands behind a value without quotes: its unit, the end of a range, more
 * values, or the rest of a name.
 */
final class BehindValue {
  private static final Set<String> RANGE_WORDS = Set.of("to", "-", "..", "...", "\u2013", "until");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?");

  private final StrayPlace place;
  private final Glossary glossary;

  BehindValue(StrayPlace place, Glossary glossary) {
    this.place = place;
    this.glossary = glossary;
  }

  /** Whether the value before is one that its field is known to have. */
  boolean isBehindKnown() {
    return isValueOfBefore(last().text());
  }

  /** An operator in two parts: {@code mission = ! JWST}. */
  Optional<SyntaxException> partedOperator() {
    return isBehindBareValue() && last().raw().matches("[!=<>~]+")
        ? Optional.of(
            last()
                .fault(
                    place.command().line(),
                    last().raw() + " is no value",
                    "operators have no blank in them: = != ~ !~ < <= > >="))
        : Optional.empty();
  }

  /** Values without their comma: {@code filters=F277W F356W}. */
  Optional<SyntaxException> moreValues() {
    List<Word> tail = tail();
    boolean list =
        behindEquality().isPresent()
            && (tail.stream().allMatch(more -> isValueOfBefore(more.text()))
                || (NUMBER.matcher(last().text()).matches()
                    && tail.stream().allMatch(more -> NUMBER.matcher(more.text()).matches())));
    if (!list) {
      return Optional.empty();
    }
    String values = "," + join(tail, ",");
    return Optional.of(
        place
            .fault(place.none(), "several values stand between commas: " + typedBefore() + values)
            .rightWith(new Correction(last().end(), tail.get(tail.size() - 1).end(), values)));
  }

  private boolean isValueOfBefore(String value) {
    return glossary.isValue(place.before().orElseThrow().field().text(), value);
  }

  /** A unit behind a blank: {@code radius=3 arcmin}. */
  Optional<SyntaxException> unit() {
    boolean unit =
        isBehindBareValue()
            && NUMBER.matcher(last().text()).matches()
            && Unit.of(place.word().text()).isPresent();
    return unit
        ? Optional.of(
            place
                .fault(
                    place.none(),
                    "a unit stands right behind its number: "
                        + typedBefore()
                        + place.word().raw()
                        + ", or "
                        + quotedBefore(List.of(place.word())))
                .rightWith(new Correction(last().end(), place.word().end(), place.word().raw())))
        : Optional.empty();
  }

  /** A range in words: {@code exptime=5 to 10}. */
  Optional<SyntaxException> range() {
    Optional<Word> high = place.next(1);
    if (!isBehindBareValue()
        || !RANGE_WORDS.contains(StrayPlace.lower(place.word()))
        || high.isEmpty()) {
      return Optional.empty();
    }
    String range = ".." + high.get().raw();
    return Optional.of(
        place
            .fault(place.none(), "a range has two dots and no blanks: " + typedBefore() + range)
            .rightWith(new Correction(last().end(), high.get().end(), range)));
  }

  /** A name of several words: {@code object=M 101}. */
  Optional<SyntaxException> restOfValue() {
    if (!isBehindBareValue()) {
      return Optional.empty();
    }
    List<Word> tail = tail();
    String quoted = quotedBefore(tail);
    String which = tail.size() == 1 ? "both" : "them all";
    SyntaxException fault =
        place.fault(
            place.none(), "if it belongs to the value before it, quote " + which + ": " + quoted);
    return Optional.of(
        isBehindKnown()
            ? fault
            : fault.rightWith(
                new Correction(
                    last().start(), tail.get(tail.size() - 1).end(), quotedValue(tail))));
  }

  private boolean isBehindBareValue() {
    return place.before().isPresent()
        && last().end() < place.word().start()
        && last().raw().equals(last().text());
  }

  private Optional<CriterionText> behindEquality() {
    return place
        .before()
        .filter(
            criterion ->
                isBehindBareValue()
                    && (criterion.operator() == Operator.EQUAL
                        || criterion.operator() == Operator.NOT_EQUAL));
  }

  private Word last() {
    List<Word> values = place.before().orElseThrow().values();
    return values.get(values.size() - 1);
  }

  // The value before this word with all that stands before it in its criterion.
  private String typedBefore() {
    return place
        .command()
        .line()
        .substring(place.before().orElseThrow().field().start(), last().end());
  }

  private String quotedBefore(List<Word> tail) {
    String head =
        place
            .command()
            .line()
            .substring(place.before().orElseThrow().field().start(), last().start());
    return head + quotedValue(tail);
  }

  private String quotedValue(List<Word> tail) {
    return Quoting.quote(last().text() + " " + join(tail, " "));
  }

  // This word and those behind it, up to what has a meaning of its own.
  private List<Word> tail() {
    List<Word> tail = new ArrayList<>(List.of(place.word()));
    for (int i = place.index() + 1; i < place.words().size() && isPlain(i); i++) {
      tail.add(place.words().get(i));
    }
    return tail;
  }

  private boolean isPlain(int index) {
    Word next = place.words().get(index);
    return !next.raw().startsWith("-")
        && next.raw().equals(next.text())
        && !CriterionScanner.startsAt(place.words(), index)
        && !NeedlessWord.joins(next);
  }

  private static String join(List<Word> words, String separator) {
    return words.stream().map(Word::text).collect(Collectors.joining(separator));
  }
}
