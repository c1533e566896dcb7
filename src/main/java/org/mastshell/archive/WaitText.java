package org.mastshell.archive;

import java.time.Duration;

/**
 * A length of time in a word or two, as messages have it: {@code 300 ms}, {@code 58 s}, 1 h, 3
 * days.
 */
public final class WaitText {
  private static final long MINUTES_FROM = 120;
  private static final long HOURS_FROM = 3600;
  private static final long DAYS_FROM = 48 * 3600;
  private static final long DAY = 24 * 3600;

  private WaitText() {}

  /** Rounded up where it is not told to the second, so that who comes back then is not early. */
  public static String of(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0) {
      return time.toMillis() + " ms";
    }
    if (seconds < MINUTES_FROM) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    if (seconds < HOURS_FROM) {
      return minutes + " min";
    }
    if (seconds >= DAYS_FROM) {
      return (seconds + DAY - 1) / DAY + " days";
    }
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  /** Of what is still to come, to whole seconds: a person reads it, and counts. */
  public static String left(Duration time) {
    long seconds = Math.max(1, (time.toMillis() + 999) / 1000);
    boolean exact = seconds >= MINUTES_FROM && seconds < HOURS_FROM && seconds % 60 > 0;
    return exact ? seconds / 60 + " min " + seconds % 60 + " s" : of(Duration.ofSeconds(seconds));
  }
}
