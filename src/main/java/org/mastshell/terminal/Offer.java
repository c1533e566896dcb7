package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mastshell.language.Quoting;

/**
 * Proposals for a place.
 *
 * @param proposals the best first; those that can be typed, and not more than people read
 * @param count of all that there are
 * @param common what all begin with, as it is meant, without quotes
 * @param guessed whether they only resemble what is typed, so that none is taken unasked
 * @param counting whether there will be more when the rows of the current set are counted
 * @param starred whether they are values of criteria, in which a star stands for anything
 */
record Offer(
    List<Proposal> proposals,
    int count,
    String common,
    boolean guessed,
    boolean counting,
    boolean starred) {

  private static final Offer NONE = new Offer(List.of(), 0, "", false, false, false);

  /** Nothing. */
  static Offer none() {
    return NONE;
  }

  /** Nothing yet. */
  static Offer later() {
    return new Offer(List.of(), 0, "", false, true, false);
  }

  /** Just one proposal, which need not go on from what is typed. */
  static Offer only(Proposal proposal) {
    return new Offer(List.of(proposal), 1, "", false, false, false);
  }

  /** A proposal for each word that fits. */
  static <T> Offer of(Matches<T> matches, Function<T, Proposal> proposal) {
    List<Proposal> made =
        matches.first().stream().map(proposal).filter(Proposal::isTypable).toList();
    int untypable = matches.first().size() - made.size();
    return new Offer(
        made, matches.count() - untypable, matches.common(), matches.alike(), false, false);
  }

  /** The proposals that fit best. */
  static Offer best(List<Proposal> all, String typed) {
    return of(Matching.best(all, Offer::meant, TypedText.plain(typed)), p -> p);
  }

  /** The proposals that begin with what is typed. */
  static Offer beginning(List<Proposal> all, String typed) {
    Words<Proposal> words = Words.of(all, Offer::meant);
    return of(Matching.byPrefix(words, TypedText.plain(typed)), p -> p);
  }

  private static String meant(Proposal proposal) {
    return Quoting.resolve(proposal.insert());
  }

  boolean isEmpty() {
    return proposals.isEmpty();
  }

  /** Both, this one's first. */
  Offer plus(Offer other) {
    if (isEmpty() || other.isEmpty()) {
      Offer full = isEmpty() ? other : this;
      return new Offer(
          full.proposals,
          full.count,
          full.common,
          full.guessed,
          counting || other.counting,
          full.starred);
    }
    List<Proposal> both = new ArrayList<>(proposals);
    both.addAll(other.proposals);
    return new Offer(
        List.copyOf(both),
        count + other.count,
        Common.beginning(common, other.common),
        guessed || other.guessed,
        counting || other.counting,
        starred || other.starred);
  }

  /** The same, each changed; what they begin with stays. */
  Offer each(Function<Proposal, Proposal> change) {
    return new Offer(
        proposals.stream().map(change).toList(), count, common, guessed, counting, starred);
  }

  /** The same, of words of which one that is nearly typed is surely meant. */
  Offer sure() {
    return new Offer(proposals, count, common, false, counting, starred);
  }

  /** The same as values of criteria. */
  Offer asValues() {
    return new Offer(proposals, count, common, guessed, counting, true);
  }
}
