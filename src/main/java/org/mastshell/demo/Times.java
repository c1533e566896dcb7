package org.mastshell.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Times as the mission searches write them. */
final class Times {
  private static final LocalDateTime FIRST = LocalDate.of(1858, 11, 17).atStartOfDay();
  private static final double MICROS_A_DAY = 86_400_000_000.0;

  private Times() {}

  /** An MJD as {@code 2022-07-12T16:53:18.123000}. */
  static String text(double mjd) {
    LocalDateTime moment = FIRST.plus(Math.round(mjd * MICROS_A_DAY), ChronoUnit.MICROS);
    String text = moment.toString();
    return text.length() == 16 ? text + ":00" : text;
  }
}
