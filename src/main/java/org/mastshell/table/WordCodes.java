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
   * For each place a hash and below it a code and one, or 0 where it is free; a power of two, at
   * most half of it full. A word elsewhere in memory is looked at only where the hash is the same.
   */
  private long[] places = new long[2 * SMALLEST];

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
    int hash = text.hashCode();
    int place = place(hash);
    int steps = 0;
    for (long taken = places[place]; taken != 0; taken = places[place]) {
      if (hash(taken) == hash && words[code(taken)].equals(text)) {
        return code(taken);
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
    places = new long[0];
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

  private static long taken(int hash, int code) {
    return (long) hash << Integer.SIZE | (code + 1);
  }

  private static int hash(long taken) {
    return (int) (taken >>> Integer.SIZE);
  }

  private static int code(long taken) {
    return (int) taken - 1;
  }

  private int add(String text, int free) {
    int code = append(text);
    places[free] = taken(text.hashCode(), code);
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
    long[] before = places;
    places = new long[2 * before.length];
    for (long taken : before) {
      if (taken != 0) {
        int place = place(hash(taken));
        while (places[place] != 0) {
          place = next(place);
        }
        places[place] = taken;
      }
    }
  }
}
