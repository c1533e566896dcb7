package org.mastshell.language;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/** Writes dates that count from a moment ({@code -30d}, {@code today}) as those that they meant. */
final class AbsoluteDates {
  // Not a number of weeks: of a Monday a Monday would be made.
  private static final Duration LATER = Duration.ofDays(365).plusMinutes(7);

  private final Dates then;
  private final Dates later;

  /**
   * @param clock the moment from which they count
   */
  AbsoluteDates(Clock clock) {
    then = new Dates(clock);
    later = new Dates(Clock.offset(clock, LATER));
  }

  /** The criterion with its dates absolute; empty where they are so already. */
  Optional<String> of(CriterionText criterion, Field field) {
    if (field.kind() != ValueKind.DATE || criterion.values().stream().noneMatch(this::isRelative)) {
      return Optional.empty();
    }
    String values = criterion.values().stream().map(this::written).collect(Collectors.joining(","));
    return Optional.of(criterion.field().raw() + criterion.operator().symbol() + values);
  }

  private boolean isRelative(Word value) {
    return ends(value).stream().anyMatch(this::isRelative);
  }

  private boolean isRelative(String end) {
    Optional<Period> meant = then.parse(end);
    return meant.isPresent() && !meant.equals(later.parse(end));
  }

  private String written(Word value) {
    if (!isRelative(value)) {
      return value.raw();
    }
    return ends(value).stream()
        .map(end -> isRelative(end) ? written(then.parse(end).orElseThrow()) : end)
        .map(end -> end.indexOf(' ') < 0 ? end : Quoting.quote(end))
        .collect(Collectors.joining(".."));
  }

  // Only days and instants count from a moment.
  private static String written(Period period) {
    return period.isInstant()
        ? Double.toString(period.startMjd())
        : LocalDate.ofEpochDay((long) period.startMjd() - Dates.EPOCH_MJD).toString();
  }

  private static List<String> ends(Word value) {
    return Stream.of(value.text().split("\\.\\.", -1)).map(String::strip).toList();
  }
}
