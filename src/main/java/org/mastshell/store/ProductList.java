package org.mastshell.store;

import java.time.Instant;
import java.util.List;

/**
 * All products of one observation, as an archive listed them.
 *
 * @param asked when it was asked
 * @param parts the rows in their order, in one part or several
 */
public record ProductList(Instant asked, List<PackedTable> parts) {

  /** The same with parts that nobody changes. */
  public ProductList {
    parts = List.copyOf(parts);
  }
}
