package org.mastshell.download;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What nobody vouches for of a file that was taken all the same. It stays in the message of its
 * record, whatever is said later, so that {@code verify} minds it.
 */
enum Doubt {
  /** Bytes of two replies were joined that only their overlap shows to belong together. */
  UNPROVEN("resumed without a validator", ": only its length and the end of its part agree"),
  /** It ended when its connection did, as one that is cut does. */
  OPEN_ENDED("nothing shows that it is whole", ": only the end of the connection ended it");

  private final String sign;
  private final String rest;

  Doubt(String sign, String rest) {
    this.sign = sign;
    this.rest = rest;
  }

  /** Whether there is no doubt, since the content of the file says that it is right. */
  boolean isSettledBy(ContentVerdict verdict) {
    return verdict.vouched() || (this == OPEN_ENDED && verdict.ended());
  }

  /** In words. */
  String text() {
    return sign + rest;
  }

  /** What is doubted by a message, in words; empty if nothing is. */
  static String in(String message) {
    return in(message, doubt -> true);
  }

  /** The same without what the content of the file settles. */
  static String in(String message, ContentVerdict verdict) {
    return in(message, doubt -> !doubt.isSettledBy(verdict));
  }

  private static String in(String message, Predicate<Doubt> which) {
    List<Doubt> doubts = Arrays.stream(values()).filter(which).toList();
    return Arrays.stream(message.split("; "))
        .filter(part -> doubts.stream().anyMatch(doubt -> part.startsWith(doubt.sign)))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
