package org.mastshell.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/**
 * Where rows lie on the sky: by their footprints, else by their positions. Tables of other people
 * may call their positions ra and dec, in capitals or not.
 */
final class SkyPlaces {
  private static final double POLE = 90;

  private final Column regions;
  private final Column ra;
  private final Column dec;
  private final Map<String, Optional<SkyFootprint>> read = new HashMap<>();
  private int points;

  /**
   * @param plain whether the columns are not the archive's
   */
  SkyPlaces(Table rows, boolean plain) {
    regions = column(rows, plain, "s_region");
    ra = column(rows, plain, "s_ra", "ra");
    dec = column(rows, plain, "s_dec", "dec");
  }

  // Of the archive's own tables, the first name; a column that is missing has no values.
  private static Column column(Table rows, boolean plain, String... names) {
    for (String name : names) {
      for (ColumnInfo column : rows.columns()) {
        if (plain && column.name().equalsIgnoreCase(name)) {
          return rows.column(Subject.column(column.name()));
        }
      }
    }
    return rows.column(Subject.column(names[0]));
  }

  /**
   * The outline of a row, or its position as a point; what is at the same place is the same object.
   * Empty if it has neither.
   */
  Optional<SkyFootprint> of(int row) {
    String region = regions.text(row);
    Optional<SkyFootprint> outline =
        region == null ? Optional.empty() : read.computeIfAbsent(region, SkyFootprint::read);
    if (outline.isPresent()) {
      return outline;
    }
    double degrees = dec.number(row);
    if (Double.isNaN(ra.number(row)) || !(Math.abs(degrees) <= POLE)) {
      return Optional.empty();
    }
    // Written and compared as a region, so that the same place is drawn once.
    Optional<SkyFootprint> point =
        read.computeIfAbsent("POSITION " + ra.number(row) + " " + degrees, SkyFootprint::read);
    points += point.isPresent() ? 1 : 0;
    return point;
  }

  /** How many of the rows that were asked for have a position alone. */
  int points() {
    return points;
  }
}
