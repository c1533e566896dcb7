package org.mastshell.table;

/** Gives each distinct 64-bit number a small one, in order of first appearance. */
final class LongNumbers {
  private static final int SMALLEST = 1024;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[SMALLEST];
  private int[] numbers = new int[SMALLEST];
  private int size;

  /** The small number of a 64-bit one, from 0. */
  int of(long key) {
    int slot = slot(key);
    if (numbers[slot] == 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      numbers[slot] = ++size;
    }
    return numbers[slot] - 1;
  }

  /** How many different ones there were. */
  int size() {
    return size;
  }

  // Where the number is, or the free slot that it may have: a number of 0 marks it.
  private int slot(long key) {
    int mask = keys.length - 1;
    // The highest bits of the product depend on all bits of the key; those of short decimal numbers
    // differ in the highest alone.
    int slot = (int) ((key * SPREAD) >>> Long.numberOfLeadingZeros(mask));
    while (numbers[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
