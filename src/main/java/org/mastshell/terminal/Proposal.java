package org.mastshell.terminal;

import org.mastshell.output.CleanText;

/**
 * What may stand under the cursor.
 *
 * @param insert what is put in the place of what stands there, quotes included
 * @param shown what the list shows
 * @param group the heading under which it is listed
 * @param meaning a few words; may be empty
 * @param count of rows that have it, or -1 if that is not known
 * @param blank whether a blank follows, because the word surely ends here
 * @param goesOn whether what may follow is listed at once
 */
record Proposal(
    String insert,
    String shown,
    String group,
    String meaning,
    long count,
    boolean blank,
    boolean goesOn) {

  /** What is shown may come from the archive, so it is cleaned. */
  Proposal {
    shown = CleanText.oneLine(shown);
    meaning = CleanText.oneLine(meaning);
  }

  /** A word that ends here. */
  static Proposal word(String insert, String shown, String group, String meaning) {
    return new Proposal(insert, shown, group, meaning, -1, true, false);
  }

  /** The same, with more of the word to come. */
  Proposal unfinished() {
    return new Proposal(insert, shown, group, meaning, count, false, goesOn);
  }

  /** The same, with the list of what follows to be shown at once. */
  Proposal goingOn() {
    return new Proposal(insert, shown, group, meaning, count, blank, true);
  }

  /** The same without a count. */
  Proposal uncounted() {
    return new Proposal(insert, shown, group, meaning, -1, blank, goesOn);
  }

  /** The same with something before it. */
  Proposal after(String before) {
    return new Proposal(before + insert, shown, group, meaning, count, blank, goesOn);
  }

  /** The same as another text. */
  Proposal as(String text) {
    return new Proposal(text, text, group, meaning, count, blank, goesOn);
  }

  /** Whether it can be put into a line: the archive's values may hold anything. */
  boolean isTypable() {
    return CleanText.oneLine(insert).equals(insert);
  }
}
