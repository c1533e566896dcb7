package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.vocabulary.SetKind;

/**
 * Explains a word for which a command has no use: what was probably meant, and how that is written
 * here. People bring the habits of other languages, forget an operator, or put no quotes around a
 * name of two words.
 */
final class StrayWord {
  private static final Set<String> ANDS = Set.of("and", "&", "&&", ",", "+");
  private static final Set<String> ORS = Set.of("or", "|", "||");
  private static final Set<String> FILLERS = Set.of("where", "with", "having", "for");
  private static final Set<String> RANGE_WORDS = Set.of("to", "-", "..", "...", "\u2013", "until");
  private static final Pattern CRITERION = Pattern.compile("(?s)(\\w+)\\s*(!?[=~]|[<>]=?)\\s*(.+)");
  private static final Pattern COLON = Pattern.compile("(?s)(\\w+):(.*)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?");
  private static final Pattern LONG_DASH =
      Pattern.compile("[\u2010-\u2015\u2212]-?(\\p{L}[\\w-]*)");

  private final CommandText command;
  private final ArgumentSpec spec;
  private final List<Word> words;
  private final int index;
  private final Word word;
  private final Optional<CriterionText> before;
  private final Glossary glossary;

  /**
   * @param words of the command, without its name
   * @param index which of them is meant
   * @param before the criterion that ends with the word before it, if one does
   */
  StrayWord(
      CommandText command,
      ArgumentSpec spec,
      List<Word> words,
      int index,
      Optional<CriterionText> before,
      Glossary glossary) {
    this.command = command;
    this.spec = spec;
    this.words = words;
    this.index = index;
    this.word = words.get(index);
    this.before = before;
    this.glossary = glossary;
  }

  /** The error to report. */
  SyntaxException fault() {
    if (spec.rows() && RowSelections.resemblesRows(word)) {
      return fault(word.raw() + " is no row number", RowSelections.EXAMPLE);
    }
    List<Supplier<Optional<SyntaxException>>> meanings =
        new ArrayList<>(List.of(this::longDash, this::option));
    if (spec.criteria()) {
      meanings.addAll(
          List.of(
              this::typographicQuote,
              this::quotedCriterion,
              this::conjunction,
              this::filler,
              this::wordyCriterion,
              this::colon,
              this::missingOperator,
              this::partedOperator,
              this::moreValues,
              this::unit,
              this::range,
              this::knownValue,
              this::program,
              this::restOfValue));
    }
    return meanings.stream()
        .flatMap(meaning -> meaning.get().stream())
        .findFirst()
        .orElseGet(this::unexplained);
  }

  private SyntaxException unexplained() {
    if (spec.criteria()) {
      List<String> near = glossary.nearest(word.text());
      String advice =
          near.isEmpty()
              ? "a criterion is like " + glossary.example("") + " or object=" + quoted(word)
              : "did you mean " + near.get(0) + "? write it like " + glossary.example(near.get(0));
      return fault(none(), advice);
    }
    String message =
        spec.rows()
            ? word.raw() + " is no row number"
            : command.name().text() + " does not take " + word.raw();
    return fault(message, "help " + command.name().text() + " says what it takes");
  }

  private static String quoted(Word word) {
    return Quoting.quote(word.text());
  }

  private String none() {
    return word.raw() + " is no criterion" + (spec.rows() ? " and no row number" : "");
  }

  private SyntaxException fault(String message, String advice) {
    return word.fault(command.line(), message, advice);
  }

  private Optional<SyntaxException> longDash() {
    Matcher dashed = LONG_DASH.matcher(word.raw());
    if (!dashed.matches() || option(dashed.group(1)).isEmpty()) {
      return Optional.empty();
    }
    String meant = "--" + dashed.group(1);
    return Optional.of(
        fault("the dash of " + word.raw() + " is no hyphen", "did you mean " + meant + "?")
            .rightWith(meant));
  }

  private Optional<SyntaxException> option() {
    return option(word.text())
        .map(
            option ->
                fault(
                        word.raw() + " is an option, and has no dashes",
                        "did you mean --" + option.name() + "?")
                    .rightWith("--" + option.name()));
  }

  private Optional<OptionSpec> option(String name) {
    return spec.options().stream().filter(o -> o.name().equalsIgnoreCase(name)).findFirst();
  }

  private Optional<SyntaxException> typographicQuote() {
    return TypographicQuotes.fault(word, command);
  }

