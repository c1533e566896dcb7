package org.mastshell.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the words that a mistyped one may have been meant to be. */
public final class NearestWords {
  private static final double NEAR = 0.84;
  private static final int MOST = 3;

  private NearestWords() {}

  /**
   * The known words nearest to a typed one, at most three, best first; none if nothing is near.
   * Case does not count.
   */
  public static List<String> to(String typed, Collection<String> known) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .distinct()
        .map(word -> new Candidate(word, similarity(wanted, word.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.similarity() >= NEAR)
        .sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
        .limit(MOST)
        .map(Candidate::word)
        .toList();
  }

  private static double similarity(String wanted, String word) {
    return new JaroWinklerSimilarity().apply(wanted, word);
  }

  private record Candidate(String word, double similarity) {}
}
