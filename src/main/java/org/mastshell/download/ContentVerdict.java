package org.mastshell.download;

import java.util.List;
import java.util.Objects;

/**
 * What the bytes of a file say about the file, whatever was stated of its length.
 *
 * @param kind in a word
 * @param text why, or what is to be minded; empty if it is sound
 * @param vouched whether sums in the file cover all of it, and are right
 * @param ended whether it shows by itself that nothing more belongs to it
 */
public record ContentVerdict(Kind kind, String text, boolean vouched, boolean ended) {

  /** A verdict in a word. */
  public enum Kind {
    /** All that its format lets one check is right. */
    SOUND,
    /** It can be used, but something is not as its format wants it. */
    WARNING,
    /** Its format tells nothing, or is not known here: length and hash alone can judge. */
    UNKNOWN_KIND,
    /** It is cut off, changed, or something else than its name says. */
    DAMAGED
  }

  /** No part may be null. */
  public ContentVerdict {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }

  static ContentVerdict damaged(String reason) {
    return new ContentVerdict(Kind.DAMAGED, reason, false, false);
  }

  static ContentVerdict unknown(String reason) {
    return new ContentVerdict(Kind.UNKNOWN_KIND, reason, false, false);
  }

  /**
   * Sound, if there is nothing to be minded.
   *
   * @param summed whether sums in the file cover all of it
   * @param ended whether it shows by itself that nothing more belongs to it
   */
  static ContentVerdict minding(List<String> warnings, boolean summed, boolean ended) {
    return warnings.isEmpty()
        ? new ContentVerdict(Kind.SOUND, "", summed, ended)
        : new ContentVerdict(Kind.WARNING, String.join("; ", warnings), false, false);
  }

  /** The same of a file of which a sum from elsewhere says that it is as it should be. */
  ContentVerdict vouchedFor() {
    return kind == Kind.UNKNOWN_KIND
        ? new ContentVerdict(Kind.SOUND, "", true, true)
        : new ContentVerdict(kind, text, true, true);
  }

  /** Whether the file cannot be used as it is. */
  public boolean isDamaged() {
    return kind == Kind.DAMAGED;
  }
}
