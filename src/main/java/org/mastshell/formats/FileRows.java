package org.mastshell.formats;

import java.util.List;

/**
 * The rows of a file.
 *
 * @param list in the order of the file
 * @param comments how many lines below the first row, or the names of the columns, were taken for
 *     comments
 */
public record FileRows(List<FileRow> list, int comments) {
  /** Keeps its own copy of the list. */
  public FileRows {
    list = List.copyOf(list);
  }

  /** Those of a format that has no comments among them. */
  static FileRows all(List<FileRow> list) {
    return new FileRows(list, 0);
  }
}
