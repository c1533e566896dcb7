package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words that fit what is typed. All are counted, but only the first are kept: nobody reads a
 * list of thousands.
 *
 * @param first an equal one first, else in the order given
 * @param count of all that fit
 * @param common what all begin with, whatever the case, in the spelling of the first
 * @param alike whether they only resemble what is typed
 */
record Matches<T>(List<T> first, int count, String common, boolean alike) {
  /** So many are kept. */
  static final int MOST = 400;

  boolean isEmpty() {
    return count == 0;
  }

  /** Gathers words one by one. */
  static final class Gathering<T> {
    private final Function<T, String> text;
    private final List<T> first = new ArrayList<>();
    private int count;
    private String common = "";

    Gathering(Function<T, String> text) {
      this.text = text;
    }

    void add(T word) {
      narrow(text.apply(word));
      if (first.size() < MOST) {
        first.add(word);
      }
    }

    /** Takes a word that is equal to what is typed, and so comes before all others. */
    void addFirst(T word) {
      narrow(text.apply(word));
      first.add(0, word);
      if (first.size() > MOST) {
        first.remove(MOST);
      }
    }

    private void narrow(String word) {
      common = count == 0 ? word : Common.beginning(common, word);
      count++;
    }

    Matches<T> matches() {
      return new Matches<>(List.copyOf(first), count, common, false);
    }

    Matches<T> alike() {
      return new Matches<>(List.copyOf(first), count, common, true);
    }
  }
}
