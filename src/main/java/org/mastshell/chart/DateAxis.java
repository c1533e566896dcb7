package org.mastshell.chart;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * An axis of Modified Julian Dates that is marked at round dates and times of the calendar, UTC.
 */
public final class DateAxis implements Axis {
  private static final LocalDateTime START = LocalDateTime.of(1858, 11, 17, 0, 0);
  private static final double SECONDS_A_DAY = 86_400;
  private static final double FIRST = -678_575;
  private static final double LAST = 2_973_483;
  private static final int MOST_TICKS = 60;

  private static final List<Step> STEPS =
      List.of(
          new Step(1, ChronoUnit.SECONDS, "HH:mm:ss"),
          new Step(10, ChronoUnit.SECONDS, "HH:mm:ss"),
          new Step(30, ChronoUnit.SECONDS, "HH:mm:ss"),
          new Step(1, ChronoUnit.MINUTES, "HH:mm"),
          new Step(5, ChronoUnit.MINUTES, "HH:mm"),
          new Step(15, ChronoUnit.MINUTES, "HH:mm"),
          new Step(30, ChronoUnit.MINUTES, "HH:mm"),
          new Step(1, ChronoUnit.HOURS, "HH:mm"),
          new Step(3, ChronoUnit.HOURS, "MM-dd HH:mm"),
          new Step(6, ChronoUnit.HOURS, "MM-dd HH:mm"),
          new Step(12, ChronoUnit.HOURS, "MM-dd HH:mm"),
          new Step(1, ChronoUnit.DAYS, "uuuu-MM-dd"),
          new Step(2, ChronoUnit.DAYS, "uuuu-MM-dd"),
          new Step(5, ChronoUnit.DAYS, "uuuu-MM-dd"),
          new Step(10, ChronoUnit.DAYS, "uuuu-MM-dd"),
          new Step(1, ChronoUnit.MONTHS, "uuuu-MM"),
          new Step(2, ChronoUnit.MONTHS, "uuuu-MM"),
          new Step(3, ChronoUnit.MONTHS, "uuuu-MM"),
          new Step(6, ChronoUnit.MONTHS, "uuuu-MM"),
          new Step(1, ChronoUnit.YEARS, "uuuu"),
          new Step(2, ChronoUnit.YEARS, "uuuu"),
          new Step(5, ChronoUnit.YEARS, "uuuu"),
          new Step(10, ChronoUnit.YEARS, "uuuu"),
          new Step(20, ChronoUnit.YEARS, "uuuu"),
          new Step(50, ChronoUnit.YEARS, "uuuu"),
          new Step(100, ChronoUnit.YEARS, "uuuu"),
          new Step(500, ChronoUnit.YEARS, "uuuu"));

  private final double low;
  private final double high;
  private final String label;

  private record Step(int count, ChronoUnit unit, String pattern) {
    double days() {
      return count * unit.getDuration().toSeconds() / SECONDS_A_DAY;
    }

    LocalDateTime before(LocalDateTime time) {
      return switch (unit) {
        case SECONDS ->
            time.truncatedTo(ChronoUnit.MINUTES).withSecond(time.getSecond() / count * count);
        case MINUTES ->
            time.truncatedTo(ChronoUnit.HOURS).withMinute(time.getMinute() / count * count);
        case HOURS -> time.truncatedTo(ChronoUnit.DAYS).withHour(time.getHour() / count * count);
        case DAYS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        case MONTHS -> month(time, (time.getMonthValue() - 1) / count * count + 1);
        default -> month(time.withYear(Math.max(1, time.getYear() / count * count)), 1);
      };
    }

    private static LocalDateTime month(LocalDateTime time, int month) {
      return time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).withMonth(month);
    }

    LocalDateTime after(LocalDateTime tick) {
      LocalDateTime next = tick.plus(count, unit);
      // Days are counted anew with each month, which has no room for a last short step.
      boolean crowded = unit == ChronoUnit.DAYS && count > 1 && next.getDayOfMonth() > 31 - count;
      boolean newMonth = unit == ChronoUnit.DAYS && next.getMonth() != tick.getMonth();
      if (newMonth) {
        return next.withDayOfMonth(1);
      }
      return crowded ? next.plusMonths(1).withDayOfMonth(1) : next;
    }
  }

  /**
   * @param low its lower end, in the years 1 to 9999
   * @param high its upper end, above the lower one
   * @param label what is measured
   */
  public DateAxis(double low, double high, String label) {
    if (!(low < high) || low < FIRST || high > LAST) {
      throw new IllegalArgumentException("no dates from " + low + " to " + high);
    }
    this.low = low;
    this.high = high;
    this.label = label;
  }

  /** Whether a Modified Julian Date is one of the years 1 to 9999. */
  public static boolean isDate(double mjd) {
    return mjd >= FIRST && mjd <= LAST;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public double place(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(double room, ToDoubleFunction<String> textWidth) {
    for (Step step : STEPS) {
      if ((high - low) / step.days() <= MOST_TICKS) {
        List<Tick> ticks = ticks(step);
        if (!ticks.isEmpty() && fits(ticks, room, textWidth)) {
          return ticks;
        }
      }
    }
    return List.of();
  }

  private List<Tick> ticks(Step step) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern(), Locale.ROOT);
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime end = time(high);
    LocalDateTime tick = step.before(time(low));
    while (!tick.isAfter(end)) {
      double value = mjd(tick);
      if (value >= low) {
        ticks.add(new Tick(value, format.format(tick)));
      }
      tick = step.after(tick);
    }
    return ticks;
  }

  private boolean fits(List<Tick> ticks, double room, ToDoubleFunction<String> textWidth) {
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double half = textWidth.applyAsDouble(tick.label()) / 2;
      double middle = place(tick.value()) * room;
      if (middle - half < free) {
        return false;
      }
      free = middle + half;
    }
    return true;
  }

  private static LocalDateTime time(double mjd) {
    return START.plusSeconds(Math.round(mjd * SECONDS_A_DAY));
  }

  private static double mjd(LocalDateTime time) {
    return Duration.between(START, time).toSeconds() / SECONDS_A_DAY;
  }
}
