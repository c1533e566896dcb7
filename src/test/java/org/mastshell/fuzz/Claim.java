package org.mastshell.fuzz;

import java.util.Objects;

/** What has to hold of any input. Plain, since it is asked for millions of times. */
public final class Claim {
  private Claim() {}

  /**
   * Claims something.
   *
   * @throws AssertionError if it does not hold
   */
  public static void that(boolean holds, String claim) {
    if (!holds) {
      throw new AssertionError("not so: " + claim);
    }
  }

  /**
   * Claims that two values are equal.
   *
   * @throws AssertionError that shows both if they are not
   */
  public static void same(Object one, Object other, String claim) {
    if (!Objects.equals(one, other)) {
      throw new AssertionError("not so: " + claim + ": " + one + " and " + other);
    }
  }
}
