package org.mastshell.table;

import java.util.Objects;

/**
 * Name and type of a column, and the unit of its values where the table itself knows it. Names are
 * kept as the archive spells them and compared without regard to case.
 *
 * @param unit in one spelling ({@code um}, {@code km/s}, {@code erg s-1 cm-2}); empty where only
 *     the name tells it, as of the columns of the archive, or where there is none
 */
public record ColumnInfo(String name, ColumnType type, String unit) {
  /** No part may be null. */
  public ColumnInfo {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(unit);
  }

  /** A column whose unit only its name tells, if it has one. */
  public ColumnInfo(String name, ColumnType type) {
    this(name, type, "");
  }
}