  private Optional<SyntaxException> quotedCriterion() {
    Matcher parts = CRITERION.matcher(word.text());
    if (word.text().equals(word.raw()) || !parts.matches()) {
      return Optional.empty();
    }
    String bare = parts.group(1) + parts.group(2) + Quoting.quote(parts.group(3));
    return Optional.of(
        fault(none(), "take the quotes off the field and the operator: " + bare).rightWith(bare));
  }

  private Optional<SyntaxException> conjunction() {
    String said = lower(word);
    if (ANDS.contains(said)) {
      return Optional.of(
          fault(none(), "criteria simply follow each other; all of them must hold")
              .rightWith(withoutWord()));
    }
    if (said.equals("not") || said.equals("!")) {
      return negation();
    }
    if (!ORS.contains(said)) {
      return Optional.empty();
    }
    SyntaxException fault =
        fault(
            none(),
            "several values of one field stand between commas, as in mission=JWST,HST;"
                + " anything else is a search of its own");
    return Optional.of(alternative().map(fault::rightWith).orElse(fault));
  }

  private Correction withoutWord() {
    return index + 1 < words.size()
        ? new Correction(word.start(), words.get(index + 1).start(), "")
        : new Correction(end(index - 1), word.end(), "");
  }

  private int end(int place) {
    return place < 0 ? command.name().end() : words.get(place).end();
  }

  // mission=JWST OR mission=HST
  private Optional<Correction> alternative() {
    Optional<Matcher> next = next(1).map(Word::raw).map(CRITERION::matcher);
    boolean same =
        before.isPresent()
            && next.isPresent()
            && next.get().matches()
            && next.get().group(1).equalsIgnoreCase(before.get().field().text())
            && next.get().group(2).equals(before.get().operator().symbol())
            && before.get().operator() == Operator.EQUAL;
    return same
        ? Optional.of(
            new Correction(end(index - 1), words.get(index + 1).start() + next.get().start(3), ","))
        : Optional.empty();
  }

  private Optional<SyntaxException> negation() {
    Optional<Word> next = next(1);
    Optional<Matcher> parts = next.map(Word::raw).map(CRITERION::matcher).filter(Matcher::matches);
    if (parts.isEmpty() || !parts.get().group(2).matches("[=~]")) {
      return Optional.of(fault(none(), "what must not be is like mission!=JWST"));
    }
    String meant = parts.get().group(1) + "!" + parts.get().group(2) + parts.get().group(3);
    return Optional.of(
        fault(none(), "write " + meant)
            .rightWith(new Correction(word.start(), next.get().end(), meant)));
  }

  private Optional<SyntaxException> filler() {
    return FILLERS.contains(lower(word)) && index + 1 < words.size()
        ? Optional.of(fault(none(), "criteria need no word before them").rightWith(withoutWord()))
        : Optional.empty();
  }

  // mission is JWST, mission in JWST,HST, id like jw%, exptime between 1 and 5
  private Optional<SyntaxException> wordyCriterion() {
    return glossary.isField(word.text())
        ? new WordyCriterion(words, index)
            .meant()
            .map(
                meant ->
                    fault("no operator stands behind " + word.text(), "write " + meant.text())
                        .rightWith(meant))
        : Optional.empty();
  }

  private Optional<SyntaxException> colon() {
    Matcher parts = COLON.matcher(word.raw());
    if (!parts.matches() || !glossary.isField(parts.group(1))) {
      return Optional.empty();
    }
    String meant = parts.group(1) + "=" + parts.group(2);
    return Optional.of(
        fault(none(), "a field and its value stand on both sides of =: " + meant).rightWith(meant));
  }

  private Optional<SyntaxException> missingOperator() {
    if (!glossary.isField(word.text())) {
      return Optional.empty();
    }
    String message = "no operator stands behind " + word.text();
    Optional<Word> value = next(1).filter(next -> !next.raw().startsWith("-"));
    if (value.isEmpty()) {
      return Optional.of(fault(message, "write it like " + glossary.example(word.text())));
    }
    String meant = word.raw() + "=" + value.get().raw();
    return Optional.of(
        fault(message, "write " + meant)
            .rightWith(new Correction(word.start(), value.get().end(), meant)));
  }

  // mission = ! JWST
  private Optional<SyntaxException> partedOperator() {
    return isBehindBareValue() && last().raw().matches("[!=<>~]+")
        ? Optional.of(
            last()
                .fault(
                    command.line(),
                    last().raw() + " is no value",
                    "operators have no blank in them: = != ~ !~ < <= > >="))
        : Optional.empty();
  }

