package org.mastshell.language;

import java.time.Clock;
import java.time.LocalDate;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Dates: each stands for the whole period typed, at both ends of a range too. */
final class DateScale implements NumberReader.Scale {
  private static final double MJD_OF_1900 = 15_020;

  private final Field field;
  private final Dates dates;

  DateScale(Field field, Clock clock) {
    this.field = field;
    this.dates = new Dates(clock);
  }

  @Override
  public Extent whole(ValueText value) {
    if (Dates.isMjd(value.text()) && !field.name().equals(Fields.DATE)) {
      return new Quantities(field.name(), "").tolerant(value);
    }
    return end(value, null);
  }

  @Override
  public Extent end(ValueText value, ValueText other) {
    Period period =
        dates
            .parse(value.text())
            .orElseThrow(() -> value.fault(new MistakenDates(dates).explain(value.text())));
    return new Extent(period.startMjd(), period.endMjd(), period.isInstant());
  }

  // No space telescope was there before 1900, but a year far ahead is read as a day long ago.
  @Override
  public String note(ValueText value, Extent extent) {
    boolean old = extent.high() < MJD_OF_1900 && !value.text().equals("0");
    if (!old || !Dates.isMjd(value.text())) {
      return "";
    }
    LocalDate day =
        LocalDate.ofEpochDay(
            (long) Math.floor((extent.low() + extent.high()) / 2) - Dates.EPOCH_MJD);
    return field.name()
        + ": "
        + value.text()
        + " is an MJD, on "
        + day
        + "; years go from 1900 to 2100, and an MJD of 2022 is like 59772.4";
  }
}
