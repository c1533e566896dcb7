package org.mastshell.output;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Modified Julian Dates (days since 1858-11-17, IAU 1973) as dates and times of the calendar, UTC.
 */
public final class MjdDates {
  private static final LocalDateTime START = LocalDateTime.of(1858, 11, 17, 0, 0);
  private static final double FIRST = -678_575;
  private static final double END = 2_973_484;
  private static final double SECONDS_A_DAY = 86_400;
  private static final DateTimeFormatter MINUTE = pattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = pattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = pattern("uuuu-MM-dd");

  private MjdDates() {}

  /**
   * Date and time to the minute: {@code 2022-05-02 11:04}.
   *
   * @param mjd outside the years 1 to 9999 the number itself is returned; of NaN an empty text
   */
  public static String text(double mjd) {
    return format(mjd, MINUTE);
  }

  /** Whether a date lies in the years 1 to 9999; NaN does not. */
  public static boolean isInCalendar(double mjd) {
    return mjd >= FIRST && mjd < END;
  }

  /** Date and time to the second: {@code 2022-05-02 11:04:33}. */
  public static String second(double mjd) {
    return format(mjd, SECOND);
  }

  /** The date alone: {@code 2022-05-02}. */
  public static String day(double mjd) {
    return format(mjd, DAY);
  }

  /** The days from one date to another, which is not earlier: {@code 2022-07-12 to 2022-07-14}. */
  public static String days(double first, double last) {
    String day = day(first);
    return day.equals(day(last)) ? day : day + " to " + day(last);
  }

  // Whole seconds are taken first, since a double holds an exact minute only nearly.
  private static String format(double mjd, DateTimeFormatter formatter) {
    if (Double.isNaN(mjd)) {
      return "";
    }
    if (!isInCalendar(mjd)) {
      return Double.toString(mjd);
    }
    long seconds = Math.round(mjd * SECONDS_A_DAY);
    LocalDateTime time = START.plusSeconds(seconds);
    return time.getYear() > 9999 ? Double.toString(mjd) : formatter.format(time);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
