package org.mastshell.store;

import org.mastshell.table.Column;
import org.mastshell.table.ColumnBytes;

/** A column as it is kept. */
final class PackedColumn {
  private final String name;
  private final byte[] bytes;

  PackedColumn(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  String name() {
    return name;
  }

  Column unpacked() {
    return ColumnBytes.column(Packing.unpack(bytes));
  }
}
