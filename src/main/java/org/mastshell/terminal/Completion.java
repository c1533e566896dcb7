package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;

/**
 * What may be typed at the cursor.
 *
 * @param start where the part begins that a proposal replaces
 * @param end where it ends, exclusive
 * @param typed what stands there, or the beginning of it that proposals go on from
 * @param lead what has to be put before a proposal: a blank behind a {@code ;}
 * @param tail what has to be put behind the cursor then: a blank before a word that follows
 * @param offer what may stand there
 */
record Completion(int start, int end, String typed, String lead, String tail, Offer offer) {

  static Completion none(int cursor) {
    return replacing(cursor, "", Offer.none());
  }

  /** A completion of a part that stands by itself, or is parted from its neighbours. */
  static Completion replacing(int start, String typed, Offer offer) {
    return new Completion(start, start + typed.length(), typed, "", "", offer);
  }

  /** The same with blanks put around it. */
  Completion parted(String before, String behind) {
    return new Completion(start, end, typed, before, behind, offer);
  }

  /** The same in the place of more text. */
  Completion upTo(int newEnd) {
    return new Completion(start, newEnd, typed, lead, tail, offer);
  }

  /** The best first; may be empty. */
  List<Proposal> proposals() {
    return offer.proposals();
  }

  /** How many fit besides the proposals. */
  int more() {
    return offer.count() - offer.proposals().size();
  }

  /** The one that can be meant, if there is just one and it is no guess. */
  Optional<Proposal> unique() {
    return offer.count() == 1 && !offer.guessed() && !offer.counting()
        ? offer.proposals().stream().findFirst()
        : Optional.empty();
  }

  /**
   * What all proposals begin with, as it is typed, if that is more than what stands there. Where
   * nothing stands yet the list says it all: who types what it shows should not find it doubled.
   */
  Optional<String> common() {
    TypedText text = offer.starred() ? TypedText.value(typed) : TypedText.plain(typed);
    String present = text.text();
    String common = offer.common();
    boolean more =
        !present.isEmpty()
            && !text.hasWildcard()
            && !offer.guessed()
            && !offer.counting()
            && common.length() > present.length()
            && common.regionMatches(true, 0, present, 0, present.length());
    String longer =
        offer.starred()
            ? TypedQuotes.value(common, typed, false)
            : TypedQuotes.quoted(common, typed, false);
    return more ? Optional.of(lead + longer) : Optional.empty();
  }

  /** What stands there when a proposal is taken, without the blank that may follow. */
  String taken(Proposal proposal) {
    return lead + proposal.insert();
  }
}
