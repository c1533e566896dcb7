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
 */
record Proposal(
    String insert, String shown, String group, String meaning, long count, boolean blank) {

  /** Meanings may come from the archive, so they are cleaned. */
  Proposal {
    meaning = CleanText.oneLine(meaning);
  }

  /** Whether it can be put into a line: the archive's values may hold anything. */
  boolean isTypable() {
    return CleanText.oneLine(insert).equals(insert);
  }

  static Proposal word(String insert, String shown, String group, String meaning) {
    return new Proposal(insert, shown, group, meaning, -1, true);
  }

  /** The same, with more of the word to come. */
  Proposal unfinished() {
    return new Proposal(insert, shown, group, meaning, count, false);
  }
}
