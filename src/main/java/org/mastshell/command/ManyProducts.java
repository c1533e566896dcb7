package org.mastshell.command;

import org.mastshell.archive.ManyRows;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;
import org.mastshell.session.Setting;

/**
 * A list of products that would have more rows than the setting allows: what it would take, for a
 * person to decide.
 *
 * @param found how many there would be
 * @param observations of which they are
 * @param limit what is allowed
 */
record ManyProducts(ManyRows found, int observations, long limit) {
  // Measured at 135 for rows of JWST; while they are put together, half as much again.
  private static final long BYTES_A_ROW = 200;

  /** The question for a person. */
  String question() {
    String many = many();
    return Character.toUpperCase(many.charAt(0)) + many.substring(1) + ". List them all?";
  }

  /**
   * That the list is not made.
   *
   * @param kept whether what came need not be asked for again
   */
  CommandException refusal(boolean kept) {
    String more = more();
    return new CommandException(
        ExitCode.FAILED,
        many() + ", more than product_limit (" + Counts.text(limit) + ")",
        "criteria keep fewer: products suffix=uncal    "
            + more
            + (kept ? "; lists that came are kept for that" : ""));
  }

  private String many() {
    return "the products of "
        + Counts.of(observations, "observation", "observations")
        + " would be "
        + switch (found.known()) {
          case EXACTLY -> Counts.text(found.rows());
          case ABOUT -> "about " + Counts.text(rounded(found.rows()));
          case AT_LEAST -> "at least " + Counts.text(found.rows());
        }
        + " rows, "
        + memory();
  }

  // What is reckoned may be wrong by some, and half as many again is not refused a second time.
  private String more() {
    if (found.known() == ManyRows.Known.AT_LEAST) {
      return "a larger product_limit takes more";
    }
    long enough =
        found.known() == ManyRows.Known.EXACTLY
            ? found.rows()
            : rounded(found.rows() + found.rows() / 2);
    return Setting.PRODUCT_LIMIT.accept(Long.toString(enough)).isPresent()
        ? "set product_limit " + enough + " takes them"
        : "no product_limit takes so many (" + Setting.PRODUCT_LIMIT.allowed() + ")";
  }

  private String memory() {
    long most = Runtime.getRuntime().maxMemory();
    long needed = found.rows() * BYTES_A_ROW;
    String text = Sizes.text(needed) + " of memory";
    return needed < most ? text : text + " (Java may take " + Sizes.text(most) + ")";
  }

  // Two digits are as much as is known.
  private static long rounded(long rows) {
    long step = 1;
    while (rows / step >= 100) {
      step *= 10;
    }
    return (rows + step - 1) / step * step;
  }
}
