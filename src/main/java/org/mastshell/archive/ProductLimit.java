package org.mastshell.archive;

import java.util.Optional;

/**
 * How many rows a list of products may have. Of how many observations they are is known beforehand,
 * how many each has is not. Where somebody can be asked, that is done as soon as there will
 * probably be more; else rows count alone that have come, so that no list is refused which is none
 * too long.
 *
 * @param rows the most
 * @param decision whom to ask, if anybody
 */
public record ProductLimit(long rows, Optional<Decision> decision) {
  private static final int LEAST_TELLING = 20;
  private static final int PART_TELLING = 50;

  /** Somebody who can let a list grow longer. */
  @FunctionalInterface
  public interface Decision {
    /** Whether any number of rows may come; asked on the thread that wants the list, once. */
    boolean goesOn(ManyRows many);
  }

  /** Any number of rows. */
  public static ProductLimit none() {
    return new ProductLimit(Long.MAX_VALUE, Optional.empty());
  }

  /** So many rows, and nobody to ask. */
  public static ProductLimit of(long rows) {
    return new ProductLimit(rows, Optional.empty());
  }

  /** So many rows, unless somebody lets more come. */
  public static ProductLimit asking(long rows, Decision decision) {
    return new ProductLimit(rows, Optional.of(decision));
  }

  /** Whether more rows have come, which fit the criteria. */
  boolean isPassed(long had) {
    return had > rows;
  }

  /**
   * Whether more may come, going by the observations that came first. They may be others than the
   * rest: a set is often in some order.
   *
   * @param had rows that are here and fit the criteria
   * @param done the observations of which these are
   * @param all observations that are asked for
   */
  boolean isInDoubt(long had, int done, int all) {
    boolean tells = done >= Math.max(LEAST_TELLING, all / PART_TELLING);
    return tells && decision.isPresent() && (double) had / done * all > rows;
  }
}
