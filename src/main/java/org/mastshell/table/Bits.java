package org.mastshell.table;

import java.util.BitSet;

/** Marks of the rows of a column. */
final class Bits {
  private Bits() {}

  /** The marks of these rows, in their order. */
  static BitSet select(BitSet marks, int... rows) {
    BitSet chosen = new BitSet(rows.length);
    for (int i = 0; i < rows.length; i++) {
      chosen.set(i, marks.get(rows[i]));
    }
    return chosen;
  }
}
