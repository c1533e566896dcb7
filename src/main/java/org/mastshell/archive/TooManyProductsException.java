package org.mastshell.archive;

/** A list of products would have more rows than it may. */
public final class TooManyProductsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long rows;
  private final boolean reckoned;

  /**
   * @param rows how many there would be
   * @param reckoned whether that is reckoned from those that have come
   */
  TooManyProductsException(long rows, boolean reckoned) {
    super("too many products: " + rows);
    this.rows = rows;
    this.reckoned = reckoned;
  }

  /** How many there would be; where that is not reckoned, there are at least so many. */
  public long rows() {
    return rows;
  }

  /** Whether that is reckoned from those that have come. */
  public boolean reckoned() {
    return reckoned;
  }
}
