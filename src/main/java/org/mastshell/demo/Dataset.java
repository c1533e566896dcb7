package org.mastshell.demo;

import java.util.List;
import java.util.Map;

/**
 * A dataset of a mission search.
 *
 * @param id its name
 * @param values the cells of its columns
 * @param position where it looks
 * @param products its files
 */
record Dataset(
    String id, Map<String, Object> values, SkyPosition position, List<Product> products) {
  /** The cell of a column; null where it has none. */
  Object value(String column) {
    return values.get(column);
  }
}
