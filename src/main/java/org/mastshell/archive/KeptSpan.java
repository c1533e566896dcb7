package org.mastshell.archive;

import java.time.Instant;

/**
 * Lists that were not asked for but taken from what was kept.
 *
 * @param lists how many, at least one
 * @param oldest when the first of them was asked for
 * @param newest when the last of them was
 */
public record KeptSpan(int lists, Instant oldest, Instant newest) {

  /** One list. */
  static KeptSpan of(Instant asked) {
    return new KeptSpan(1, asked, asked);
  }

  /** Both together. */
  KeptSpan and(KeptSpan other) {
    return new KeptSpan(
        lists + other.lists,
        oldest.isBefore(other.oldest) ? oldest : other.oldest,
        newest.isAfter(other.newest) ? newest : other.newest);
  }
}
