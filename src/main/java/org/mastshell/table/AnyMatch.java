package org.mastshell.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several matches of which one must fit. Texts that are wanted as they are get looked up, not gone
 * through: a list from a file may have a hundred thousand.
 */
final class AnyMatch {
  private static final int FEW = 8;

  private final Set<String> texts;
  private final List<Match> others;

  private AnyMatch(Set<String> texts, List<Match> others) {
    this.texts = texts;
    this.others = others;
  }

  static AnyMatch of(List<Match> matches) {
    if (matches.size() <= FEW) {
      return new AnyMatch(Set.of(), matches);
    }
    Set<String> texts = new HashSet<>();
    for (Match match : matches) {
      if (match instanceof Match.Equal equal) {
        texts.add(folded(equal.wanted()));
      }
    }
    List<Match> others = matches.stream().filter(match -> !(match instanceof Match.Equal)).toList();
    return new AnyMatch(texts, others);
  }

  boolean fits(String text, double number) {
    if (text != null && !texts.isEmpty() && texts.contains(folded(text))) {
      return true;
    }
    for (Match match : others) {
      if (match.fits(text, number)) {
        return true;
      }
    }
    return false;
  }

  // Letter by letter as equalsIgnoreCase compares, so that both give the same verdict.
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
