package org.mastshell.archive;

/**
 * How many rows a list of products may have. Of how many observations they are is known beforehand,
 * how many each has is not: when some have come, it is reckoned from these.
 *
 * @param rows the most
 */
public record ProductLimit(long rows) {
  private static final int LEAST_JUDGED = 20;
  private static final int PART_JUDGED = 50;

  /** Any number of rows. */
  public static ProductLimit none() {
    return new ProductLimit(Long.MAX_VALUE);
  }

  /**
   * Goes on only if there will not be more, as far as can be told.
   *
   * @param had rows that are here and fit the criteria
   * @param done the observations of which these are
   * @param all observations that are asked for
   * @throws TooManyProductsException if there are more, or probably will be
   */
  void check(long had, int done, int all) {
    boolean tells = done >= Math.max(LEAST_JUDGED, all / PART_JUDGED);
    long expected = tells ? Math.round((double) had / done * all) : had;
    if (expected > rows) {
      throw new TooManyProductsException(expected, tells && done < all);
    }
  }
}
