package org.mastshell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Something that takes time, and how much it may take. */
interface Measurement {

  /** What is measured, in a few words. */
  String what();

  /** How long it may take, if that was promised. */
  Optional<Duration> target();

  /**
   * Measures it several times.
   *
   * @throws IOException if it cannot be measured; the message says why
   */
  Samples measure() throws IOException, InterruptedException;
}
