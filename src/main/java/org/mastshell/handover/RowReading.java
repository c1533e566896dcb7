package org.mastshell.handover;

import java.util.List;
import java.util.Optional;

/**
 * How the rows of a table with columns of its own are read: the archive keeps dates and numbers
 * there as text in part, and measures distances in several units.
 *
 * @param mark the column that says from which table a row comes, which is added
 * @param table what it says
 * @param names columns that hold names, even where they look like numbers
 * @param numbers columns that hold numbers, even where they come as text
 * @param dates columns that hold dates, which become MJD
 * @param filled columns in which some row must have a value, as long as there is any row
 * @param named columns that must be there, as long as there is any row
 * @param centre from which distances are measured; empty where there is none
 */
public record RowReading(
    String mark,
    String table,
    List<String> names,
    List<String> numbers,
    List<String> dates,
    List<String> filled,
    List<String> named,
    Optional<Centre> centre) {

  /** Keeps its own copies. */
  public RowReading {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    dates = List.copyOf(dates);
    filled = List.copyOf(filled);
    named = List.copyOf(named);
  }

  /**
   * A point, and which columns say where a row lies.
   *
   * @param columns that of the right ascension and that of the declination; others are no places
   * @param ra right ascension of the point, degrees
   * @param dec its declination, degrees
   */
  public record Centre(List<String> columns, double ra, double dec) {
    /** Keeps its own copy. */
    public Centre {
      columns = List.copyOf(columns);
    }
  }
}
