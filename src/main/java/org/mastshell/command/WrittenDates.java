package org.mastshell.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mastshell.language.Dates;
import org.mastshell.language.Period;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.DecimalColumn;

/**
 * Columns of dates as other programs write them: days, or days and times, of the calendar, UTC or
 * as far from it as they say ({@code +02:00}).
 */
final class WrittenDates {
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(?:[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?[Zz]?)?");
  private static final Pattern AWAY =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "([+-]\\d{2}:?\\d{2})");
  private static final int FIRST_MJD = 15_020;
  private static final int LAST_MJD = 88_069;

  private WrittenDates() {}

  /**
   * A column of texts as Modified Julian Dates; of a day its beginning.
   *
   * @return empty if a text is no date, or none is there
   */
  static Optional<Column> mjd(Column cells) {
    if (cells.type() != ColumnType.TEXT) {
      return Optional.empty();
    }
    Dates dates = new Dates(Clock.systemUTC());
    double[] numbers = new double[cells.size()];
    boolean any = false;
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = Double.NaN;
      if (!cells.isMissing(row)) {
        Optional<Period> date = date(cells.text(row), dates);
        if (date.isEmpty()) {
          return Optional.empty();
        }
        any = true;
        numbers[row] = date.get().startMjd();
      }
    }
    return any ? Optional.of(DecimalColumn.of(numbers)) : Optional.empty();
  }

  /** Whether a text is such a date. */
  static boolean isDate(String text) {
    return date(text, new Dates(Clock.systemUTC())).isPresent();
  }

  private static Optional<Period> date(String text, Dates dates) {
    String written = text.strip();
    Matcher away = AWAY.matcher(written);
    return Optional.of(away.matches() ? utc(away) : written)
        .filter(WHOLE.asMatchPredicate())
        .flatMap(dates::parse);
  }

  private static String utc(Matcher away) {
    try {
      return LocalDateTime.parse(away.group(1) + "T" + away.group(2))
          .atOffset(ZoneOffset.of(away.group(3)))
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDateTime()
          .toString();
    } catch (DateTimeException none) {
      return "";
    }
  }

  /** Whether all numbers are Modified Julian Dates of the years from 1900 to 2099. */
  static boolean areMjd(Column cells) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row))
        .mapToDouble(cells::number)
        .allMatch(mjd -> mjd >= FIRST_MJD && mjd < LAST_MJD);
  }
}
