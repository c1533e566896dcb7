package org.mastshell.archive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of the archive's services as MJD: UTC text such as {@code 1993-09-24T21:00:16.633000} of
 * the mission searches, milliseconds since 1970 such as {@code /Date(1654431289470)/} of the
 * keywords.
 */
final class ServiceDates {
  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  // The day on which Modified Julian Dates begin, 1858-11-17.
  private static final LocalDateTime FIRST = LocalDate.ofEpochDay(-40_587).atStartOfDay();
  // The MJD of 1970-01-01.
  private static final double UNIX = 40_587;
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d{1,15})\\)/");
  private static final double MILLIS_A_DAY = 86_400_000;

  private ServiceDates() {}

  /** The MJD of a text such as {@code /Date(1654431289470)/}; NaN where it is none. */
  static double ofMillis(String text) {
    Matcher millis = MILLIS.matcher(text.strip());
    return millis.matches() ? UNIX + Long.parseLong(millis.group(1)) / MILLIS_A_DAY : Double.NaN;
  }

  /** The MJD of such a text; none where it is no date. */
  static OptionalDouble mjd(String text) {
    double written = ofMillis(text);
    if (!Double.isNaN(written)) {
      return OptionalDouble.of(written);
    }
    String typed = text.strip().replace(' ', 'T');
    if (typed.endsWith("Z")) {
      typed = typed.substring(0, typed.length() - 1);
    }
    try {
      LocalDateTime moment =
          typed.indexOf('T') < 0
              ? LocalDate.parse(typed).atStartOfDay()
              : LocalDateTime.parse(typed);
      long day = moment.toLocalDate().toEpochDay();
      double part = moment.toLocalTime().toNanoOfDay() / (MILLIS_A_DAY * 1_000_000);
      return OptionalDouble.of(day - FIRST.toLocalDate().toEpochDay() + part);
    } catch (DateTimeException noDate) {
      return OptionalDouble.empty();
    }
  }

  /** An MJD as the searches take it, to the millisecond. */
  static String text(double mjd, RoundingMode rounding) {
    // Beyond these years a clock of four digits has no text for it.
    double held = Math.max(-600_000, Math.min(mjd, 2_900_000));
    long millis = BigDecimal.valueOf(held * MILLIS_A_DAY).setScale(0, rounding).longValueExact();
    LocalDateTime moment = FIRST.plus(millis, ChronoUnit.MILLIS);
    return moment.atOffset(ZoneOffset.UTC).format(SENT);
  }
}
