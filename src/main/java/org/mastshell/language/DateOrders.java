package org.mastshell.language;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates with other signs between their parts, with the parts in another order, or with months. */
final class DateOrders implements DateHabit {
  private static final Pattern COMPACT =
      DateHabit.pattern("((?:19|20)\\d{2})([01]\\d)([0-3]\\d)(?:t?(\\d{2})(\\d{2})(\\d{2})?)?");
  private static final Pattern YEAR_FIRST =
      DateHabit.pattern("(\\d{4})[/._: ](\\d{1,2})(?:[/._: ](\\d{1,2}))?");
  private static final Pattern YEAR_LAST =
      DateHabit.pattern("(\\d{1,2})([/._ -])(\\d{1,2})[/._ -](\\d{4})");
  private static final Pattern SHORT_YEAR = DateHabit.pattern("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}");
  private static final int SHORTEST_MONTH = 3;

  private final Dates dates;

  DateOrders(Dates dates) {
    this.dates = dates;
  }

  @Override
  public Optional<Remark> explain(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return meant(
          text, DateHabit.dashed(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(text, yearLast);
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return meant(text, compact(compact));
    }
    return SHORT_YEAR.matcher(text).matches()
        ? Optional.of(
            Remark.of(
                DateHabit.none(text), "years have four digits and come first, as in 2022-07-12"))
        : monthName(text);
  }

  // With dots the day comes first everywhere; else Americans put the month first.
  private Optional<Remark> yearLast(String text, Matcher parts) {
    String dayFirst = DateHabit.dashed(parts.group(4), parts.group(3), parts.group(1));
    String monthFirst = DateHabit.dashed(parts.group(4), parts.group(1), parts.group(3));
    boolean either =
        isDate(dayFirst)
            && isDate(monthFirst)
            && !dayFirst.equals(monthFirst)
            && !parts.group(2).equals(".");
    return either
        ? Optional.of(
            Remark.of(
                DateHabit.none(text),
                "did you mean "
                    + dayFirst
                    + " (the day first) or "
                    + monthFirst
                    + " (the month first)?"))
        : meant(text, dayFirst).or(() -> meant(text, monthFirst));
  }

  private static String compact(Matcher parts) {
    String day = DateHabit.dashed(parts.group(1), parts.group(2), parts.group(3));
    String minute = parts.group(4) == null ? "" : "T" + parts.group(4) + ":" + parts.group(5);
    return day + minute + (parts.group(6) == null ? "" : ":" + parts.group(6));
  }

  // 12 July 2022; July 12, 2022; 2022-Jul-12; Jul-2022
  private Optional<Remark> monthName(String text) {
    List<String> numbers = new ArrayList<>();
    List<Month> months = new ArrayList<>();
    for (String token : text.split("[\\s,./_-]+", -1)) {
      Optional<Month> named = month(token);
      named.ifPresentOrElse(
          months::add, () -> numbers.add(token.replaceFirst("(?<=\\d)(?:st|nd|rd|th)$", "")));
    }
    Optional<String> year = numbers.stream().filter(n -> n.matches("\\d{4}")).findFirst();
    Optional<String> day = numbers.stream().filter(n -> n.matches("\\d{1,2}")).findFirst();
    boolean complete = months.size() == 1 && year.isPresent();
    if (!complete || numbers.size() != (day.isPresent() ? 2 : 1)) {
      return Optional.empty();
    }
    String month = Integer.toString(months.get(0).getValue());
    return meant(text, DateHabit.dashed(year.get(), month, day.orElse(null)));
  }

  private static Optional<Month> month(String word) {
    return Stream.of(Month.values())
        .filter(month -> word.length() >= SHORTEST_MONTH)
        .filter(month -> month.name().startsWith(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private Optional<Remark> meant(String text, String date) {
    return isDate(date) ? Optional.of(Remark.meant(DateHabit.none(text), date)) : Optional.empty();
  }

  private boolean isDate(String text) {
    return dates.parse(text).isPresent();
  }
}
