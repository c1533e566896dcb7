package org.mastshell.language;

/**
 * A stretch of time, or an instant if both ends are the same.
 *
 * @param startMjd beginning, included, Modified Julian Date (UTC)
 * @param endMjd end, not included unless it is the beginning
 */
public record Period(double startMjd, double endMjd) {

  /** Whether it has no length. */
  public boolean isInstant() {
    return startMjd == endMjd;
  }
}
