package org.mastshell.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the words that a mistyped one may have been meant to be. */
public final class NearestWords {
  private static final int MOST = 3;
  private static final int LETTERS_A_MISTAKE = 4;
  private static final int LEAST_LETTERS = 3;
  private static final int COST_OF_PART = 2;
  private static final double ALIKE = 0.88;
  private static final int COST_OF_ALIKE = 3;
  private static final int WORTH_NAMING = 1;
  private static final int FAR = Integer.MAX_VALUE;

  private NearestWords() {}

  /**
   * The known words nearest to a typed one, at most three, best first; none if nothing is near.
   * Case does not count. A word is near if few letters are wrong, missing, needless or swapped with
   * their neighbour (Damerau and Levenshtein's distance, one mistake for every four letters), if it
   * contains what was typed, or if it begins alike (Jaro and Winkler's measure). Words that are
   * much farther away than the nearest are not named beside it.
   */
  public static List<String> to(String typed, Collection<String> known) {
    List<Candidate> ranked = ranked(typed, known);
    return ranked.stream()
        .filter(candidate -> candidate.cost() <= ranked.get(0).cost() + WORTH_NAMING)
        .limit(MOST)
        .map(Candidate::word)
        .toList();
  }

  /** The one known word that is nearer than every other; empty if none is near, or several are. */
  public static Optional<String> only(String typed, Collection<String> known) {
    List<Candidate> ranked = ranked(typed, known);
    boolean alone = ranked.size() == 1;
    boolean first = ranked.size() > 1 && ranked.get(0).cost() < ranked.get(1).cost();
    return alone || first ? Optional.of(ranked.get(0).word()) : Optional.empty();
  }

  private static List<Candidate> ranked(String typed, Collection<String> known) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return known.stream()
        .distinct()
        .map(word -> candidate(wanted, word))
        .filter(candidate -> candidate.cost() < FAR)
        .sorted(
            Comparator.comparingInt(Candidate::cost)
                .thenComparing(Candidate::similarity, Comparator.reverseOrder()))
        .toList();
  }

  private static Candidate candidate(String wanted, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    double similarity = new JaroWinklerSimilarity().apply(wanted, lower);
    return new Candidate(word, cost(wanted, lower, similarity), similarity);
  }

  // In one letter or two nearly any word of that length would be near.
  private static int cost(String wanted, String word, double similarity) {
    if (wanted.equals(word)) {
      return 0;
    }
    if (wanted.length() < LEAST_LETTERS) {
      return similarity >= ALIKE ? COST_OF_ALIKE : FAR;
    }
    int allowed = Math.max(1, Math.max(wanted.length(), word.length()) / LETTERS_A_MISTAKE);
    int mistakes = new DamerauLevenshteinDistance(allowed).apply(wanted, word);
    if (mistakes >= 0) {
      return mistakes;
    }
    if (word.contains(wanted)) {
      return COST_OF_PART;
    }
    return similarity >= ALIKE ? COST_OF_ALIKE : FAR;
  }

  private record Candidate(String word, int cost, double similarity) {}
}
