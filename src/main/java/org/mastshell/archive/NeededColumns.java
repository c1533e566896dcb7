package org.mastshell.archive;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/**
 * The columns without which the rows of an answer are good for nothing. Rows that lack one would
 * otherwise be judged as if they did not fit, and an answer that is no answer be taken for an empty
 * one.
 */
final class NeededColumns {
  private final String host;
  private final Collection<String> filled;
  private final Collection<String> named;

  /**
   * @param host that is asked, for the message
   * @param filled those in which some row must have a value, as the archive writes them
   * @param criteria what the rows are judged by: its columns must be there, but may be empty
   */
  NeededColumns(String host, Collection<String> filled, Predicate criteria) {
    this.host = host;
    this.filled = new TreeSet<>(filled);
    this.named = new TreeSet<>(criteria.sources());
  }

  /**
   * The same rows.
   *
   * @throws ArchiveException if there are rows, and they lack one of the columns
   */
  Table of(Table rows) {
    Optional<String> missing = missing(rows);
    if (missing.isPresent()) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "no usable answer from the archive at %s: its rows have no %s"
              .formatted(host, missing.get()),
          "try again later; nothing was kept");
    }
    return rows;
  }

  /** Whether rows lack none of the columns. */
  boolean areIn(Table rows) {
    return missing(rows).isEmpty();
  }

  private Optional<String> missing(Table rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Stream.concat(
                filled.stream().filter(name -> !hasValue(rows, name)),
                named.stream().filter(name -> !rows.has(name)))
            .findFirst();
  }

  // An answer may announce a column that none of its rows has.
  private static boolean hasValue(Table rows, String name) {
    return rows.find(name)
        .filter(column -> IntStream.range(0, rows.size()).anyMatch(row -> !column.isMissing(row)))
        .isPresent();
  }
}
