package org.mastshell.language;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mastshell.language.Criterion.Value;
import org.mastshell.language.TextReader.Modes;
import org.mastshell.language.ValueReader.Meaning;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueAliases;

/** Understands criteria: looks up their fields and reads their values. */
public final class CriteriaReader {

  private final Fields fields;
  private final Clock clock;
  private final ValueFiles files;
  private final KnownValues known;
  private final TextReader.Spelling spelling;

  /**
   * @param fields the dictionary
   * @param known values that fields are known to have
   * @param clock what relative dates count from
   * @param files what reads {@code @FILE}
   */
  public CriteriaReader(Fields fields, KnownValues known, Clock clock, ValueFiles files) {
    this(fields, known, TextReader.Spelling.by(known, ValueAliases.bundled()), clock, files);
  }

  private CriteriaReader(
      Fields fields,
      KnownValues known,
      TextReader.Spelling spelling,
      Clock clock,
      ValueFiles files) {
    this.fields = fields;
    this.known = known;
    this.spelling = spelling;
    this.clock = clock;
    this.files = files;
  }

  /** The same at another time: what relative dates count from. */
  public CriteriaReader at(Clock time) {
    return new CriteriaReader(fields, known, spelling, time, files);
  }

  /** The same with other files, made of those that it reads from. */
  public CriteriaReader reading(UnaryOperator<ValueFiles> change) {
    return new CriteriaReader(fields, known, spelling, clock, change.apply(files));
  }

  /** The same by another dictionary. */
  public CriteriaReader by(Fields other) {
    return new CriteriaReader(other, known, spelling, clock, files);
  }

  /**
   * The same for a table with columns of its own.
   *
   * @param others what fields are called elsewhere
   */
  public CriteriaReader of(ServiceTable table, Fields others) {
    KnownValues own = known.of(table);
    return new CriteriaReader(
        table.fields(others),
        own,
        TextReader.Spelling.by(own, ValueAliases.bundled()),
        clock,
        files);
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

  /**
   * A criterion as it is typed where it has to mean the same at any time: dates that count from now
   * ({@code -30d}, {@code today}) are written as those that they are.
   *
   * @return empty where that is how it is typed
   */
  public Optional<String> absoluteDates(CriterionText criterion, SetKind kind) {
    return fields
        .find(criterion.field().text(), kind)
        .flatMap(field -> new AbsoluteDates(clock).of(criterion, field));
  }

  private Criteria read(Arguments arguments, SetKind kind, Modes modes) {
    String line = arguments.command().line();
    List<String> notes = new ArrayList<>();
    List<Criterion> understood = new ArrayList<>();
    BorrowedSyntax syntax =
        new BorrowedSyntax(
            arguments.command(), new Glossary(fields, known, option -> Optional.empty()));
    PositionReader position = new PositionReader(line, files, notes);
    for (CriterionText criterion : arguments.criteria()) {
      Optional<Field> field = fields.find(criterion.field().text(), kind);
      syntax.refuse(criterion, field);
      if (field.isPresent()) {
        ValueReader reader = reader(field.get(), modes, isNegative(criterion.operator()));
        understood.add(criterion(line, criterion, field.get(), reader, notes));
        position.notice(field.get(), criterion);
      } else if (PositionFields.find(criterion.field().text(), kind).isPresent()) {
        if (kind == SetKind.PRODUCTS) {
          throw criterion
              .field()
              .fault(
                  line,
                  criterion.field().text() + " is for search, and these are products",
                  "give it to search");
        }
        position.add(criterion, kind);
      } else {
        throw UnknownField.ofCriterion(fields, kind, line).fault(criterion.field());
      }
    }
    Contradictions.refuse(understood, line);
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
    List<Value> understood = new ArrayList<>();
    for (Word word : values) {
      ValueText value = new ValueText(line, word);
      if (FileReference.isOne(value) && !operator.isOrder()) {
        List<ListedValue> read = listed(value, operator, field, reader, notes);
        List<Predicate> each = read.stream().map(ListedValue::predicate).toList();
        predicates.addAll(each);
        listed.addAll(read);
        understood.add(new Value(word, Quoting.quote(value.text()), Predicate.any(each)));
      } else {
        Meaning meaning = meaning(value, operator, reader);
        predicates.add(meaning.predicate());
        understood.add(new Value(word, meaning.text(), meaning.predicate()));
        note(meaning, notes);
      }
    }
    boolean negative = isNegative(operator);
    Predicate any = Alternatives.of(predicates);
    int start = typed.field().start();
    int end = values.get(values.size() - 1).end();
    String list = understood.stream().map(Value::text).collect(Collectors.joining(","));
    String text = field.name() + operator.symbol() + list;
    return new Criterion(
        field, text, negative ? Predicate.not(any) : any, start, end, negative, understood, listed);
  }

  private List<ListedValue> listed(
      ValueText typed, Operator operator, Field field, ValueReader reader, List<String> notes) {
    List<String> names = new ArrayList<>(List.of(field.name()));
    names.addAll(field.aliases());
    List<ListedValue> listed = new ArrayList<>();
    FileValues.Content content = new FileValues(files, notes).read(typed, names);
    FaultyRows faulty = new FaultyRows(typed, content.rowWord());
    for (FileValues.FileValue each : content.list()) {
      try {
        Meaning meaning =
            isContaining(operator) ? reader.contains(each.text()) : reader.equal(each.text());
        listed.add(new ListedValue(each.text().text(), meaning.predicate()));
        note(meaning, notes);
      } catch (SyntaxException wrong) {
        faulty.add(each.place(), each.row(), wrong);
      }
    }
    faulty.requireNone("");
    return listed;
  }

  private static void note(Meaning meaning, List<String> notes) {
    if (!meaning.note().isEmpty() && !notes.contains(meaning.note())) {
      notes.add(meaning.note());
    }
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
      case INTEGER ->
          field.unit().isEmpty()
              ? new WholeNumberReader(field, known.of(field))
              : new NumberReader(field, new QuantityScale(field));
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
