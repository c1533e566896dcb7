package org.mastshell.terminal;

import java.util.List;
import org.mastshell.table.Match;

/**
 * What is typed of a word, as it is meant: quotes and escapes are resolved, and where wildcards are
 * known {@code *} and {@code %} have become gaps between pieces.
 *
 * @param pieces at least one; more than one where wildcards stand between them
 */
record TypedText(List<String> pieces) {
  TypedText {
    pieces = List.copyOf(pieces);
  }

  /** A word in which a star is a star. */
  static TypedText plain(String raw) {
    return new TypedText(List.of(Quoting.plain(raw)));
  }

  /** A value, in which a star stands for anything unless a backslash stands before it. */
  static TypedText value(String raw) {
    return new TypedText(Quoting.pieces(raw));
  }

  boolean hasWildcard() {
    return pieces.size() > 1;
  }

  /** The text, with a star for each wildcard. */
  String text() {
    return String.join("*", pieces);
  }

  /** Whether nothing is typed that a word would have to fit. */
  boolean isEmpty() {
    return pieces.stream().allMatch(String::isEmpty);
  }

  /** Fits words that hold the pieces in their order; after a first piece, from the beginning. */
  Match asPart() {
    if (!hasWildcard()) {
      return new Match.Contains(pieces.get(0));
    }
    List<String> open = new java.util.ArrayList<>(pieces);
    open.add("");
    return new Match.Wildcard(open);
  }
}
