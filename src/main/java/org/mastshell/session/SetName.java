package org.mastshell.session;

import java.util.regex.Pattern;

/**
 * A name that a person gives a set: letters, digits, {@code _}, {@code -} and {@code .}, beginning
 * with a letter, so that it is never taken for a number, an option or {@code _}.
 *
 * @param text as typed; names are compared without regard to case
 */
public record SetName(String text) {
  private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_.-]{0,59}");

  /**
   * @throws IllegalArgumentException if it cannot be a name
   */
  public SetName {
    if (!FORM.matcher(text).matches() || text.equalsIgnoreCase("last")) {
      throw new IllegalArgumentException("no name for a set: " + text);
    }
  }

  boolean isOf(WorkingSet set) {
    return set.name().filter(text::equalsIgnoreCase).isPresent();
  }
}
