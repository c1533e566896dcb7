package org.mastshell.language;

import java.io.IOException;
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
  private static final Pattern FILE =
      Pattern.compile("@(?<path>.+?)(?::(?<column>\\w+))?", Pattern.DOTALL);

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
    PositionReader position = new PositionReader(line, notes);
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
    if (isOrder(operator) && values.size() > 1) {
      throw values
          .get(1)
          .fault(
              line,
              operator.symbol() + " takes one value",
              "write " + field.name() + operator.symbol() + values.get(0).raw());
    }
    List<Predicate> predicates = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Word word : values) {
      requireValue(line, word);
      ValueText value = new ValueText(line, word);
      List<Meaning> meanings = meanings(value, operator, reader);
      boolean file = isFile(value) && !isOrder(operator);
      texts.add(file ? Quoting.quote(value.text()) : meanings.get(0).text());
      for (Meaning meaning : meanings) {
        predicates.add(meaning.predicate());
        if (!meaning.note().isEmpty() && !notes.contains(meaning.note())) {
          notes.add(meaning.note());
        }
      }
    }
    boolean negative = isNegative(operator);
    Predicate any = Alternatives.of(predicates);
    int start = typed.field().start();
    int end = values.get(values.size() - 1).end();
    String text = field.name() + operator.symbol() + String.join(",", texts);
    return new Criterion(field, text, negative ? Predicate.not(any) : any, start, end, negative);
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

  private List<Meaning> meanings(ValueText value, Operator operator, ValueReader reader) {
    boolean contains = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    if (isOrder(operator)) {
      if (isNull(value)) {
        throw value.fault("null has no order", "null finds rows without a value: use = or !=");
      }
      return List.of(reader.compare(operator, value));
    }
    if (isFile(value)) {
      List<Meaning> meanings = new ArrayList<>();
      for (ValueText each : fromFile(value)) {
        meanings.add(contains ? reader.contains(each) : reader.equal(each));
      }
      return meanings;
    }
    if (contains) {
      return List.of(reader.contains(value));
    }
    return List.of(isNull(value) ? reader.missing() : reader.equal(value));
  }

  private List<ValueText> fromFile(ValueText value) {
    Matcher parts = FILE.matcher(value.text());
    if (!parts.matches()) {
      throw value.fault("no file stands behind @", "write @FILE or @FILE:COLUMN");
    }
    String path = parts.group("path");
    try {
      List<ValueText> values =
          files.read(path, Optional.ofNullable(parts.group("column"))).stream()
              .filter(text -> !text.isBlank())
              .map(value::quoted)
              .toList();
      if (values.isEmpty()) {
        throw value.fault(path + " holds no values", "it needs one value a line");
      }
      return values;
    } catch (IOException unreadable) {
      String reason = unreadable.getMessage();
      throw value.fault(
          reason == null || reason.isBlank() ? path + " cannot be read" : reason,
          "write @FILE for one value a line, or @FILE:COLUMN for a column of a table");
    }
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

  private static boolean isOrder(Operator operator) {
    return switch (operator) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
      default -> false;
    };
  }

  private static boolean isNull(ValueText value) {
    return value.text().equalsIgnoreCase("null");
  }

  private static boolean isFile(ValueText value) {
    return value.text().startsWith("@");
  }
}
