package org.mastshell.table;

import java.util.Objects;

/**
 * Name and type of a column. Names are kept as the archive spells them and compared without regard
 * to case.
 */
public record ColumnInfo(String name, ColumnType type) {
  /** Neither part may be null. */
  public ColumnInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }
}
