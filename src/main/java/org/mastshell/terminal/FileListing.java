package org.mastshell.terminal;

import java.util.List;

/** What folders hold. */
interface FileListing {

  /** A name in a folder. */
  record Entry(String name, boolean folder) {}

  /**
   * What a folder holds, sorted by name; empty if it cannot be read.
   *
   * @param folder as typed, with a slash at its end, or empty for the current folder; a leading
   *     {@code ~/} is the home folder
   */
  List<Entry> entries(String folder);
}
