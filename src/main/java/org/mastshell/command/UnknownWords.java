package org.mastshell.command;

import java.util.List;

/** What to say of a word that is not known. */
public final class UnknownWords {
  private UnknownWords() {}

  /**
   * The nearest words, and what lists all.
   *
   * @param nearest words that may have been meant, best first
   * @param lister the command that lists all words
   */
  public static String advice(List<String> nearest, String lister) {
    String all = lister + " lists them all";
    return nearest.isEmpty() ? all : "did you mean " + String.join(", ", nearest) + "? " + all;
  }
}
