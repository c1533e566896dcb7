package org.mastshell.formats;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds: a table, or lines of single values.
 *
 * @param table empty for a list
 * @param list its lines with their numbers, one cell each; empty for a table
 * @param notes what was left out of a list, a sentence each; a table has its own
 */
public record ReadFile(Optional<ReadTable> table, List<FileRow> list, List<String> notes) {
  /** Keeps its own copies of the lists. */
  public ReadFile {
    list = List.copyOf(list);
    notes = List.copyOf(notes);
  }

  static ReadFile of(ReadTable table) {
    return new ReadFile(Optional.of(table), List.of(), List.of());
  }

  static ReadFile of(List<FileRow> list, List<String> notes) {
    return new ReadFile(Optional.empty(), list, notes);
  }
}
