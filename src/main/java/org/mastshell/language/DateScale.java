package org.mastshell.language;

import java.time.Clock;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Dates: each stands for the whole period typed, at both ends of a range too. */
final class DateScale implements NumberReader.Scale {
  private static final double JULIAN_DATE_OF_MJD_ZERO = 2_400_000.5;
  private static final String EXAMPLES =
      "a date is like 2022, 2022-07, 2022-07-12, 2022-07-12T10:30, 59772.4 (MJD), today, -30d";

  private final Field field;
  private final Dates dates;

  DateScale(Field field, Clock clock) {
    this.field = field;
    this.dates = new Dates(clock);
  }

  @Override
  public Extent whole(ValueText value) {
    if (Dates.isMjd(value.text()) && !field.name().equals(Fields.DATE)) {
      return new Quantities(field.name(), null).tolerant(value);
    }
    return end(value, null);
  }

  @Override
  public Extent end(ValueText value, ValueText other) {
    Period period =
        dates
            .parse(value.text())
            .orElseThrow(() -> value.fault(describe(value) + " is no date", advice(value.text())));
    return new Extent(period.startMjd(), period.endMjd(), period.isInstant());
  }

  private static String describe(ValueText value) {
    return value.text().isEmpty() ? "nothing" : value.text();
  }

  private static String advice(String text) {
    if (text.matches("(19|20)\\d{2}[01]\\d[0-3]\\d")) {
      return "did you mean "
          + String.join("-", text.substring(0, 4), text.substring(4, 6), text.substring(6))
          + "?";
    }
    if (text.matches("\\d{4}/\\d{1,2}(/\\d{1,2})?")) {
      return "did you mean " + text.replace('/', '-') + "?";
    }
    if (text.matches("24\\d{5}(\\.\\d{1,9})?")) {
      double mjd = Double.parseDouble(text) - JULIAN_DATE_OF_MJD_ZERO;
      return "a Julian Date? its MJD is " + Math.round(mjd * 1e5) / 1e5;
    }
    return EXAMPLES;
  }
}
