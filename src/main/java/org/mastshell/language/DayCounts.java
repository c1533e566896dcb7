package org.mastshell.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as numbers that are no MJD: Julian Dates, parts of a year, seconds since 1970. */
final class DayCounts implements DateHabit {
  private static final double JULIAN_DATE_OF_MJD_ZERO = 2_400_000.5;
  private static final double ROUND = 1e5;
  private static final int DIGITS_OF_SECONDS = 10;
  private static final long MILLISECONDS = 1000;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final Pattern JULIAN = DateHabit.pattern("(?:jd\\s*)?(24\\d{5}(?:\\.\\d{0,9})?)");
  private static final Pattern MJD = DateHabit.pattern("mjd\\s*(\\d{5}(?:\\.\\d*)?)");
  private static final Pattern YEAR = DateHabit.pattern("j?((?:19|20)\\d{2})(\\.\\d+)");
  private static final Pattern SINCE_1970 = DateHabit.pattern("1\\d{9}(?:\\d{3})?");

  @Override
  public Optional<Remark> explain(String text) {
    Matcher julian = JULIAN.matcher(text);
    if (julian.matches()) {
      return Optional.of(julian(julian.group(1)));
    }
    Matcher mjd = MJD.matcher(text);
    if (mjd.matches()) {
      return Optional.of(Remark.meant(DateHabit.none(text), mjd.group(1)));
    }
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return Optional.of(partOfYear(text, year));
    }
    return SINCE_1970.matcher(text).matches() ? Optional.of(since1970(text)) : Optional.empty();
  }

  private static Remark julian(String number) {
    double days = Double.parseDouble(number) - JULIAN_DATE_OF_MJD_ZERO;
    String mjd = Double.toString(Math.round(days * ROUND) / ROUND);
    LocalDate day = LocalDate.ofEpochDay((long) Math.floor(days) - Dates.EPOCH_MJD);
    // An MJD with a fraction means that moment, but who gives none, or a half, means the day.
    boolean wholeDay = number.matches("\\d+(?:\\.[05]?0*)?");
    String meant =
        wholeDay ? day.toString() : SECOND.format(day.atStartOfDay().plusSeconds(seconds(days)));
    return new Remark(
        number + " is no date here but a Julian Date (JD)",
        "its MJD is " + mjd + ", on " + day,
        Optional.of(meant));
  }

  private static long seconds(double days) {
    return Math.round((days - Math.floor(days)) * SECONDS_OF_DAY);
  }

  private static Remark partOfYear(String text, Matcher parts) {
    Year year = Year.of(Integer.parseInt(parts.group(1)));
    int day = (int) (Double.parseDouble("0" + parts.group(2)) * year.length());
    String meant = year.atDay(day + 1).toString();
    return new Remark(
        DateHabit.none(text), "a part of a year? that is " + meant, Optional.of(meant));
  }

  private static Remark since1970(String text) {
    long number = Long.parseLong(text);
    boolean seconds = text.length() == DIGITS_OF_SECONDS;
    Instant instant = Instant.ofEpochSecond(seconds ? number : number / MILLISECONDS);
    String meant = SECOND.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    return new Remark(
        DateHabit.none(text),
        (seconds ? "seconds" : "milliseconds") + " since 1970? that is " + meant,
        Optional.of(meant));
  }
}
