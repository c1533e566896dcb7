package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.vocabulary.SetKind;

/**
 * Explains a word for which a command has no use: what was probably meant, and how that is written
 * here. People bring the habits of other languages, forget an operator, or put no quotes around a
 * name of two words.
 */
final class StrayWord {
  /** A criterion as a whole: field, operator, value. */
  static final Pattern CRITERION = Pattern.compile("(?s)(\\w+)\\s*(!?[=~]|[<>]=?)\\s*(.+)");

  private static final Pattern COLON = Pattern.compile("(?s)(\\w+):(.*)");
  private static final Pattern LONG_DASH =
      Pattern.compile("[\u2010-\u2015\u2212]-?(\\p{L}[\\w-]*)");

  private final StrayPlace place;
  private final Glossary glossary;
  private final NeedlessWord needless;
  private final BehindValue behind;

  /**
   * @param place where the word stands
   * @param glossary what words there are
   */
  StrayWord(StrayPlace place, Glossary glossary) {
    this.place = place;
    this.glossary = glossary;
    needless = new NeedlessWord(place);
    behind = new BehindValue(place, glossary);
  }

  /** The error to report. */
  SyntaxException fault() {
    if (place.spec().rows() && RowSelections.resemblesRows(place.word())) {
      return rows();
    }
    if (place.word().raw().equals("\\")) {
      return place.fault(
          "a blank stands behind the \\", "take it off: a line goes on where \\ is its very end");
    }
    List<Supplier<Optional<SyntaxException>>> meanings =
        new ArrayList<>(List.of(this::longDash, this::option));
    if (place.spec().criteria()) {
      meanings.addAll(
          List.of(
              this::typographicQuote,
              this::numbered,
              this::quotedCriterion,
              needless::conjunction,
              needless::filler,
              this::wordyCriterion,
              this::colon,
              this::missingOperator,
              behind::partedOperator,
              behind::moreValues,
              behind::unit,
              behind::range,
              this::knownValue,
              this::program,
              behind::restOfValue));
    }
    return meanings.stream()
        .flatMap(meaning -> meaning.get().stream())
        .findFirst()
        .orElseGet(this::unexplained);
  }

  private SyntaxException rows() {
    SyntaxException fault =
        place.fault(place.word().raw() + " is no row number", RowSelections.EXAMPLE);
    return RowSelections.meant(place.word().raw())
        .map(
            meant ->
                place.fault(fault.getMessage(), "did you mean " + meant + "?").rightWith(meant))
        .orElse(fault);
  }

  // Numbers of rows, for a command that thins by what rows hold.
  private Optional<SyntaxException> numbered() {
    boolean thins = place.command().name().text().equalsIgnoreCase("filter");
    return thins && place.before().isEmpty() && RowSelections.isRows(place.word())
        ? Optional.of(
            place.fault(
                place.none(), "rows are chosen by their numbers with pick " + place.word().raw()))
        : Optional.empty();
  }

  private SyntaxException unexplained() {
    if (place.spec().criteria()) {
      List<String> near = glossary.nearest(place.word().text());
      String advice =
          near.isEmpty()
              ? "a criterion is like " + glossary.example("") + " or object=" + quoted(place.word())
              : "did you mean " + near.get(0) + "? write it like " + glossary.example(near.get(0));
      return place.fault(place.none(), advice);
    }
    String message =
        place.spec().rows()
            ? place.word().raw() + " is no row number"
            : place.command().name().text() + " does not take " + place.word().raw();
    return place.fault(message, "help " + place.command().name().text() + " says what it takes");
  }

  private static String quoted(Word word) {
    return Quoting.quote(word.text());
  }

  private Optional<SyntaxException> longDash() {
    Matcher dashed = LONG_DASH.matcher(place.word().raw());
    if (!dashed.matches() || option(dashed.group(1)).isEmpty()) {
      return Optional.empty();
    }
    String meant = "--" + dashed.group(1);
    return Optional.of(
        place
            .fault(
                "the dash of " + place.word().raw() + " is no hyphen",
                "did you mean " + meant + "?")
            .rightWith(meant));
  }

  private Optional<SyntaxException> option() {
    return option(place.word().text())
        .map(
            option ->
                place
                    .fault(
                        place.word().raw() + " is an option, and has no dashes",
                        "did you mean --" + option.name() + "?")
                    .rightWith("--" + option.name()));
  }

  private Optional<OptionSpec> option(String name) {
    return place.spec().options().stream().filter(o -> o.name().equalsIgnoreCase(name)).findFirst();
  }

  private Optional<SyntaxException> typographicQuote() {
    return TypographicQuotes.fault(place.word(), place.command());
  }

  private Optional<SyntaxException> quotedCriterion() {
    Matcher parts = CRITERION.matcher(place.word().text());
    if (place.word().text().equals(place.word().raw()) || !parts.matches()) {
      return Optional.empty();
    }
    String bare = parts.group(1) + parts.group(2) + Quoting.quote(parts.group(3));
    return Optional.of(
        place
            .fault(place.none(), "take the quotes off the field and the operator: " + bare)
            .rightWith(bare));
  }

  // mission is JWST, mission in JWST,HST, id like jw%, exptime between 1 and 5
  private Optional<SyntaxException> wordyCriterion() {
    return glossary.isField(place.word().text())
        ? new WordyCriterion(place.words(), place.index())
            .meant()
            .map(
                meant ->
                    place
                        .fault(
                            "no operator stands behind " + place.word().text(),
                            "write " + meant.text())
                        .rightWith(meant))
        : Optional.empty();
  }

  private Optional<SyntaxException> colon() {
    Matcher parts = COLON.matcher(place.word().raw());
    if (!parts.matches() || !glossary.isField(parts.group(1))) {
      return Optional.empty();
    }
    String meant = parts.group(1) + "=" + parts.group(2);
    return Optional.of(
        place
            .fault(place.none(), "a field and its value stand on both sides of =: " + meant)
            .rightWith(meant));
  }

  private Optional<SyntaxException> missingOperator() {
    if (!glossary.isField(place.word().text())) {
      return Optional.empty();
    }
    String message = "no operator stands behind " + place.word().text();
    Optional<Word> value = place.next(1).filter(next -> !next.raw().startsWith("-"));
    if (value.isEmpty()) {
      return Optional.of(
          place.fault(message, "write it like " + glossary.example(place.word().text())));
    }
    String meant = place.word().raw() + "=" + value.get().raw();
    return Optional.of(
        place
            .fault(message, "write " + meant)
            .rightWith(new Correction(place.word().start(), value.get().end(), meant)));
  }

  private Optional<SyntaxException> knownValue() {
    SetKind first = place.spec().rows() ? SetKind.PRODUCTS : SetKind.OBSERVATIONS;
    return glossary
        .criterionOf(place.word().text(), first)
        .map(meant -> place.fault(place.none(), "did you mean " + meant + "?").rightWith(meant));
  }

  // Only where a number is no row and nothing before it can go on.
  private Optional<SyntaxException> program() {
    boolean free = place.before().isEmpty() || behind.isBehindKnown();
    if (place.spec().rows() || !free || !place.word().raw().matches("\\d{3,5}")) {
      return Optional.empty();
    }
    String meant = "program=" + place.word().raw();
    return Optional.of(place.fault(place.none(), "did you mean " + meant + "?").rightWith(meant));
  }
}
