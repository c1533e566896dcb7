package org.mastshell.session;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The name of a session that is kept: letters, digits, {@code _}, {@code -} and {@code .},
 * beginning with a letter or a digit, so that it is the name of a file everywhere.
 *
 * @param text as typed
 */
public record SessionName(String text) {
  private static final Pattern GIVEN = Pattern.compile("(last|previous)(-[0-9]+)?");

  // Before the names below, which are checked by it.
  private static final Pattern FORM = Pattern.compile("[\\p{Alnum}][\\p{Alnum}_.-]{0,59}");

  /** The session of a shell that was started without a name. */
  public static final SessionName LAST = new SessionName("last");

  private static final String PREVIOUS = "previous";
  private static final int EARLIER = 5;

  /** What {@link #LAST} was before other shells took its place, the latest first. */
  static List<SessionName> earlier() {
    return IntStream.rangeClosed(1, EARLIER)
        .mapToObj(number -> new SessionName(number == 1 ? PREVIOUS : PREVIOUS + "-" + number))
        .toList();
  }

  /** Whether it is one that shells without a name give. */
  public boolean isGiven() {
    return GIVEN.matcher(text).matches();
  }

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
