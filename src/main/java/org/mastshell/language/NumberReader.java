package org.mastshell.language;

import java.util.List;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Understands the values of fields whose values have an order: numbers, quantities and dates. */
final class NumberReader implements ValueReader {
  private final Field field;
  private final Scale scale;

  NumberReader(Field field, Scale scale) {
    this.field = field;
    this.scale = scale;
  }

  /** How the values of a field are read. */
  interface Scale {
    /** What a value alone stands for. */
    Extent whole(ValueText value);

    /**
     * What a value as an end of a range stands for; other is the other end, null if there is none.
     */
    Extent end(ValueText value, ValueText other);

    /** Refuses a value that nothing can have. */
    default void check(ValueText value, Extent extent) {}

    /** What a person should know about a value that stands alone; may be empty. */
    default String note(ValueText value, Extent extent) {
      return "";
    }
  }

  @Override
  public Meaning equal(ValueText value) {
    if (value.isRange()) {
      return range(value);
    }
    Extent extent = checked(value, scale.whole(value));
    return meaning(value, within(extent)).noting(scale.note(value, extent));
  }

  @Override
  public Meaning contains(ValueText value) {
    throw value.fault(
        "~ looks for a piece of text, and " + field.name() + " is a number or a date",
        "use = or a range like " + field.name() + "=1..2");
  }

  @Override
  public Meaning compare(Operator operator, ValueText value) {
    if (value.isRange()) {
      throw value.fault(
          operator.symbol() + " takes one value and no range",
          "write " + field.name() + "=" + value.raw());
    }
    Extent extent = checked(value, scale.end(value, null));
    double infinity = Double.POSITIVE_INFINITY;
    Match.Range range =
        switch (operator) {
          case LESS -> new Match.Range(-infinity, extent.low(), true, false);
          case LESS_OR_EQUAL ->
              new Match.Range(-infinity, extent.high(), true, extent.endIncluded());
          case GREATER -> new Match.Range(extent.high(), infinity, !extent.endIncluded(), true);
          default -> new Match.Range(extent.low(), infinity, true, true);
        };
    return meaning(value, range).noting(scale.note(value, extent));
  }

  @Override
  public Meaning missing() {
    return new Meaning(Predicate.where(lowSubject(), new Match.Missing()), "null");
  }

  private Meaning range(ValueText value) {
    if (value.raw().contains("...")) {
      String meant = value.raw().replaceFirst("\\.{3,}", "..");
      throw value.fault("a range has two dots", "did you mean " + meant + "?", meant);
    }
    ValueText low = value.low();
    ValueText high = value.high();
    boolean openBelow = low.text().isEmpty();
    boolean openAbove = high.text().isEmpty();
    if (openBelow && openAbove) {
      throw value.fault("the range has no end", "write " + field.name() + "=1..2, 1.. or ..2");
    }
    if (high.isRange()) {
      throw value.fault("a range has two ends", "write " + field.name() + "=1..2");
    }
    if (openAbove) {
      return meaning(value, compareRange(checked(low, scale.end(low, null)), null));
    }
    if (openBelow) {
      return meaning(value, compareRange(null, checked(high, scale.end(high, null))));
    }
    Extent from = checked(low, scale.end(low, high));
    Extent to = checked(high, scale.end(high, low));
    if (from.low() > to.high() || (from.low() == to.high() && !to.endIncluded())) {
      String turned = high.raw() + ".." + low.raw();
      throw value.fault(
          "the range begins behind its end",
          "did you mean " + field.name() + "=" + turned + "?",
          turned);
    }
    return meaning(value, compareRange(from, to));
  }

  private static Match.Range compareRange(Extent from, Extent to) {
    return new Match.Range(
        from == null ? Double.NEGATIVE_INFINITY : from.low(),
        to == null ? Double.POSITIVE_INFINITY : to.high(),
        true,
        to == null || to.endIncluded());
  }

  private static Match.Range within(Extent extent) {
    return new Match.Range(extent.low(), extent.high(), true, extent.endIncluded());
  }

  private Extent checked(ValueText value, Extent extent) {
    scale.check(value, extent);
    return extent;
  }

  // The observation and the range have something in common if each begins before the other ends.
  private Meaning meaning(ValueText value, Match.Range range) {
    Predicate predicate;
    if (highColumn() == null) {
      predicate = Predicate.where(field.subject(), range);
    } else {
      Match.Range begins =
          new Match.Range(Double.NEGATIVE_INFINITY, range.high(), true, range.highIncluded());
      Match.Range ends =
          new Match.Range(range.low(), Double.POSITIVE_INFINITY, range.lowIncluded(), true);
      Predicate first = Predicate.where(lowSubject(), begins);
      Predicate second = Predicate.where(Subject.column(highColumn()), ends);
      if (Double.isInfinite(range.high())) {
        predicate = second;
      } else if (Double.isInfinite(range.low())) {
        predicate = first;
      } else {
        predicate = Predicate.all(List.of(first, second));
      }
    }
    return new Meaning(predicate, value.raw());
  }

  private Subject lowSubject() {
    return switch (field.name()) {
      case Fields.DATE -> Subject.column("t_min");
      case Fields.WAVELENGTH -> Subject.column("em_min");
      default -> field.subject();
    };
  }

  // Null for a field that is one column, and no stretch between two.
  private String highColumn() {
    return switch (field.name()) {
      case Fields.DATE -> "t_max";
      case Fields.WAVELENGTH -> "em_max";
      default -> null;
    };
  }
}
