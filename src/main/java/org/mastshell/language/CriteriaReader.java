package org.mastshell.language;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.language.TextReader.Modes;
import org.mastshell.language.ValueReader.Meaning;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueAliases;

/** Understands criteria: looks up their fields and reads their values. */
public final class CriteriaReader {
  private static final Pattern CRITERION = Pattern.compile("(?<field>\\w+)(?:!?[=~]|[<>])");

  private final Fields fields;
  private final Clock clock;
  private final ValueFiles files;
  private final KnownValues known = KnownValues.bundled();
  private final TextReader.Spelling spelling =
      TextReader.Spelling.by(known, ValueAliases.bundled());

  /**
   * @param fields the dictionary
   * @param clock what relative dates count from
   * @param files what reads {@code @FILE}
   */
  public CriteriaReader(Fields fields, Clock clock, ValueFiles files) {
    this.fields = fields;
    this.clock = clock;
    this.files = files;
  }

  /** Words that say where on the sky to search, beside the fields of observations. */
  public static List<String> positionWords() {
    return PositionReader.words();
  }

  /**
   * Understands the criteria of a command.
   *
   * @param kind what the rows are
   * @param exact whether an instrument means itself alone, without its modes
   * @throws SyntaxException if a field, a unit or a value is wrong; it points at the word
   */
  public Criteria read(Arguments arguments, SetKind kind, boolean exact) {
    return read(arguments, kind, exact ? Modes.LEFT_OUT : Modes.SENT);
  }

  /**
   * Understands the criteria of a command that judges rows which are here already.
   *
   * @param kind what the rows are
   * @throws SyntaxException if a field, a unit or a value is wrong; it points at the word
   */
  public Criteria readForRows(Arguments arguments, SetKind kind) {
    return read(arguments, kind, Modes.JUDGED_HERE);
  }

  private Criteria read(Arguments arguments, SetKind kind, Modes modes) {
    String line = arguments.command().line();
    List<String> notes = new ArrayList<>();
    List<Criterion> understood = new ArrayList<>();
    PositionReader position = new PositionReader(line, files, notes);
    for (CriterionText criterion : arguments.criteria()) {
      Optional<Field> field = fields.find(criterion.field().text(), kind);
      if (field.isPresent()) {
        ValueReader reader = reader(field.get(), modes, isNegative(criterion.operator()));
        understood.add(criterion(line, criterion, field.get(), reader, notes));
      } else if (PositionReader.reads(criterion)) {
        if (kind == SetKind.PRODUCTS) {
          throw criterion
              .field()
              .fault(
                  line,
                  criterion.field().text() + " is for search, and these are products",
                  "give it to search");
        }
        position.add(criterion);
      } else {
        throw new UnknownField(fields, kind, line).fault(criterion.field());
      }
    }
    return new Criteria(understood, position.position(), notes);
  }

  private Criterion criterion(
      String line, CriterionText typed, Field field, ValueReader reader, List<String> notes) {
    Operator operator = typed.operator();
    List<Word> values = typed.values();
    if (operator.isOrder() && values.size() > 1) {
      throw values
          .get(1)
          .fault(
              line,
              operator.symbol() + " takes one value",
              "write " + field.name() + operator.symbol() + values.get(0).raw());
    }
    List<ListedValue> listed = new ArrayList<>();
    List<Predicate> predicates = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Word word : values) {
      requireValue(line, word);
      ValueText value = new ValueText(line, word);
      if (FileReference.isOne(value) && !operator.isOrder()) {
        List<ListedValue> read = listed(value, operator, field, reader, notes);
        read.forEach(each -> predicates.add(each.predicate()));
        listed.addAll(read);
        texts.add(Quoting.quote(value.text()));
      } else {
        Meaning meaning = meaning(value, operator, reader);
        predicates.add(meaning.predicate());
        texts.add(meaning.text());
        note(meaning, notes);
      }
    }
    boolean negative = isNegative(operator);
    Predicate any = Alternatives.of(predicates);
    int start = typed.field().start();
    int end = values.get(values.size() - 1).end();
    String text = field.name() + operator.symbol() + String.join(",", texts);
    return new Criterion(
        field, text, negative ? Predicate.not(any) : any, start, end, negative, listed);
  }

  private List<ListedValue> listed(
      ValueText typed, Operator operator, Field field, ValueReader reader, List<String> notes) {
    List<String> names = new ArrayList<>(List.of(field.name()));
    names.addAll(field.aliases());
    List<ListedValue> listed = new ArrayList<>();
    for (FileValues.FileValue each : new FileValues(files, notes).read(typed, names)) {
      try {
        Meaning meaning =
            isContaining(operator) ? reader.contains(each.text()) : reader.equal(each.text());
        listed.add(new ListedValue(each.text().text(), meaning.predicate()));
        note(meaning, notes);
      } catch (SyntaxException wrong) {
        throw typed.fault(each.place() + ": " + wrong.getMessage(), wrong.advice());
      }
    }
    return listed;
  }

  private static void note(Meaning meaning, List<String> notes) {
    if (!meaning.note().isEmpty() && !notes.contains(meaning.note())) {
      notes.add(meaning.note());
    }
  }

  // Habits of other languages that would otherwise make a value that matches nothing.
  private void requireValue(String line, Word word) {
    Matcher criterion = CRITERION.matcher(word.raw());
    if (criterion.lookingAt() && isField(criterion.group("field"))) {
      throw word.fault(
          line,
          word.raw() + " is a criterion, and stands in a list of values",
          "criteria follow each other with a blank between them, without a comma");
    }
    if (word.raw().startsWith("[") || word.raw().startsWith("(")) {
      throw word.fault(
          line,
          "values stand without brackets",
          "several values are A,B and a range is LOW..HIGH; quote a value that has brackets");
    }
  }

  private boolean isField(String word) {
    return positionWords().contains(word)
        || Stream.of(SetKind.values()).anyMatch(kind -> fields.find(word, kind).isPresent());
  }

  private static Meaning meaning(ValueText value, Operator operator, ValueReader reader) {
    if (operator.isOrder()) {
      if (isNull(value)) {
        throw value.fault("null has no order", "null finds rows without a value: use = or !=");
      }
      return reader.compare(operator, value);
    }
    if (isContaining(operator)) {
      return reader.contains(value);
    }
    return isNull(value) ? reader.missing() : reader.equal(value);
  }

  private static boolean isContaining(Operator operator) {
    return operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
  }

  private ValueReader reader(Field field, Modes modes, boolean negative) {
    TextReader texts = new TextReader(field, spelling, modes, negative);
    return switch (field.kind()) {
      case DATE -> new NumberReader(field, new DateScale(field, clock));
      case DECIMAL, ANGLE, WAVELENGTH, DURATION, SIZE ->
          new NumberReader(field, new QuantityScale(field));
      case INTEGER -> new WholeNumberReader(field, known.of(field));
      case FLAG -> new FlagReader(field);
      case TEXT, LIST ->
          NamePartReader.reads(field)
              ? new NamePartReader(
                  field, fields.of(NamePartReader.EXTENSION, SetKind.PRODUCTS), texts)
              : texts;
    };
  }

  private static boolean isNegative(Operator operator) {
    return operator == Operator.NOT_EQUAL || operator == Operator.NOT_CONTAINS;
  }

  private static boolean isNull(ValueText value) {
    return value.text().equalsIgnoreCase("null");
  }
}
