package org.mastshell.formats;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What STIL reports by logging is of no use to a person. */
final class StilLogging {
  // Held here, as a logger that nobody holds forgets its level.
  private static final Logger STIL = Logger.getLogger("uk.ac.starlink");

  private StilLogging() {}

  /** Nothing is logged from here on. */
  static void silence() {
    STIL.setLevel(Level.OFF);
  }
}
