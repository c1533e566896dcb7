package org.mastshell.language;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Explains words between criteria that other languages need and this one does not: conjunctions,
 * negations and fillers.
 */
final class NeedlessWord {
  private static final Set<String> ANDS = Set.of("and", "&", "&&", ",", "+");
  private static final Set<String> ORS = Set.of("or", "|", "||");
  private static final Set<String> FILLERS = Set.of("where", "with", "having", "for");

  private final StrayPlace place;

  NeedlessWord(StrayPlace place) {
    this.place = place;
  }

  /** Whether a word joins others. */
  static boolean joins(Word word) {
    String said = StrayPlace.lower(word);
    return ANDS.contains(said) || ORS.contains(said);
  }

  /** And, or, not. */
  Optional<SyntaxException> conjunction() {
    String said = StrayPlace.lower(place.word());
    if (ANDS.contains(said)) {
      return Optional.of(
          place
              .fault(place.none(), "criteria simply follow each other; all of them must hold")
              .rightWith(withoutWord()));
    }
    if (said.equals("not") || said.equals("!")) {
      return negation();
    }
    if (!ORS.contains(said)) {
      return Optional.empty();
    }
    SyntaxException fault =
        place.fault(
            place.none(),
            "several values of one field stand between commas, as in mission=JWST,HST;"
                + " anything else is a search of its own");
    return Optional.of(alternative().map(fault::rightWith).orElse(fault));
  }

  private Correction withoutWord() {
    return place.index() + 1 < place.words().size()
        ? new Correction(place.word().start(), place.words().get(place.index() + 1).start(), "")
        : new Correction(end(place.index() - 1), place.word().end(), "");
  }

  private int end(int index) {
    return index < 0 ? place.command().name().end() : place.words().get(index).end();
  }

  // mission=JWST OR mission=HST
  private Optional<Correction> alternative() {
    Optional<Matcher> next = place.next(1).map(Word::raw).map(StrayWord.CRITERION::matcher);
    boolean same =
        place.before().isPresent()
            && next.isPresent()
            && next.get().matches()
            && next.get().group(1).equalsIgnoreCase(place.before().get().field().text())
            && next.get().group(2).equals(place.before().get().operator().symbol())
            && place.before().get().operator() == Operator.EQUAL;
    return same
        ? Optional.of(
            new Correction(
                end(place.index() - 1),
                place.words().get(place.index() + 1).start() + next.get().start(3),
                ","))
        : Optional.empty();
  }

  private Optional<SyntaxException> negation() {
    Optional<Word> next = place.next(1);
    Optional<Matcher> parts =
        next.map(Word::raw).map(StrayWord.CRITERION::matcher).filter(Matcher::matches);
    if (parts.isEmpty() || !parts.get().group(2).matches("[=~]")) {
      return Optional.of(place.fault(place.none(), "what must not be is like mission!=JWST"));
    }
    String meant = parts.get().group(1) + "!" + parts.get().group(2) + parts.get().group(3);
    return Optional.of(
        place
            .fault(place.none(), "write " + meant)
            .rightWith(new Correction(place.word().start(), next.get().end(), meant)));
  }

  /** Where, with and the like. */
  Optional<SyntaxException> filler() {
    return FILLERS.contains(StrayPlace.lower(place.word()))
            && place.index() + 1 < place.words().size()
        ? Optional.of(
            place.fault(place.none(), "criteria need no word before them").rightWith(withoutWord()))
        : Optional.empty();
  }
}
