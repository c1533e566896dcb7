package org.mastshell.archive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Joins the products of batches, and of lists that were kept, in the order of the observations that
 * were asked for, whichever comes first.
 */
final class ProductRows {
  private static final String[] OWNERS = {"parent_obsid", "obsID"};

  private final Map<String, Integer> places = new HashMap<>();
  private final InOrder<Part> parts = new InOrder<>(this::join);
  private final TableBuilder answered = new TableBuilder();
  private final TableBuilder kept = new TableBuilder();
  // Rows that belong to none of the observations asked for; where they come would depend on how
  // the observations were batched, so they come last.
  private final TreeMap<Integer, Table> strays = new TreeMap<>();
  private boolean hasKept;

  /**
   * Rows of some observations.
   *
   * @param place of the first of these observations among all
   */
  private record Part(int place, Table rows) {}

  ProductRows(List<String> obsids) {
    for (int i = 0; i < obsids.size(); i++) {
      places.put(obsids.get(i), i);
    }
  }

  /**
   * Takes the rows of a batch; one that was not answered has none.
   *
   * @param first the place of its first observation among those in batches
   * @param observations those it asked for
   */
  void add(int first, List<String> observations, Table rows) {
    parts.add(first, observations.size(), new Part(places.get(observations.get(0)), rows));
  }

  /** Takes the rows of an observation that are in no batch. */
  void addKept(String obsid, Table rows) {
    hasKept = true;
    split(new Part(places.get(obsid), rows), kept);
  }

  /** All rows, once every batch has been taken. */
  Table table() {
    Table owned = hasKept ? inOrder(kept.addAll(answered.build()).build()) : answered.build();
    if (strays.isEmpty()) {
      return owned;
    }
    TableBuilder all = new TableBuilder().addAll(owned);
    strays.values().forEach(all::addAll);
    return all.build();
  }

  private void join(Part part) {
    split(part, answered);
  }

  private void split(Part part, TableBuilder target) {
    Table rows = part.rows();
    int[] owners = owners(rows);
    Table ordered = isSorted(owners) ? rows : rows.select(order(owners));
    Arrays.sort(owners);
    int known = Arrays.binarySearch(owners, Integer.MAX_VALUE - 1);
    known = known < 0 ? -known - 1 : known;
    if (known == rows.size()) {
      target.addAll(ordered);
      return;
    }
    target.addAll(ordered.select(IntStream.range(0, known).toArray()));
    strays.put(part.place(), ordered.select(IntStream.range(known, rows.size()).toArray()));
  }

  private Table inOrder(Table rows) {
    int[] owners = owners(rows);
    return isSorted(owners) ? rows : rows.select(order(owners));
  }

  private static boolean isSorted(int... owners) {
    return IntStream.range(1, owners.length).allMatch(row -> owners[row - 1] <= owners[row]);
  }

  // Rows of one owner stay in their order.
  private static int[] order(int... owners) {
    return IntStream.range(0, owners.length)
        .mapToLong(row -> (long) owners[row] << Integer.SIZE | row)
        .sorted()
        .mapToInt(one -> (int) one)
        .toArray();
  }

  private int[] owners(Table rows) {
    int[] owners = new int[rows.size()];
    Arrays.fill(owners, Integer.MAX_VALUE);
    for (String name : OWNERS) {
      rows.find(name).ifPresent(column -> own(owners, column));
    }
    return owners;
  }

  private void own(int[] owners, Column ids) {
    boolean numbers = ids.type() == ColumnType.INTEGER;
    int above = Integer.MAX_VALUE;
    for (int row = 0; row < owners.length; row++) {
      // Most rows have the owner of the one above, which is not looked up again.
      if (row == 0 || !numbers || ids.compare(row - 1, row) != 0) {
        above =
            ids.isMissing(row)
                ? Integer.MAX_VALUE
                : places.getOrDefault(ids.text(row), Integer.MAX_VALUE);
      }
      if (owners[row] == Integer.MAX_VALUE) {
        owners[row] = above;
      }
    }
  }
}
