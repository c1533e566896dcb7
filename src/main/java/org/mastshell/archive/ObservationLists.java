package org.mastshell.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.store.PackedTable;
import org.mastshell.store.ProductList;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;

/**
 * Takes the answer for a batch apart into the lists of its observations, to be kept: every row,
 * whatever the criteria. They are packed as they arrive, so that a long answer takes little room.
 *
 * <p>Where a row of a batch does not name one of its observations, it cannot be told whose list is
 * whole, and none is. An observation without a row has no list: its files may be about to come.
 */
final class ObservationLists {
  private static final String OWNER = "parent_obsid";
  private static final String RIGHTS = "dataRights";
  private static final String PUBLIC = "PUBLIC";

  private final List<String> obsids;
  private final Instant asked;
  private final Map<String, List<PackedTable>> parts = new LinkedHashMap<>();
  private final Set<String> restricted = new HashSet<>();
  private boolean whole = true;

  ObservationLists(List<String> obsids, Instant asked) {
    this.obsids = obsids;
    this.asked = asked;
  }

  /** Takes a page; one of an answer whose length is not known cannot be told from a part. */
  void add(Mashup.Page page) {
    whole &= page.total() >= 0;
    if (!whole || page.rows().isEmpty()) {
      return;
    }
    if (obsids.size() == 1) {
      add(obsids.get(0), page.rows());
      return;
    }
    Optional<Map<String, BitSet>> owned = owned(page.rows());
    whole = owned.isPresent();
    owned
        .orElse(Map.of())
        .forEach((obsid, rows) -> add(obsid, page.rows().select(rows.stream().toArray())));
  }

  private void add(String obsid, Table rows) {
    if (!isPublic(rows)) {
      restricted.add(obsid);
    }
    parts.computeIfAbsent(obsid, one -> new ArrayList<>()).add(PackedTable.of(rows));
  }

  // A row that does not say is not taken for public.
  private static boolean isPublic(Table rows) {
    Optional<Column> rights = rows.find(RIGHTS);
    return rights.isPresent()
        && IntStream.range(0, rows.size()).allMatch(row -> PUBLIC.equals(rights.get().text(row)));
  }

  private Optional<Map<String, BitSet>> owned(Table rows) {
    Optional<Column> owners = rows.find(OWNER);
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    Column ids = owners.get();
    Map<String, BitSet> owned = new HashMap<>();
    obsids.forEach(obsid -> owned.put(obsid, new BitSet()));
    boolean numbers = ids.type() == ColumnType.INTEGER;
    BitSet own = null;
    for (int row = 0; row < rows.size(); row++) {
      // Most rows have the owner of the one above, which is not looked up again.
      if (row == 0 || !numbers || ids.compare(row - 1, row) != 0) {
        own = owned.get(ids.text(row));
      }
      if (own == null) {
        return Optional.empty();
      }
      own.set(row);
    }
    owned.values().removeIf(BitSet::isEmpty);
    return Optional.of(owned);
  }

  /** Whether all products of an observation are public. */
  boolean isPublic(String obsid) {
    return !restricted.contains(obsid);
  }

  /** The lists, by observation, once the whole answer is here. */
  Map<String, ProductList> lists() {
    Map<String, ProductList> lists = new LinkedHashMap<>();
    if (whole) {
      parts.forEach((obsid, packed) -> lists.put(obsid, new ProductList(asked, packed)));
    }
    return lists;
  }
}
