package org.mastshell.store;

import org.mastshell.table.Table;
import org.mastshell.table.TableBytes;

/** Rows as they are kept: in a small part of the room that they take as a table. */
public final class PackedTable {
  private final byte[] bytes;

  PackedTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These rows, packed. */
  public static PackedTable of(Table rows) {
    return new PackedTable(Packing.pack(TableBytes.of(rows)));
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * The rows.
   *
   * @throws IllegalArgumentException if the bytes were damaged
   */
  public Table unpacked() {
    return TableBytes.table(Packing.unpack(bytes));
  }
}
