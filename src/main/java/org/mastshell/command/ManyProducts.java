package org.mastshell.command;

import org.mastshell.archive.TooManyProductsException;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;

/**
 * A list of products that would have more rows than the setting allows: what it would take, for a
 * person to decide.
 *
 * @param found how many there would be
 * @param observations of which they are
 * @param limit what is allowed
 */
record ManyProducts(TooManyProductsException found, int observations, long limit) {
  // Measured at 135 for rows of JWST; while they are put together, half as much again.
  private static final long BYTES_A_ROW = 200;

  /**
   * Goes on if the person says so.
   *
   * @throws CommandException if nobody does
   */
  void askOrRefuse(Work work) {
    String many = many() + ", " + memory();
    if (work.console().interactive()
        && work.console().confirm(sentence(many) + ". List them all?")) {
      return;
    }
    throw new CommandException(
        ExitCode.FAILED,
        many + ", more than product_limit (" + Counts.text(limit) + ")",
        "criteria keep fewer: products suffix=uncal    set product_limit "
            + (found.reckoned() ? rounded() : 10 * limit)
            + " takes more; lists that came are kept for that");
  }

  private String many() {
    return "the products of "
        + Counts.of(observations, "observation", "observations")
        + " would be "
        + (found.reckoned() ? "about " : "at least ")
        + Counts.text(found.reckoned() ? rounded() : found.rows())
        + " rows";
  }

  private String memory() {
    long most = Runtime.getRuntime().maxMemory();
    long needed = found.rows() * BYTES_A_ROW;
    String text = Sizes.text(needed) + " of memory";
    return needed < most ? text : text + " (Java may take " + Sizes.text(most) + ")";
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  // Two digits are as much as is known.
  private long rounded() {
    long step = 1;
    while (found.rows() / step >= 100) {
      step *= 10;
    }
    return (found.rows() + step - 1) / step * step;
  }
}
