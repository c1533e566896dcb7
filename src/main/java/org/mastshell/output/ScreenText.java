package org.mastshell.output;

import java.util.Optional;

/**
 * The lines that stay on a screen: escape sequences say how a line looks and are left out, and what
 * a carriage return goes back to is drawn over.
 */
final class ScreenText {
  private static final char ESCAPE = '\u001b';

  private final StringBuilder line = new StringBuilder();
  private Reading reading = Reading.TEXT;

  private enum Reading {
    TEXT,
    RETURNED,
    ESCAPED,
    SEQUENCE
  }

  /** Takes a character; a line, once it is complete. */
  Optional<String> add(char c) {
    if (reading == Reading.ESCAPED) {
      reading = c == '[' ? Reading.SEQUENCE : Reading.TEXT;
      return Optional.empty();
    }
    if (reading == Reading.SEQUENCE) {
      // A sequence ends with a letter or one of a few signs behind the letters' places.
      reading = c >= '@' && c <= '~' ? Reading.TEXT : Reading.SEQUENCE;
      return Optional.empty();
    }
    if (c == '\n') {
      return Optional.of(take());
    }
    if (reading == Reading.RETURNED) {
      line.setLength(0);
      reading = Reading.TEXT;
    }
    if (c == '\r') {
      reading = Reading.RETURNED;
    } else if (c == ESCAPE) {
      reading = Reading.ESCAPED;
    } else {
      line.append(c);
    }
    return Optional.empty();
  }

  /** What there is of a line, which is begun anew. */
  String take() {
    String text = line.toString();
    line.setLength(0);
    reading = Reading.TEXT;
    return text;
  }
}
