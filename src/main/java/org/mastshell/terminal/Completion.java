package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;

/**
 * What may be typed at the cursor.
 *
 * @param start where the part begins that a proposal replaces
 * @param end where it ends, exclusive
 * @param typed what stands there
 * @param proposals the best first; may be empty
 */
record Completion(int start, int end, String typed, List<Proposal> proposals) {
  /** Keeps its own copy, without what cannot be typed. */
  Completion {
    proposals = proposals.stream().filter(Proposal::isTypable).toList();
  }

  static Completion none(int cursor) {
    return new Completion(cursor, cursor, "", List.of());
  }

  /** What all proposals begin with, if that is more than what stands there. */
  Optional<String> common() {
    if (proposals.isEmpty()) {
      return Optional.empty();
    }
    String common = proposals.get(0).insert();
    for (Proposal proposal : proposals) {
      common = common.substring(0, commonLength(common, proposal.insert()));
    }
    String meant = Quoting.plain(common);
    String present = Quoting.plain(typed);
    boolean more =
        meant.length() > present.length()
            && meant.regionMatches(true, 0, present, 0, present.length());
    return more ? Optional.of(common) : Optional.empty();
  }

  private static int commonLength(String one, String other) {
    int length = 0;
    int limit = Math.min(one.length(), other.length());
    while (length < limit && one.regionMatches(true, length, other, length, 1)) {
      length++;
    }
    boolean splitsPair = length > 0 && Character.isHighSurrogate(one.charAt(length - 1));
    return splitsPair ? length - 1 : length;
  }
}
