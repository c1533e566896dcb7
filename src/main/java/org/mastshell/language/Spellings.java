package org.mastshell.language;

import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.table.Tally;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * The texts of a tally with those put together that differ in case alone; the most frequent
 * spelling stands for all.
 */
final class Spellings {
  private static final char MODE = '/';

  private final Tally tally;
  private final int[] counts;

  /** Places of spellings by the hash of their letters; one more than the place, 0 where free. */
  private final int[] slots;

  private boolean changed;

  private Spellings(Tally tally) {
    this.tally = tally;
    counts = new int[tally.size()];
    slots = new int[Math.max(Integer.highestOneBit(tally.size()) * 4, 16)];
  }

  static Spellings of(Tally tally) {
    Spellings spellings = new Spellings(tally);
    for (int i = 0; i < spellings.counts.length; i++) {
      int slot = spellings.slot(tally.text(i));
      boolean isNew = spellings.slots[slot] == 0;
      if (isNew) {
        spellings.slots[slot] = i + 1;
      }
      spellings.counts[spellings.slots[slot] - 1] += tally.count(i);
      spellings.changed |= !isNew;
    }
    return spellings;
  }

  /** Lets the name of an instrument stand for its modes too ({@code NIRCAM/IMAGE}). */
  void countModes() {
    for (int i = 0; i < counts.length; i++) {
      String text = tally.text(i);
      int slash = text.indexOf(MODE);
      int instrument = slash < 0 ? 0 : slots[slot(text.substring(0, slash))];
      if (instrument > 0) {
        counts[instrument - 1] += tally.count(i);
        changed = true;
      }
    }
  }

  /** Whether something else is counted than what stands in the tally. */
  boolean changed() {
    return changed;
  }

  /** The spellings with their counts, in the order of the tally. */
  List<ValueCount> counts() {
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(i -> new ValueCount(tally.text(i), counts[i]))
        .toList();
  }

  // Where a text stands, or the free slot that it may have.
  private int slot(String text) {
    int mask = slots.length - 1;
    int slot = hash(text) & mask;
    while (slots[slot] != 0 && !tally.text(slots[slot] - 1).equalsIgnoreCase(text)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int hash(String text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 31 + Character.toLowerCase(Character.toUpperCase(text.charAt(i)));
    }
    return hash ^ (hash >>> 16);
  }
}
