package org.mastshell.archive;

/**
 * How many rows a list would have that may be too long.
 *
 * @param rows that number
 * @param known how far it is known
 */
public record ManyRows(long rows, Known known) {

  /** How far a number is known. */
  public enum Known {
    /** All have come. */
    EXACTLY,
    /** By those that have come and a sample of all others. */
    ABOUT,
    /** So many have come, and more will. */
    AT_LEAST
  }
}
