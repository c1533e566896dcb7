package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.language.FacetNumbers;
import org.mastshell.terminal.ShellView.Suggestion;

/** Proposes the lines that {@code facets} counted. */
final class FacetProposals {
  private FacetProposals() {}

  /** Whether a word is, or may become, one that names such lines. */
  static boolean fits(String typed, List<Suggestion> facets) {
    String prefix = FacetNumbers.PREFIX;
    int common = Math.min(typed.length(), prefix.length());
    return !facets.isEmpty()
        && typed.length() >= 2
        && typed.substring(0, common).toLowerCase(Locale.ROOT).equals(prefix.substring(0, common));
  }

  /**
   * How a word may go on.
   *
   * @param typed up to the end of the word
   */
  static Offer propose(String typed, List<Suggestion> facets) {
    int comma = typed.lastIndexOf(',') + 1;
    String before = typed.substring(0, comma);
    int skipped = comma == 0 ? 0 : FacetNumbers.PREFIX.length();
    List<Proposal> all = new ArrayList<>();
    for (Suggestion facet : facets) {
      String word = before + facet.value().substring(skipped);
      all.add(
          new Proposal(
              word,
              facet.value(),
              "lines of facets",
              facet.meaning(),
              facet.count(),
              false,
              false));
    }
    return Offer.beginning(all, typed);
  }
}
