package org.mastshell.language;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the values that {@code @FILE} and {@code @FILE:COLUMN} stand for. */
public interface ValueFiles {
  /**
   * The values in a file, in its order.
   *
   * @param path the file as typed
   * @param column which column, if one was given
   * @throws IOException if the file cannot be read or has no such column; the message is shown
   */
  List<String> read(String path, Optional<String> column) throws IOException;
}
