package org.mastshell.samp;

import java.util.List;

/**
 * Words that no text may hold which leaves this room.
 *
 * @param words none of them empty
 */
record Withheld(List<String> words) {
  private static final int LONGEST = 200;
  private static final String STAND_IN = "…";

  /** Keeps its own copy. */
  Withheld {
    words = words.stream().filter(word -> !word.isEmpty()).toList();
  }

  /** A text of the other side without them, and not longer than a line or two. */
  String from(Object said) {
    String text = said instanceof String string ? string.strip() : "";
    for (String word : words) {
      text = text.replace(word, STAND_IN);
    }
    if (text.length() <= LONGEST) {
      return text;
    }
    // Half a character at the end would be no text any more.
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + STAND_IN;
  }

  /** The words are kept to themselves. */
  @Override
  public String toString() {
    return "words withheld";
  }
}
