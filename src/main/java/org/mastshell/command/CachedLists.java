package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.archive.KeptSpan;
import org.mastshell.archive.ProductsReply;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.SetKind;

/** Says which lists of products are no answers of today, and from when they are. */
final class CachedLists {
  private CachedLists() {}

  /**
   * Nothing where the archive answered for all.
   *
   * @param asked how many observations were asked for
   */
  static List<Part> parts(ProductsReply reply, int asked) {
    List<Part> parts = new ArrayList<>();
    reply
        .kept()
        .ifPresent(
            span ->
                parts.add(
                    new Part.Talk(
                        "  "
                            + Counts.text(span.lists())
                            + " of "
                            + observations(asked)
                            + " from the cache, from "
                            + when(span)
                            + "; products --refresh asks again")));
    reply
        .outdated()
        .ifPresent(
            span -> {
              parts.add(
                  new Part.Talk(
                      "note: no answer for "
                          + observations(span.lists())
                          + ", listed as kept in the cache from "
                          + when(span)));
              parts.add(new Part.Talk("  " + reply.trouble()));
            });
    return parts;
  }

  private static String observations(int count) {
    return Counts.text(count) + " " + SetKind.OBSERVATIONS.word(count);
  }

  private static String when(KeptSpan span) {
    String oldest = MinuteText.of(span.oldest());
    String newest = MinuteText.of(span.newest());
    return (oldest.equals(newest) ? oldest : oldest + " to " + newest) + " UTC";
  }
}
