package org.mastshell.terminal;

import java.util.List;

/** Proposes row numbers of the current set. */
final class RowProposals {
  private RowProposals() {}

  /**
   * How the last of several row ranges may go on.
   *
   * @param typed behind the last comma
   * @param rows of the current set
   */
  static Offer propose(String typed, int rows) {
    if (rows == 0) {
      return Offer.none();
    }
    List<Proposal> all =
        typed.matches("\\d+-\\d*")
            ? List.of(row(typed.substring(0, typed.indexOf('-') + 1) + rows, "to the last row"))
            : List.of(row("1-" + rows, "all rows"), row("last", "the last row"));
    return Offer.beginning(all, typed);
  }

  private static Proposal row(String text, String meaning) {
    return Proposal.word(text, text, "rows", meaning).unfinished();
  }
}
