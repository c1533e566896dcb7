package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mastshell.output.MjdDates;
import org.mastshell.table.Column;
import org.mastshell.vocabulary.Field;

/** Counts dates by days, months or years: the shortest of which there are not too many. */
final class DatePeriods {
  private static final int MOST = 24;
  private static final int DAY = 10;
  private static final int MONTH = 7;
  private static final int YEAR = 4;

  private DatePeriods() {}

  /** The lines in the order of time. */
  static List<FacetLine> of(Field field, Column dates) {
    Map<String, Integer> days = new TreeMap<>();
    for (int row = 0; row < dates.size(); row++) {
      double date = dates.number(row);
      if (!Double.isNaN(date)) {
        // A day begins with a whole number, and its name must not be rounded to the next one.
        days.merge(MjdDates.day(Math.floor(date)), 1, Integer::sum);
      }
    }
    for (int length : new int[] {DAY, MONTH}) {
      Map<String, Integer> periods = by(days, length);
      if (periods.size() <= MOST) {
        return lines(field, periods);
      }
    }
    return lines(field, by(days, YEAR));
  }

  private static Map<String, Integer> by(Map<String, Integer> days, int length) {
    Map<String, Integer> periods = new TreeMap<>();
    days.forEach(
        (day, rows) ->
            periods.merge(day.substring(0, Math.min(length, day.length())), rows, Integer::sum));
    return periods;
  }

  private static List<FacetLine> lines(Field field, Map<String, Integer> periods) {
    List<FacetLine> lines = new ArrayList<>();
    periods.forEach((period, rows) -> lines.add(new FacetLine(field, period, period, true, rows)));
    return lines;
  }
}
