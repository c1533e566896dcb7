package org.mastshell.formats;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds: a table, or lines of single values.
 *
 * @param table empty for a list
 * @param list its lines with their numbers, one cell each; empty for a table
 */
public record ReadFile(Optional<ReadTable> table, List<FileRow> list) {
  /** Keeps its own copy of the list. */
  public ReadFile {
    list = List.copyOf(list);
  }

  static ReadFile of(ReadTable table) {
    return new ReadFile(Optional.of(table), List.of());
  }

  static ReadFile of(List<FileRow> list) {
    return new ReadFile(Optional.empty(), list);
  }
}
