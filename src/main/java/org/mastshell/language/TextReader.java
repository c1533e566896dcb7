package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.ValueAliases;
import org.mastshell.vocabulary.ValueKind;

/** Understands texts and lists of texts, in the spelling of the archive where that is known. */
final class TextReader implements ValueReader {
  private static final Set<String> NUMBERED =
      Set.of("proposal_id", "obsid", "objID", "objID1", "obsID", "parent_obsid");
  static final String INSTRUMENT = "instrument_name";
  private static final String TARGET = "target_name";
  private static final String PROGRAM = "proposal_id";
  private static final char LIST_SEPARATOR = ';';
  private static final Pattern TESS_INPUT_CATALOG =
      Pattern.compile("TIC[\\s_-]*0*(\\d+)", Pattern.CASE_INSENSITIVE);

  private final Field field;
  private final Spelling spelling;
  private final Modes modes;
  private final boolean negative;

  /**
   * @param modes what becomes of the modes of an instrument
   * @param negative whether the values are those that a row must not have
   */
  TextReader(Field field, Spelling spelling, Modes modes, boolean negative) {
    this.field = field;
    this.spelling = spelling;
    this.modes = modes;
    this.negative = negative;
  }

  /** Whether the texts of a field are numbers, which have an order. */
  static boolean isNumbered(Field field) {
    return NUMBERED.contains(field.name());
  }

  @Override
  public Meaning equal(ValueText value) {
    if (value.isRange()) {
      return ranges(value, "it is text; quote a value that holds two dots").equal(value);
    }
    if (value.text().isEmpty()) {
      throw empty(value);
    }
    return field.kind() == ValueKind.LIST ? list(value) : text(value);
  }

  @Override
  public Meaning contains(ValueText value) {
    if (value.text().isEmpty()) {
      throw empty(value);
    }
    Match match = Patterns.contains(value);
    String text = match instanceof Match.Regex ? value.text() : Patterns.typed(value.unescaped());
    return new Meaning(Predicate.where(field.subject(), match), Quoting.quote(text));
  }

  @Override
  public Meaning compare(Operator operator, ValueText value) {
    String advice = "use = or ~, as in " + field.name() + "~" + Quoting.quote(value.text());
    return ranges(value, advice).compare(operator, value);
  }

  @Override
  public Meaning missing() {
    return new Meaning(Predicate.where(field.subject(), new Match.Missing()), "null");
  }

  private SyntaxException empty(ValueText value) {
    return value.fault("the value is empty", field.name() + "=null finds rows without a value");
  }

  private NumberReader ranges(ValueText value, String advice) {
    if (!isNumbered(field)) {
      throw value.fault(field.name() + " has no order that could be compared", advice);
    }
    return new NumberReader(field, new NumberScale());
  }

  private Meaning list(ValueText value) {
    List<Match> parts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String part : value.split(LIST_SEPARATOR)) {
      if (!part.isEmpty()) {
        String spelled = spelling.of(field, part);
        parts.add(Patterns.equal(spelled));
        texts.add(Patterns.typed(spelled));
      }
    }
    if (parts.isEmpty()) {
      throw empty(value);
    }
    String text = String.join(String.valueOf(LIST_SEPARATOR), texts);
    return new Meaning(
        Predicate.where(field.subject(), new Match.Parts(parts)), Quoting.quote(text));
  }

  private Meaning text(ValueText value) {
    String unescaped = value.unescaped();
    String spelled = spelling.of(field, unescaped);
    String typed = Quoting.quote(Patterns.typed(spelled));
    if (Patterns.hasWildcard(spelled)) {
      return meaning(typed, Patterns.equal(spelled));
    }
    if (isArchiveNumber() && !spelled.matches("\\d+")) {
      throw value.fault(
          field.name() + " is the archive's own number of an observation",
          "the name of an observation is obs_id=" + typed);
    }
    if (field.name().equals(INSTRUMENT) && modes != Modes.LEFT_OUT && spelled.indexOf('/') < 0) {
      Predicate predicate = Predicate.where(field.subject(), new Match.Family(spelled));
      return new Meaning(predicate, typed, familyNote(value.text(), spelled));
    }
    if (field.name().equals(PROGRAM)) {
      String number = spelled.matches("\\d+") ? spelled.replaceFirst("^0+(?=\\d)", "") : spelled;
      return meaning(Quoting.quote(number), new Match.Equal(number));
    }
    Matcher catalogued = TESS_INPUT_CATALOG.matcher(spelled);
    if (field.name().equals(TARGET) && catalogued.matches()) {
      return meaning(typed, new Match.Equal(spelled), new Match.Equal(catalogued.group(1)));
    }
    return meaning(typed, new Match.Equal(spelled));
  }

  // What must not be is judged here, so nothing of it is sent.
  private String familyNote(String typed, String spelled) {
    String note = field.name() + (negative ? "!=" : "=") + typed + ": with all its modes";
    if (modes == Modes.JUDGED_HERE) {
      return note;
    }
    String sent = negative ? "" : "sent as " + spelled + "*; ";
    return note + " (" + sent + "--exact for " + spelled + " alone)";
  }

  private boolean isArchiveNumber() {
    return isNumbered(field) && !field.name().equals(PROGRAM);
  }

  private Meaning meaning(String text, Match... matches) {
    return new Meaning(Predicate.where(field.subject(), List.of(matches)), text);
  }

  /** What becomes of the modes of an instrument that is named without one. */
  enum Modes {
    /** The instrument means itself alone. */
    LEFT_OUT,
    /** It means all of them, and the archive is asked for them. */
    SENT,
    /** It means all of them, and the rows are here already. */
    JUDGED_HERE
  }

  /** The archive's spelling of a value. */
  interface Spelling {
    /** The spelling of a text, its escapes resolved; the text itself if none is known. */
    String of(Field field, String unescaped);

    /** The spelling by lists of known values and of words for them. */
    static Spelling by(KnownValues known, ValueAliases aliases) {
      return (field, unescaped) -> {
        if (!Patterns.hasWildcard(unescaped)) {
          return aliases
              .value(field, unescaped)
              .or(() -> known.spelling(field, unescaped))
              .orElse(unescaped);
        }
        int wildcard = unescaped.indexOf(ValueText.ANYTHING);
        String start = unescaped.substring(0, wildcard);
        Optional<KnownValue> alike =
            known.of(field).stream()
                .filter(value -> value.value().regionMatches(true, 0, start, 0, wildcard))
                .findFirst();
        return alike
            .map(value -> value.value().substring(0, wildcard) + unescaped.substring(wildcard))
            .orElse(unescaped);
      };
    }
  }

  private final class NumberScale implements NumberReader.Scale {
    @Override
    public Extent whole(ValueText value) {
      return end(value, null);
    }

    @Override
    public Extent end(ValueText value, ValueText other) {
      return new Quantities(field.name(), "").exact(value, Optional.empty());
    }

    @Override
    public void check(ValueText value, Extent extent) {
      DistinctNumbers.check(field, value, extent);
    }
  }
}
