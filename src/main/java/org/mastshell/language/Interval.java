package org.mastshell.language;

import java.time.Duration;
import java.util.Optional;

/** Reads how long to wait: a number with a unit of time. */
public final class Interval {
  private static final double LONGEST_DAYS = 365;
  private static final double SECONDS_A_DAY = 86_400;
  private static final double NANOS_A_SECOND = 1e9;

  private Interval() {}

  /**
   * The time that a word stands for.
   *
   * @param line in which the word stands, for messages
   * @param shortest that is allowed
   * @param why it is not allowed to be shorter, for messages
   * @throws SyntaxException if it is no such time, or too short or too long a one
   */
  public static Duration read(Word word, String line, Duration shortest, String why) {
    ValueText value = new ValueText(line, word);
    Quantities quantities = new Quantities("interval", "s");
    double seconds = quantities.exact(value, Optional.empty()).low();
    if (quantities.unitOf(value).isEmpty()) {
      throw value.fault(
          "of what are there " + value.text() + "?", "an interval has a unit: 30min, 1h, 1d");
    }
    if (seconds * NANOS_A_SECOND < shortest.toNanos() || seconds <= 0) {
      throw value.fault(value.text() + " is too short", why);
    }
    if (seconds > LONGEST_DAYS * SECONDS_A_DAY) {
      throw value.fault(value.text() + " is too long", "an interval is a year at most");
    }
    return Duration.ofNanos((long) (seconds * NANOS_A_SECOND));
  }
}
