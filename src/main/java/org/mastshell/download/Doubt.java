package org.mastshell.download;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What nobody vouches for of a file that was taken all the same. It stays in the message of its
 * record, whatever is said later, so that {@code verify} minds it.
 */
enum Doubt {
  /** Bytes of two replies were joined that only their overlap shows to belong together. */
  UNPROVEN("resumed without a validator", ": only its length and the end of its part agree");

  private final String sign;
  private final String rest;

  Doubt(String sign, String rest) {
    this.sign = sign;
    this.rest = rest;
  }

  /** In words. */
  String text() {
    return sign + rest;
  }

  /** What is doubted by a message, in words; empty if nothing is. */
  static String in(String message) {
    return Arrays.stream(message.split("; "))
        .filter(part -> Arrays.stream(values()).anyMatch(doubt -> part.startsWith(doubt.sign)))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
