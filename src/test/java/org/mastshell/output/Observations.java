package org.mastshell.output;

import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** A few made-up observations in the shape that the archive gives them. */
final class Observations {
  static final List<ShownColumn> SHOWN =
      List.of(
          new ShownColumn("obs_id", "obs_id", "", Look.TEXT, "Observation identifier"),
          new ShownColumn("target_name", "target", "", Look.TEXT, "Target"),
          new ShownColumn("filters", "filters", "", Look.TEXT, "Filters"),
          new ShownColumn("t_exptime", "exptime", "s", Look.DURATION, "Exposure time"),
          new ShownColumn("t_min", "start", "d", Look.DATE, "Start of the first exposure"),
          new ShownColumn("calib_level", "level", "", Look.NUMBER, "Calibration level"),
          new ShownColumn("dataRights", "rights", "", Look.RIGHTS, "Data rights"),
          new ShownColumn("s_ra", "ra", "deg", Look.ANGLE, "Right ascension"),
          new ShownColumn("em_min", "from", "nm", Look.WAVELENGTH, "Shortest wavelength"),
          new ShownColumn("size", "size", "", Look.SIZE, "Size"),
          new ShownColumn("obsid", "obsid", "", Look.NUMBER, "Number of the observation"));

  static final String REGION =
      "POLYGON ICRS 80.1 -69.5 80.2 -69.5 80.2 -69.4 80.1 -69.4 80.1 -69.5 80.3 -69.1";

  private Observations() {}

  static Part.Rows rows(boolean chosen, int limit, boolean limited) {
    return new Part.Rows(table(), SHOWN, chosen, limit, limited, RowNumbers.counted());
  }

  static Table table() {
    TableBuilder rows = new TableBuilder();
    for (ShownColumn column : SHOWN) {
      rows.column(column.name(), type(column.look()));
    }
    rows.column("s_region", ColumnType.TEXT);
    rows.column("mtFlag", ColumnType.BOOLEAN);
    row(
        rows,
        "jw01073-o001_t001_nircam_clear-f277w",
        "LMC",
        214.73,
        59701.46121,
        "PUBLIC",
        1L << 60);
    row(rows, "jw01073-o002_t001_nircam_clear-f277w", "大マゼラン雲", 7509.2, 59764.5, "PUBLIC", 2);
    row(
        rows,
        "jw01073006001_02101_00003_nrcalong",
        "Cafe\u0301 \u001b[31m",
        1.93,
        Double.NaN,
        "EXCLUSIVE_ACCESS",
        3);
    row(rows, "hst_9999_01", null, Double.NaN, 49756.25506, null, 4);
    return rows.build();
  }

  private static void row(
      TableBuilder rows,
      String id,
      String target,
      double seconds,
      double start,
      String rights,
      long obsid) {
    rows.set(rows.place("obs_id"), id);
    rows.set(rows.place("target_name"), target);
    rows.set(rows.place("filters"), "F277W");
    rows.set(rows.place("t_exptime"), seconds);
    rows.set(rows.place("t_min"), start);
    rows.set(rows.place("calib_level"), 3L);
    rows.set(rows.place("dataRights"), rights);
    rows.set(rows.place("s_ra"), 80.4912345678);
    rows.set(rows.place("em_min"), obsid == 2 ? 713.51 : 2416.0);
    rows.set(rows.place("size"), obsid > 4 ? 0L : 1_234_567_890L * obsid);
    rows.set(rows.place("obsid"), obsid);
    rows.set(rows.place("s_region"), REGION);
    rows.set(rows.place("mtFlag"), obsid == 4);
    rows.endRow();
  }

  private static ColumnType type(Look look) {
    return switch (look) {
      case TEXT -> ColumnType.TEXT;
      case NUMBER, SIZE -> ColumnType.INTEGER;
      default -> ColumnType.DECIMAL;
    };
  }
}
