package org.mastshell.language;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of the right form with a zone, a day or a time that there is not. */
final class TimesOfDay implements DateHabit {
  private static final int MONTHS = 12;
  private static final Pattern ISO =
      DateHabit.pattern("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2})([t ]\\s*\\d{1,2}(?::\\d{1,2}.*)?)?)?");
  private static final Pattern ZONE =
      DateHabit.pattern(
          "(\\d{4}-\\d{2}-\\d{2})[t ]\\s*(\\d{2}:\\d{2})(:\\d{2})?\\S*?\\s*([+-]\\d{2}):?(\\d{2})?");
  private static final Pattern UTC =
      DateHabit.pattern("(\\d{4}-\\d{2}-\\d{2})[t ]\\s*(\\d{2}:\\d{2}\\S*)\\s*(?:utc?|gmt)");
  private static final Pattern CLOCK = DateHabit.pattern("\\d{1,2}:\\d{2}(?::\\d{2})?");

  private final Dates dates;

  TimesOfDay(Dates dates) {
    this.dates = dates;
  }

  @Override
  public Optional<Remark> explain(String text) {
    Matcher utc = UTC.matcher(text);
    if (utc.matches()) {
      String meant = utc.group(1) + "T" + utc.group(2);
      return dates
          .parse(meant)
          .map(date -> Remark.meant(DateHabit.none(text) + ": times are UTC anyway", meant));
    }
    if (CLOCK.matcher(text).matches()) {
      return Optional.of(
          Remark.of(DateHabit.none(text), "a time stands behind its day, as in 2022-07-12T10:30"));
    }
    return otherZone(text).or(() -> impossible(text));
  }

  private static Optional<Remark> otherZone(String text) {
    Matcher parts = ZONE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String seconds = parts.group(3) == null ? ":00" : parts.group(3);
    String zone = parts.group(4) + ":" + (parts.group(5) == null ? "00" : parts.group(5));
    try {
      LocalDateTime utc =
          OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2) + seconds + zone)
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime();
      String pattern = parts.group(3) == null ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss";
      String meant = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(utc);
      return Optional.of(
          new Remark(
              DateHabit.none(text) + ": times are UTC, without a zone",
              "that is " + meant,
              Optional.of(meant)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private Optional<Remark> impossible(String text) {
    Matcher parts = ISO.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(parts.group(2));
    if (month < 1 || month > MONTHS) {
      return Optional.of(noMonth(text, parts));
    }
    YearMonth of = YearMonth.of(Integer.parseInt(parts.group(1)), month);
    if (parts.group(3) != null && !of.isValidDay(Integer.parseInt(parts.group(3)))) {
      return Optional.of(noDay(text, of));
    }
    return parts.group(4) == null
        ? Optional.empty()
        : Optional.of(
            Remark.of(
                DateHabit.none(text),
                "hours go from 00 to 23, minutes and seconds from 00 to 59, as in "
                    + of
                    + "-12T10:30:00"));
  }

  private Remark noMonth(String text, Matcher parts) {
    String message = DateHabit.none(text) + ": months go from 01 to 12";
    if (parts.group(3) != null) {
      String turned = DateHabit.dashed(parts.group(1), parts.group(3), parts.group(2));
      if (dates.parse(turned).isPresent()) {
        return Remark.meant(message, turned);
      }
    }
    return Remark.of(
        message, "a date is like " + parts.group(1) + "-07-12, the month before the day");
  }

  private static Remark noDay(String text, YearMonth month) {
    String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Remark.of(
        DateHabit.none(text)
            + ": "
            + name
            + " "
            + month.getYear()
            + " has "
            + month.lengthOfMonth()
            + " days",
        "its last day is " + month.atEndOfMonth() + ", and " + month + " is all of it");
  }
}
