package org.mastshell.language;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** The words that exist: by them a word in the wrong place is explained. */
public final class Glossary {
  private static final String USUAL = "filters=F277W";
  private static final String OPERATORS = "<>!~";

  private final Fields fields;
  private final KnownValues known;
  private final Function<String, Optional<String>> otherOptions;

  /**
   * @param fields the dictionary
   * @param known values that fields are known to have
   * @param otherOptions what to say of an option that the command does not have but something else
   *     does, by its name without dashes
   */
  public Glossary(
      Fields fields, KnownValues known, Function<String, Optional<String>> otherOptions) {
    this.fields = fields;
    this.known = known;
    this.otherOptions = otherOptions;
  }

  /** What comes with the program. */
  public static Glossary bundled() {
    return new Glossary(Fields.bundled(), KnownValues.bundled(), option -> Optional.empty());
  }

  /** Whether a word stands for a field of any kind of set, or says where on the sky. */
  public boolean isField(String word) {
    return PositionReader.reads(word) || field(word).isPresent();
  }

  /** The field that a word stands for, in any kind of set. */
  Optional<Field> field(String word) {
    return SetKind.OF_ARCHIVE.stream()
        .flatMap(kind -> fields.find(word, kind).stream())
        .findFirst();
  }

  /** Whether a field, by one of its words, is known to have a value. */
  boolean isValue(String field, String value) {
    return field(field).flatMap(found -> known.spelling(found, value)).isPresent();
  }

  /** The first field that is known to have a value, and the value as the archive spells it. */
  Optional<String> criterionOf(String value, SetKind first) {
    SetKind second = first == SetKind.PRODUCTS ? SetKind.OBSERVATIONS : SetKind.PRODUCTS;
    return Stream.of(first, second)
        .flatMap(kind -> fields.all(kind).stream())
        .flatMap(
            field ->
                known.spelling(field, value).stream()
                    .map(
                        spelled -> field.name() + Operator.EQUAL.symbol() + Quoting.quote(spelled)))
        .findFirst();
  }

  /**
   * A criterion that speaks of the field of this word; another one where there is no such field.
   */
  String example(String word) {
    if (PositionReader.reads(word)) {
      return PositionReader.example(word);
    }
    return field(word)
        .filter(found -> !found.example().isEmpty())
        .map(Glossary::example)
        .orElse(USUAL);
  }

  /** The field's example as a criterion. Some examples bring an operator of their own: >5min. */
  static String example(Field field) {
    boolean complete = OPERATORS.indexOf(field.example().charAt(0)) >= 0;
    return field.name() + (complete ? "" : Operator.EQUAL.symbol()) + field.example();
  }

  /** The fields nearest to a word, of any kind of set. */
  List<String> nearest(String word) {
    return SetKind.OF_ARCHIVE.stream()
        .map(kind -> fields.nearest(word, kind))
        .filter(near -> !near.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** What to say of an option that the command does not have, if something else has it. */
  Optional<String> otherOption(String name) {
    return otherOptions.apply(name);
  }
}
