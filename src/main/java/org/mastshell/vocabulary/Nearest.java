package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the words that someone who mistyped one may have meant. */
public final class Nearest {
  private static final int MOST = 3;
  private static final double SIMILAR = 0.88;
  private static final int LETTERS_A_MISTAKE = 4;

  private Nearest() {}

  /**
   * The candidates nearest to a word, at most three, best first; none if nothing is near. A word is
   * near if it begins alike (Jaro and Winkler's measure), or differs in few letters
   * (Levenshtein's).
   */
  public static List<String> of(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    if (wanted.isBlank()) {
      return List.of();
    }
    List<Scored> near = new ArrayList<>();
    for (String candidate : candidates) {
      double score = score(wanted, candidate.toLowerCase(Locale.ROOT));
      if (score > 0) {
        near.add(new Scored(candidate, score));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .map(Scored::word)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static double score(String wanted, String candidate) {
    double similarity = new JaroWinklerSimilarity().apply(wanted, candidate);
    int allowed = Math.max(1, Math.max(wanted.length(), candidate.length()) / LETTERS_A_MISTAKE);
    int distance = new LevenshteinDistance(allowed).apply(wanted, candidate);
    boolean few = distance >= 0 && distance < wanted.length();
    // A single letter in two is no likeness: "a" is not meant by "b".
    return similarity >= SIMILAR || (few && wanted.length() > 2) ? similarity : 0;
  }

  private record Scored(String word, double score) {}
}
