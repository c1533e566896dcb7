package org.mastshell.session;

import java.util.regex.Pattern;

/**
 * The name of a session that is kept: letters, digits, {@code _}, {@code -} and {@code .},
 * beginning with a letter or a digit, so that it is the name of a file everywhere.
 *
 * @param text as typed
 */
public record SessionName(String text) {
  // Before the names below, which are checked by it.
  private static final Pattern FORM = Pattern.compile("[\\p{Alnum}][\\p{Alnum}_.-]{0,59}");

  /** The session of a shell that was started without a name. */
  public static final SessionName LAST = new SessionName("last");

  /** What {@link #LAST} was before another shell took its place. */
  public static final SessionName PREVIOUS = new SessionName("previous");

  /**
   * @throws IllegalArgumentException if it cannot be a name
   */
  public SessionName {
    if (!FORM.matcher(text).matches() || text.endsWith(".")) {
      throw new IllegalArgumentException(
          "a session cannot be called '"
              + text
              + "': names hold letters, digits, _, - and ., as in lmc-2026");
    }
  }
}
