package org.mastshell.bench;

import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** A set of 300,000 observations, with a column of 30 values and one of 100,000. */
final class LargeSet {
  private static final int ROWS = 300_000;
  private static final int TARGETS = 100_000;
  private static final int FILTERS = 30;

  private LargeSet() {}

  static Table observations() {
    TableBuilder builder = new TableBuilder();
    builder.column("obsid", ColumnType.TEXT);
    builder.column("obs_id", ColumnType.TEXT);
    builder.column("obs_collection", ColumnType.TEXT);
    builder.column("instrument_name", ColumnType.TEXT);
    builder.column("filters", ColumnType.TEXT);
    builder.column("target_name", ColumnType.TEXT);
    builder.column("calib_level", ColumnType.INTEGER);
    builder.column("t_exptime", ColumnType.DECIMAL);
    List<String> instruments = List.of("NIRCAM/IMAGE", "NIRCAM/GRISM", "MIRI/IMAGE", "NIRSPEC/MSA");
    for (int row = 0; row < ROWS; row++) {
      builder.set(0, Integer.toString(70_000_000 + row));
      builder.set(1, "jw" + row + "-o001_t001_nircam_clear");
      builder.set(2, "JWST");
      builder.set(3, instruments.get(row % instruments.size()));
      builder.set(4, "F" + (70 + row % FILTERS * 14) + "W");
      builder.set(5, TargetNames.name(row % TARGETS));
      builder.set(6, (long) (row % 4));
      builder.set(7, row % 1000 + 0.5);
      builder.endRow();
    }
    return builder.build();
  }
}
