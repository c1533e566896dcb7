package org.mastshell.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives each distinct text a number, in order of first appearance. */
final class WordCodes {
  private static final int SMALLEST = 16;

  // At most half full, searches of a hundred steps do not come about by chance.
  private static final int MOST_STEPS = 1000;

  private String[] words = new String[SMALLEST];
  private int size;

  /**
   * For each place a code and one, or 0 where it is free; a power of two, at most half of it full.
   */
  private int[] places = new int[2 * SMALLEST];

  /** The codes of all texts, once so many hash alike that somebody must have chosen them. */
  private Map<String, Integer> crowded;

  /** The number of a text; {@link TextColumn#MISSING} for null. */
  int code(String text) {
    if (text == null) {
      return TextColumn.MISSING;
    }
    if (crowded != null) {
      Integer code = crowded.putIfAbsent(text, size);
      return code == null ? append(text) : code;
    }
    int place = place(text.hashCode());
    int steps = 0;
    while (places[place] != 0) {
      String word = words[places[place] - 1];
      if (word.equals(text)) {
        return places[place] - 1;
      }
      place = next(place);
      steps++;
    }
    int code = add(text, place);
    if (steps > MOST_STEPS) {
      crowd();
    }
    return code;
  }

  // A map looks in order where hashes are alike.
  private void crowd() {
    crowded = new HashMap<>();
    for (int code = 0; code < size; code++) {
      crowded.put(words[code], code);
    }
    places = new int[0];
  }

  /** The texts by their numbers. */
  String[] toArray() {
    return Arrays.copyOf(words, size);
  }

  // Names in a row differ in their last digits, and so do their hashes: they are spread.
  private int place(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ (spread >>> 15)) & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  private int add(String text, int free) {
    int code = append(text);
    places[free] = size;
    if (2 * size > places.length) {
      spread();
    }
    return code;
  }

  private int append(String text) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = text;
    return size - 1;
  }

  private void spread() {
    places = new int[2 * places.length];
    for (int code = 0; code < size; code++) {
      int place = place(words[code].hashCode());
      while (places[place] != 0) {
        place = next(place);
      }
      places[place] = code + 1;
    }
  }
}
