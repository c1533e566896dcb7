package org.mastshell.command;

import java.util.Arrays;
import java.util.List;

/**
 * One of the things that a command does, as its first words choose it: {@code load SESSION} of
 * {@code session}.
 *
 * @param words what stands behind the command's name: words in small letters as they are typed,
 *     words in capitals for what is meant, between brackets what may be left out, {@code a|b} for a
 *     choice
 * @param meaning a few words
 */
public record CommandForm(String words, String meaning) {

  /** The word that chooses it. */
  public String verb() {
    return parts().get(0);
  }

  /** Its words one by one, the verb first, without brackets. */
  public List<String> parts() {
    return Arrays.stream(words.split("\\s+")).map(part -> part.replaceAll("[\\[\\]]", "")).toList();
  }

  /** How many words have to be typed, the verb among them. */
  int needed() {
    return (int) Arrays.stream(words.split("\\s+")).filter(part -> !part.startsWith("[")).count();
  }
}
