package org.mastshell.language;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.mastshell.table.Tally;
import org.mastshell.table.ValueCounts.ValueCount;

/**
 * Values out of a tally as a list. An entry is made each time that it is asked for: of very many
 * values few are ever looked at.
 */
final class CountedValues extends AbstractList<ValueCount> implements RandomAccess {
  private final Tally tally;
  private final int[] indexes;
  private final int missing;

  /**
   * @param indexes of the values in the tally, in the order of the list
   * @param missing rows without a value; if there are any, the last entry tells
   */
  CountedValues(Tally tally, int[] indexes, int missing) {
    this.tally = tally;
    this.indexes = indexes;
    this.missing = missing;
  }

  @Override
  public ValueCount get(int place) {
    return place == indexes.length && missing > 0
        ? new ValueCount(null, missing)
        : new ValueCount(tally.text(indexes[place]), tally.count(indexes[place]));
  }

  @Override
  public int size() {
    return indexes.length + (missing > 0 ? 1 : 0);
  }
}
