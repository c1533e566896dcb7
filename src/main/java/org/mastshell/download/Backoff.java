package org.mastshell.download;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before a further try: twice as long each time, up to half a minute, and a little
 * more or less, so that transfers that failed together do not come back together.
 */
record Backoff(Duration first) {
  private static final long LONGEST_MILLIS = 30_000;

  static Backoff usual() {
    return new Backoff(Duration.ofMillis(500));
  }

  /** The wait after so many failed tries. */
  Duration after(int tries) {
    long doubled = first.toMillis() << Math.min(tries - 1, 16);
    double jitter = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
    return Duration.ofMillis((long) (Math.min(doubled, LONGEST_MILLIS) * jitter));
  }
}
