package org.mastshell.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.language.FieldUnits;
import org.mastshell.language.SqlWords;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;

/**
 * Tells whoever plots rows that lack the columns which the plot draws so, and how to name the
 * columns of their own for it.
 */
final class PlotColumns {
  private static final Pattern OF_TIME =
      Pattern.compile(
          "(?i)(?:.*[_\\W])?(?:date|time|mjd|(?:exp|t)?start|begin|obs|epoch|day)(?:[_\\W].*)?");
  private static final String NANOMETRES = "nm";
  private static final String DAYS = "d";

  private final Table rows;

  /**
   * @param rows that are to be drawn
   */
  PlotColumns(Table rows) {
    this.rows = rows;
  }

  /**
   * Goes on if the rows have dates, or there are none.
   *
   * @throws CommandException if they have no column of them
   */
  void requireDates() {
    if (!lacks("t_min")) {
      return;
    }
    String value =
        written()
            .map(name -> "julianday(" + name + ") - 2400000.5")
            .or(this::days)
            .orElse("COLUMN");
    throw lacking("t_min (when they begin, MJD), which plot time draws", value + " AS t_min");
  }

  /**
   * Goes on if the rows have wavelengths, or there are none.
   *
   * @throws CommandException if they have no column of them
   */
  void requireWavelengths() {
    if (!lacks("em_min") && !lacks("em_max")) {
      return;
    }
    String value = wavelength().orElse("COLUMN");
    throw lacking(
        "em_min and em_max (nm), which plot spectral draws",
        value + " AS em_min, " + value + " AS em_max");
  }

  /**
   * Goes on if the rows have places on the sky, or there are none.
   *
   * @throws CommandException if they have no columns of them
   */
  void requirePlaces() {
    boolean points =
        Stream.of("s_ra", "ra").anyMatch(rows::has)
            && Stream.of("s_dec", "dec").anyMatch(rows::has);
    boolean placed = points || !lacks("s_region");
    if (!placed) {
      throw lacking("ra and dec (degrees), which plot sky draws", "COLUMN AS ra, COLUMN AS dec");
    }
  }

  private boolean lacks(String column) {
    return !rows.isEmpty() && !rows.has(column);
  }

  private static CommandException lacking(String columns, String values) {
    return new CommandException(
        ExitCode.FAILED,
        "these rows have no " + columns,
        "sql SELECT *, " + values + " FROM _    names a column so; then plot again");
  }

  // Dates of the calendar, as texts.
  private Optional<String> written() {
    return likely(ColumnType.TEXT)
        .filter(name -> WrittenDates.mjd(rows.column(name)).isPresent())
        .findFirst()
        .map(SqlWords::name);
  }

  private Optional<String> days() {
    return Stream.of(ColumnType.DECIMAL, ColumnType.INTEGER)
        .flatMap(this::likely)
        .filter(name -> isAny(rows.column(name)) && WrittenDates.areMjd(rows.column(name)))
        .findFirst()
        .map(SqlWords::name);
  }

  private static boolean isAny(Column cells) {
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        return true;
      }
    }
    return false;
  }

  // Those that are called like a time come first; of numbers only such may be dates.
  private Stream<String> likely(ColumnType type) {
    List<String> names =
        rows.columns().stream()
            .filter(column -> column.type() == type)
            .filter(column -> column.unit().isEmpty() || column.unit().equals(DAYS))
            .map(ColumnInfo::name)
            .toList();
    Stream<String> named = names.stream().filter(OF_TIME.asMatchPredicate());
    return type == ColumnType.TEXT ? Stream.concat(named, names.stream()) : named;
  }

  private Optional<String> wavelength() {
    for (ColumnInfo column : rows.columns()) {
      Optional<BigDecimal> factor =
          column.type().isNumeric()
              ? FieldUnits.factor(NANOMETRES, column.unit())
              : Optional.empty();
      if (factor.isPresent()) {
        String name = SqlWords.name(column.name());
        return Optional.of(
            factor.get().compareTo(BigDecimal.ONE) == 0
                ? name
                : name + "*" + factor.get().stripTrailingZeros().toPlainString());
      }
    }
    return Optional.empty();
  }
}
