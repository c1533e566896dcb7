package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.Quoting;
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
    return new TypedText(List.of(Quoting.resolve(raw)));
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

  /** Fits words that hold the pieces in their order; those of a first piece begin with it. */
  Match asWildcard() {
    List<String> open = new ArrayList<>(pieces);
    open.add("");
    return new Match.Wildcard(open);
  }
}
