package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mastshell.language.Dates;
import org.mastshell.output.MjdDates;
import org.mastshell.table.Column;
import org.mastshell.vocabulary.Field;

/**
 * Counts dates by days, months or years: the shortest of which there are not too many. Those that
 * no calendar has are one line of their own.
 */
final class DatePeriods {
  private static final int MOST = 24;
  private static final int DAY = 10;
  private static final int MONTH = 7;
  private static final int YEAR = 4;
  private static final String OUTSIDE = "outside of the years 1 to 9999";

  private DatePeriods() {}

  /** The lines in the order of time. */
  static List<FacetLine> of(Field field, Column dates) {
    Map<String, Integer> days = new TreeMap<>();
    int outside = 0;
    for (int row = 0; row < dates.size(); row++) {
      double date = dates.number(row);
      if (MjdDates.isInCalendar(date)) {
        // A day begins with a whole number, and its name must not be rounded to the next one.
        days.merge(MjdDates.day(Math.floor(date)), 1, Integer::sum);
      } else if (!Double.isNaN(date)) {
        outside++;
      }
    }
    List<FacetLine> lines = lines(field, shortest(days));
    if (outside > 0) {
      lines.add(new FacetLine(field, OUTSIDE, OUTSIDE, Optional::empty, outside));
    }
    return lines;
  }

  private static Map<String, Integer> shortest(Map<String, Integer> days) {
    for (int length : new int[] {DAY, MONTH}) {
      Map<String, Integer> periods = by(days, length);
      if (periods.size() <= MOST) {
        return periods;
      }
    }
    return by(days, YEAR);
  }

  private static Map<String, Integer> by(Map<String, Integer> days, int length) {
    Map<String, Integer> periods = new TreeMap<>();
    days.forEach((day, rows) -> periods.merge(day.substring(0, length), rows, Integer::sum));
    return periods;
  }

  private static List<FacetLine> lines(Field field, Map<String, Integer> periods) {
    List<FacetLine> lines = new ArrayList<>();
    periods.forEach(
        (period, rows) ->
            lines.add(
                new FacetLine(field, period, period, () -> Optional.of(typed(period)), rows)));
    return lines;
  }

  // What is typed alone is a year only where the language takes it for one.
  private static String typed(String period) {
    return period.length() > YEAR || Dates.isYear(period)
        ? period
        : period + "-01-01.." + period + "-12-31";
  }
}
