package org.mastshell.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.table.Match;

/**
 * A pattern as the archive's database takes it, with % for anything.
 *
 * @param text the pattern
 * @param exact whether it fits just what was meant: a character with a meaning of its own cannot be
 *     escaped and becomes "any one character"
 */
record LikePattern(String text, boolean exact) {
  private static final String SPECIAL = "%_[]^'*";

  /** The pattern of a match, or empty where there is none or it would fit everything. */
  static Optional<LikePattern> of(Match match) {
    if (match instanceof Match.Wildcard wildcard) {
      return joined(wildcard.pieces());
    }
    if (match instanceof Match.Contains contains) {
      return joined(List.of("", contains.wanted(), ""));
    }
    if (match instanceof Match.Family family) {
      return startingWith(family.name()).map(pattern -> new LikePattern(pattern.text(), false));
    }
    return Optional.empty();
  }

  /** The pattern of texts that begin so. */
  static Optional<LikePattern> startingWith(String start) {
    return joined(List.of(start, ""));
  }

  /** The same pattern for something that stands anywhere in the text. */
  LikePattern anywhere() {
    String left = text.startsWith("%") ? "" : "%";
    String right = text.endsWith("%") ? "" : "%";
    return new LikePattern(left + text + right, false);
  }

  private static Optional<LikePattern> joined(List<String> pieces) {
    if (pieces.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    boolean special =
        pieces.stream().anyMatch(piece -> piece.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0));
    String text =
        pieces.stream()
            .map(piece -> piece.replaceAll("[%_\\[\\]^'*]", "_"))
            .collect(Collectors.joining("%"));
    return Optional.of(new LikePattern(text, !special));
  }
}
