package org.mastshell.archive;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mastshell.table.Table;

/**
 * The columns without which the rows of an answer are good for nothing. Rows that lack one would
 * otherwise be judged as if they did not fit, and an answer that is no answer be taken for an empty
 * one.
 */
final class NeededColumns {
  private final String host;
  private final Collection<String> names;

  /**
   * @param host that is asked, for the message
   * @param names as the archive writes them
   */
  NeededColumns(String host, Collection<String> names) {
    this.host = host;
    this.names = new TreeSet<>(names);
  }

  /**
   * The same rows.
   *
   * @throws ArchiveException if there are rows, and none of them has a value in one of the columns
   */
  Table of(Table rows) {
    Optional<String> missing =
        rows.isEmpty()
            ? Optional.empty()
            : names.stream().filter(name -> !hasValue(rows, name)).findFirst();
    if (missing.isPresent()) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "no usable answer from the archive at %s: its rows have no %s"
              .formatted(host, missing.get()),
          "try again later; nothing was kept");
    }
    return rows;
  }

  // An answer may announce a column that none of its rows has.
  private static boolean hasValue(Table rows, String name) {
    return rows.find(name)
        .filter(column -> IntStream.range(0, rows.size()).anyMatch(row -> !column.isMissing(row)))
        .isPresent();
  }
}
