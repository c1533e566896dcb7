package org.mastshell.language;

import org.mastshell.fuzz.Claim;

/** What every refusal of a line has to be. */
public final class Refusals {
  private Refusals() {}

  /** Claims that it points into its line, says something, and proposes another line if any. */
  public static void requireSound(SyntaxException refused, String line) {
    Claim.same(refused.line(), line, "a refusal is of its line");
    Claim.that(refused.start() >= 0 && refused.start() <= refused.end(), "a place goes forward");
    Claim.that(refused.end() <= line.length(), "a place is in the line");
    Claim.that(!refused.getMessage().isBlank(), "a refusal says something");
    refused
        .correction()
        .ifPresent(
            meant -> Claim.that(!meant.in(line).equals(line), "a correction changes: " + line));
  }
}
