package org.mastshell.command;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** What is known of observations by their columns. */
final class Observations {
  /** The column by which the archive knows an observation. */
  static final String ID = "obsid";

  /** Planned observations have this calibration level and no data yet. */
  static final Predicate PLANNED =
      Predicate.where(Subject.column("calib_level"), Match.Range.closed(-1, -1));

  /** Rows that stand for all full-frame images of a TESS sector: very many files each. */
  static final Predicate FULL_FRAME_SETS =
      Predicate.where(
          Subject.column("target_name"),
          List.of(new Match.Equal("TESS FFI"), new Match.Equal("TICA FFI")));

  private Observations() {}

  /**
   * The archive's numbers of observations, each once: one near several targets has several rows.
   */
  static List<String> distinct(Table observations) {
    Column ids = observations.column(Subject.column(ID));
    return IntStream.range(0, observations.size())
        .mapToObj(ids::text)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
