package org.mastshell.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.KnownValue;

/** Understands whole numbers, and words that stand for them ({@code level=planned}). */
final class WholeNumberReader implements ValueReader {
  /** What the archive writes where an integer column has no value. */
  static final String PLACEHOLDER = "-999";

  private static final int MOST_DIGITS = 18;

  private final Field field;
  private final List<KnownValue> known;
  private final NumberReader ranges;

  WholeNumberReader(Field field, List<KnownValue> known) {
    this.field = field;
    this.known = known;
    this.ranges = new NumberReader(field, new WholeScale());
  }

  @Override
  public Meaning equal(ValueText value) {
    if (value.isRange()) {
      return ranges.equal(value);
    }
    String number = number(value);
    return new Meaning(Predicate.where(field.subject(), new Match.Equal(number)), number);
  }

  @Override
  public Meaning contains(ValueText value) {
    return ranges.contains(value);
  }

  @Override
  public Meaning compare(Operator operator, ValueText value) {
    return ranges.compare(operator, value);
  }

  @Override
  public Meaning missing() {
    return new Meaning(
        Predicate.where(
            field.subject(), List.of(new Match.Missing(), new Match.Equal(PLACEHOLDER))),
        "null");
  }

  private String number(ValueText value) {
    String text = value.text();
    if (text.matches("[+-]?\\d{1," + MOST_DIGITS + "}")) {
      return Long.toString(Long.parseLong(text));
    }
    return named(text)
        .orElseThrow(
            () -> value.fault(text + " is no whole number", field.name() + " takes " + allowed()));
  }

  private Optional<String> named(String text) {
    return known.stream()
        .filter(value -> !name(value).isEmpty() && name(value).equalsIgnoreCase(text))
        .map(KnownValue::value)
        .findFirst();
  }

  private String allowed() {
    String words =
        String.join(
            ", ",
            known.stream()
                .map(value -> value.value() + " " + name(value))
                .map(String::strip)
                .toList());
    return words.isEmpty() ? "numbers like 3 or 1..4" : words;
  }

  // The word before the colon of a meaning names the value.
  private static String name(KnownValue value) {
    int colon = value.meaning().indexOf(':');
    return colon < 0 ? "" : value.meaning().substring(0, colon);
  }

  private final class WholeScale implements NumberReader.Scale {
    @Override
    public Extent whole(ValueText value) {
      return end(value, null);
    }

    @Override
    public Extent end(ValueText value, ValueText other) {
      return Extent.point(new BigDecimal(number(value)).doubleValue());
    }

    @Override
    public void check(ValueText value, Extent extent) {
      DistinctNumbers.check(field, value, extent);
    }
  }
}
