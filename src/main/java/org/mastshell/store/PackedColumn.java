package org.mastshell.store;

import org.mastshell.table.Column;
import org.mastshell.table.ColumnBytes;

/** A column as it is kept. */
final class PackedColumn {
  private final String name;
  private final byte[] bytes;
  private final String unit;

  /**
   * @param unit of its own; empty if none
   */
  PackedColumn(String name, byte[] bytes, String unit) {
    this.name = name;
    this.bytes = bytes;
    this.unit = unit;
  }

  String name() {
    return name;
  }

  String unit() {
    return unit;
  }

  Column unpacked() {
    return ColumnBytes.column(Packing.unpack(bytes));
  }
}
