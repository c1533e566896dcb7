package org.mastshell.language;

import java.util.List;

/** Explains texts that are no dates here: how they are to be written. */
final class MistakenDates {
  private static final String EXAMPLES =
      "a date is like 2022, 2022-07, 2022-07-12, 2022-07-12T10:30, 59772.4 (MJD), today, -30d";

  private final List<DateHabit> habits;

  /**
   * @param dates what is understood
   */
  MistakenDates(Dates dates) {
    habits =
        List.of(
            new DayCounts(), new DateOrders(dates), new TimesOfDay(dates), new SpokenDates(dates));
  }

  /** Why a text is no date, and which date was probably meant. */
  Remark explain(String typed) {
    String text = typed.strip();
    return habits.stream()
        .flatMap(habit -> habit.explain(text).stream())
        .findFirst()
        .orElseGet(() -> Remark.of(DateHabit.none(text), EXAMPLES));
  }
}
