package org.mastshell.language;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.vocabulary.NearestWords;

/** Dates and stretches of time as people say them: 30 days ago, last week, July to August. */
final class SpokenDates implements DateHabit {
  private static final Pattern AGO =
      DateHabit.pattern(
          "(?:last |past )?(\\d{1,5})\\s*(days?|d|weeks?|w|hours?|h|min(?:utes?)?|months?|years?)"
              + "(?: ago)?");
  private static final Pattern LAST = DateHabit.pattern("(?:last|past|this) (week|month|year)");
  private static final Pattern SEPARATOR =
      DateHabit.pattern("/|:|\\s+to\\s+|\\s+until\\s+|\u2013|\\s+-\\s+|-");
  private static final int DAYS_A_YEAR = 365;
  private static final int DAYS_A_MONTH = 30;

  private final Dates dates;
  private final List<String> words =
      Stream.concat(
              Stream.of("now", "today", "yesterday", "tomorrow"),
              Stream.of(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)))
          .toList();

  SpokenDates(Dates dates) {
    this.dates = dates;
  }

  @Override
  public Optional<Remark> explain(String text) {
    Matcher last = LAST.matcher(text);
    if (last.matches()) {
      return Optional.of(relative(text, 1, last.group(1)));
    }
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return Optional.of(relative(text, Integer.parseInt(ago.group(1)), ago.group(2)));
    }
    return range(text)
        .or(
            () ->
                NearestWords.only(text, words)
                    .map(near -> Remark.meant(DateHabit.none(text), near)));
  }

  private static Remark relative(String text, int amount, String unit) {
    String step =
        switch (Character.toLowerCase(unit.charAt(0))) {
          case 'd' -> amount + "d";
          case 'w' -> amount + "w";
          case 'h' -> amount + "h";
          case 'y' -> amount * DAYS_A_YEAR + "d";
          default ->
              unit.toLowerCase(Locale.ROOT).startsWith("mo")
                  ? amount * DAYS_A_MONTH + "d"
                  : amount + "min";
        };
    return new Remark(
        DateHabit.none(text),
        "did you mean -"
            + step
            + "? all since then is -"
            + step
            + ".., and +"
            + step
            + " is to come",
        Optional.of("-" + step));
  }

  private Optional<Remark> range(String text) {
    Matcher between = SEPARATOR.matcher(text);
    while (between.find()) {
      String low = text.substring(0, between.start());
      String high = text.substring(between.end());
      // A third dot would belong to neither end.
      boolean dotted = low.endsWith(".") || high.startsWith(".");
      if (!dotted && dates.parse(low).isPresent() && dates.parse(high).isPresent()) {
        String meant = low + ".." + high;
        return Optional.of(
            new Remark(DateHabit.none(text), "a range has two dots: " + meant, Optional.of(meant)));
      }
    }
    return Optional.empty();
  }
}
