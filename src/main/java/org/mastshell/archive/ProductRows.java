package org.mastshell.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Joins the products of batches in the order of the observations that were asked for, whichever
 * batch is answered first.
 */
final class ProductRows {
  private static final String[] OWNERS = {"parent_obsid", "obsID"};

  private final Map<String, Integer> places = new HashMap<>();
  private final InOrder<Table> parts = new InOrder<>(this::join);
  private final TableBuilder ordered = new TableBuilder();
  // Rows that belong to none of the observations asked for; where they come would depend on how
  // the observations were batched, so they come last.
  private final TableBuilder strays = new TableBuilder();

  ProductRows(List<String> obsids) {
    for (int i = 0; i < obsids.size(); i++) {
      places.put(obsids.get(i), i);
    }
  }

  /**
   * Takes the rows of a batch; one that was not answered has none.
   *
   * @param first the place of its first observation
   * @param observations how many it asked for
   */
  void add(int first, int observations, Table rows) {
    parts.add(first, observations, rows);
  }

  /** All rows, once every batch has been taken. */
  Table table() {
    return ordered.addAll(strays.build()).build();
  }

  private void join(Table rows) {
    int[] owners = new int[rows.size()];
    Arrays.fill(owners, Integer.MAX_VALUE);
    for (String name : OWNERS) {
      rows.find(name).ifPresent(column -> own(owners, column));
    }
    Comparator<Integer> byOwner = Comparator.comparingInt(row -> owners[row]);
    int[] order =
        IntStream.range(0, rows.size()).boxed().sorted(byOwner).mapToInt(row -> row).toArray();
    int known = 0;
    while (known < order.length && owners[order[known]] != Integer.MAX_VALUE) {
      known++;
    }
    ordered.addAll(rows.select(Arrays.copyOf(order, known)));
    strays.addAll(rows.select(Arrays.copyOfRange(order, known, order.length)));
  }

  private void own(int[] owners, Column ids) {
    for (int row = 0; row < owners.length; row++) {
      if (owners[row] == Integer.MAX_VALUE && !ids.isMissing(row)) {
        owners[row] = places.getOrDefault(ids.text(row), Integer.MAX_VALUE);
      }
    }
  }
}
