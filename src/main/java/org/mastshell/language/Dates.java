package org.mastshell.language;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates, all in UTC. Each stands for the whole period typed: {@code 2022} for a year, {@code
 * 2022-07} for a month, {@code 2022-07-12} for a day, {@code 2022-07-12T10:30} for a minute. A
 * whole number from 1900 to 2100 is a year; any other number is a Modified Julian Date, an instant.
 * {@code today yesterday tomorrow monday -30d +2w} are days (a day of the week is the last one,
 * today included), {@code now -6h +90min} are instants.
 */
public final class Dates {
  /** Modified Julian Date of 1970-01-01. */
  static final long EPOCH_MJD = 40_587;

  private static final double SECONDS_A_DAY = 86_400;
  private static final double NANOSECONDS_A_SECOND = 1e9;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  /** The year 2200: a larger number is a date written some other way. */
  private static final double LAST_MJD = 125_000;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d*)?|\\.\\d+");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})"
              + "(?:[Tt ]\\s*(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?\\s*[Zz]?)?)?");
  private static final Pattern RELATIVE =
      Pattern.compile("([+-]\\d{1,6})\\s*(d|days?|w|weeks?|h|hours?|min|minutes?)");

  private final Clock clock;

  /** Relative dates count from this clock's time. */
  public Dates(Clock clock) {
    this.clock = clock;
  }

  /** The Modified Julian Date of an instant. */
  public static double mjd(Instant instant) {
    double seconds = instant.getEpochSecond() + instant.getNano() / NANOSECONDS_A_SECOND;
    return EPOCH_MJD + seconds / SECONDS_A_DAY;
  }

  /** Words that dates can be typed as, the likeliest first. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(List.of("today", "yesterday", "now", "-7d", "-30d"));
    words.add("tomorrow");
    Arrays.stream(DayOfWeek.values())
        .map(day -> day.name().toLowerCase(Locale.ROOT))
        .forEach(words::add);
    return List.copyOf(words);
  }

  /** The period that a text stands for; empty if it is no date. */
  public Optional<Period> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (isMjd(lower)) {
        double mjd = Double.parseDouble(lower);
        return Optional.of(new Period(mjd, mjd));
      }
      return calendar(lower).or(() -> named(lower)).or(() -> relative(lower));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether a text is taken for a year. */
  public static boolean isYear(String text) {
    if (!YEAR.matcher(text).matches()) {
      return false;
    }
    int year = Integer.parseInt(text);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** Whether a text is a Modified Julian Date rather than a year or a date of the calendar. */
  static boolean isMjd(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return false;
    }
    double number = Double.parseDouble(text);
    boolean nearYear = number >= FIRST_YEAR && number < LAST_YEAR + 1;
    return !nearYear && number <= LAST_MJD;
  }

  private Optional<Period> calendar(String text) {
    if (YEAR.matcher(text).matches()) {
      int year = Integer.parseInt(text);
      return isYear(text)
          ? Optional.of(days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
          : Optional.empty();
    }
    Matcher parts = ISO.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    LocalDate month = LocalDate.of(year, Integer.parseInt(parts.group(2)), 1);
    if (parts.group(3) == null) {
      return Optional.of(days(month, month.plusMonths(1)));
    }
    LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(parts.group(3)));
    return Optional.of(parts.group(4) == null ? day(day) : time(day, parts));
  }

  private static Period time(LocalDate day, Matcher parts) {
    int hour = Integer.parseInt(parts.group(4));
    if (parts.group(5) == null) {
      return period(day.atTime(hour, 0), ChronoUnit.HOURS);
    }
    int minute = Integer.parseInt(parts.group(5));
    if (parts.group(6) == null) {
      return period(day.atTime(hour, minute), ChronoUnit.MINUTES);
    }
    LocalDateTime second = day.atTime(hour, minute, Integer.parseInt(parts.group(6)));
    String fraction = parts.group(7);
    if (fraction == null) {
      return period(second, ChronoUnit.SECONDS);
    }
    int nanoseconds = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return instant(second.plusNanos(nanoseconds).toInstant(ZoneOffset.UTC));
  }

  private Optional<Period> named(String text) {
    LocalDate today = today();
    return switch (text) {
      case "now" -> Optional.of(instant(clock.instant()));
      case "today" -> Optional.of(day(today));
      case "yesterday" -> Optional.of(day(today.minusDays(1)));
      case "tomorrow" -> Optional.of(day(today.plusDays(1)));
      default ->
          Arrays.stream(DayOfWeek.values())
              .filter(weekday -> weekday.name().equalsIgnoreCase(text))
              .findFirst()
              .map(weekday -> day(today.with(TemporalAdjusters.previousOrSame(weekday))));
    };
  }

  private Optional<Period> relative(String text) {
    Matcher parts = RELATIVE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    String unit = parts.group(2);
    if (unit.startsWith("d")) {
      return Optional.of(day(today().plusDays(amount)));
    }
    if (unit.startsWith("w")) {
      return Optional.of(day(today().plusWeeks(amount)));
    }
    ChronoUnit step = unit.startsWith("h") ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
    return Optional.of(instant(clock.instant().plus(amount, step)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Period instant(Instant instant) {
    return new Period(mjd(instant), mjd(instant));
  }

  private static Period day(LocalDate day) {
    return days(day, day.plusDays(1));
  }

  private static Period days(LocalDate start, LocalDate end) {
    return new Period(start.toEpochDay() + EPOCH_MJD, end.toEpochDay() + EPOCH_MJD);
  }

  private static Period period(LocalDateTime start, ChronoUnit length) {
    return new Period(
        mjd(start.toInstant(ZoneOffset.UTC)), mjd(start.plus(1, length).toInstant(ZoneOffset.UTC)));
  }
}
