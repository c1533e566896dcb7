package org.mastshell.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Very many texts, ready to be searched whatever the case. They stand one behind the other in one
 * text, because what stands together in memory is searched many times as fast as what does not.
 */
public final class TextIndex {
  private static final char END = '\n';

  private final String joined;

  /** Where each text begins, and where the last one ends. */
  private final int[] starts;

  private TextIndex(String joined, int[] starts) {
    this.joined = joined;
    this.starts = starts;
  }

  /**
   * The texts that were found.
   *
   * @param first their places, not more than were wanted, in order
   * @param count of all
   * @param common how many letters of their beginnings all have in common, whatever the case
   */
  public record Found(List<Integer> first, int count, int common) {
    /** Keeps its own copy. */
    public Found {
      first = List.copyOf(first);
    }
  }

  /** An index of texts; empty if they are too long to be kept together. */
  static Optional<TextIndex> of(IntFunction<String> texts, int size) {
    int[] starts = new int[size + 1];
    long length = 1;
    for (int i = 0; i < size; i++) {
      starts[i] = (int) length;
      length += texts.apply(i).length() + 1L;
      if (length > Integer.MAX_VALUE / 2) {
        return Optional.empty();
      }
    }
    starts[size] = (int) length;
    StringBuilder joined = new StringBuilder((int) length).append(END);
    for (int i = 0; i < size; i++) {
      String text = texts.apply(i);
      for (int j = 0; j < text.length(); j++) {
        joined.append(fold(text.charAt(j)));
      }
      joined.append(END);
    }
    return Optional.of(new TextIndex(joined.toString(), starts));
  }

  /** The texts that begin with this one. */
  public Found beginning(String typed, int wanted) {
    return find(END + folded(typed), 1, wanted);
  }

  /** The first text that is this one. */
  public Optional<Integer> equal(String typed) {
    int at = joined.indexOf(END + folded(typed) + END);
    return at < 0 ? Optional.empty() : Optional.of(placeOf(at + 1, 0));
  }

  /** The texts that hold this one. */
  public Found holding(String typed, int wanted) {
    return typed.isEmpty() ? beginning(typed, wanted) : find(folded(typed), 0, wanted);
  }

  private Found find(String searched, int skipped, int wanted) {
    List<Integer> first = new ArrayList<>();
    int count = 0;
    int common = 0;
    int place = 0;
    int at = joined.indexOf(searched);
    while (at >= 0 && at + 1 < joined.length()) {
      place = placeOf(at + skipped, place);
      common = count == 0 ? length(place) : common(first.get(0), place, common);
      if (count < wanted) {
        first.add(place);
      }
      count++;
      at = joined.indexOf(searched, starts[place + 1] - 1);
    }
    return new Found(first, count, common);
  }

  // What is found next mostly stands near what was found last.
  private int placeOf(int position, int after) {
    int place = after;
    while (place - after < 8 && starts[place + 1] <= position) {
      place++;
    }
    if (starts[place + 1] > position) {
      return place;
    }
    int found = Arrays.binarySearch(starts, place, starts.length, position);
    return found >= 0 ? found : -found - 2;
  }

  private int length(int place) {
    return starts[place + 1] - starts[place] - 1;
  }

  private int common(int one, int other, int most) {
    int limit = Math.min(most, length(other));
    int letters = 0;
    while (letters < limit
        && joined.charAt(starts[one] + letters) == joined.charAt(starts[other] + letters)) {
      letters++;
    }
    return letters;
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.chars().forEach(c -> folded.append(fold((char) c)));
    return folded.toString();
  }

  // A text with an end of line cannot be typed, so none is searched for.
  private static char fold(char c) {
    return c == END ? ' ' : Character.toLowerCase(Character.toUpperCase(c));
  }
}
