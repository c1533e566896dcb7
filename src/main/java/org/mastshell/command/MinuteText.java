package org.mastshell.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes instants as people read them, to the minute, in UTC. */
final class MinuteText {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private MinuteText() {}

  static String of(Instant instant) {
    return FORM.format(instant);
  }
}