  // filters=F277W F356W
  private Optional<SyntaxException> moreValues() {
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
        fault(none(), "several values stand between commas: " + typedBefore() + values)
            .rightWith(new Correction(last().end(), tail.get(tail.size() - 1).end(), values)));
  }

  private boolean isValueOfBefore(String value) {
    return glossary.isValue(before.orElseThrow().field().text(), value);
  }

  // radius=3 arcmin
  private Optional<SyntaxException> unit() {
    boolean unit =
        isBehindBareValue()
            && NUMBER.matcher(last().text()).matches()
            && Unit.of(word.text()).isPresent();
    return unit
        ? Optional.of(
            fault(
                    none(),
                    "a unit stands right behind its number: "
                        + typedBefore()
                        + word.raw()
                        + ", or "
                        + quotedBefore(List.of(word)))
                .rightWith(new Correction(last().end(), word.end(), word.raw())))
        : Optional.empty();
  }

  // exptime=5 to 10
  private Optional<SyntaxException> range() {
    Optional<Word> high = next(1);
    if (!isBehindBareValue() || !RANGE_WORDS.contains(lower(word)) || high.isEmpty()) {
      return Optional.empty();
    }
    String range = ".." + high.get().raw();
    return Optional.of(
        fault(none(), "a range has two dots and no blanks: " + typedBefore() + range)
            .rightWith(new Correction(last().end(), high.get().end(), range)));
  }

  private Optional<SyntaxException> knownValue() {
    SetKind first = spec.rows() ? SetKind.PRODUCTS : SetKind.OBSERVATIONS;
    return glossary
        .criterionOf(word.text(), first)
        .map(meant -> fault(none(), "did you mean " + meant + "?").rightWith(meant));
  }

  // Only where a number is no row and nothing before it can go on.
  private Optional<SyntaxException> program() {
    boolean free = before.isEmpty() || isValueOfBefore(last().text());
    if (spec.rows() || !free || !word.raw().matches("\\d{3,5}")) {
      return Optional.empty();
    }
    String meant = "program=" + word.raw();
    return Optional.of(fault(none(), "did you mean " + meant + "?").rightWith(meant));
  }

  // object=M 101
  private Optional<SyntaxException> restOfValue() {
    if (!isBehindBareValue()) {
      return Optional.empty();
    }
    List<Word> tail = tail();
    String quoted = quotedBefore(tail);
    String which = tail.size() == 1 ? "both" : "them all";
    SyntaxException fault =
        fault(none(), "if it belongs to the value before it, quote " + which + ": " + quoted);
    return Optional.of(
        isValueOfBefore(last().text())
            ? fault
            : fault.rightWith(
                new Correction(
                    last().start(), tail.get(tail.size() - 1).end(), quotedValue(tail))));
  }

  private boolean isBehindBareValue() {
    return before.isPresent() && last().end() < word.start() && last().raw().equals(last().text());
  }

  private Optional<CriterionText> behindEquality() {
    return before.filter(
        criterion ->
            isBehindBareValue()
                && (criterion.operator() == Operator.EQUAL
                    || criterion.operator() == Operator.NOT_EQUAL));
  }

  private Word last() {
    List<Word> values = before.orElseThrow().values();
    return values.get(values.size() - 1);
  }

  // The value before this word with all that stands before it in its criterion.
  private String typedBefore() {
    return command.line().substring(before.orElseThrow().field().start(), last().end());
  }

  private String quotedBefore(List<Word> tail) {
    String head = command.line().substring(before.orElseThrow().field().start(), last().start());
    return head + quotedValue(tail);
  }

  private String quotedValue(List<Word> tail) {
    return Quoting.quote(last().text() + " " + join(tail, " "));
  }

  // This word and those behind it, up to what has a meaning of its own.
  private List<Word> tail() {
    List<Word> tail = new ArrayList<>(List.of(word));
    for (int i = index + 1; i < words.size() && isPlain(i); i++) {
      tail.add(words.get(i));
    }
    return tail;
  }

  private boolean isPlain(int place) {
    Word next = words.get(place);
    return !next.raw().startsWith("-")
        && next.raw().equals(next.text())
        && !CriterionScanner.startsAt(words, place)
        && !ANDS.contains(lower(next))
        && !ORS.contains(lower(next));
  }

  private Optional<Word> next(int steps) {
    return index + steps < words.size() ? Optional.of(words.get(index + steps)) : Optional.empty();
  }

  private static String join(List<Word> words, String separator) {
    return words.stream().map(Word::text).collect(Collectors.joining(separator));
  }

  private static String lower(Word word) {
    return word.text().toLowerCase(Locale.ROOT);
  }
}
