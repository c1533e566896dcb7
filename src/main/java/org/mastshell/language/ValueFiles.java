package org.mastshell.language;

import java.io.IOException;

/** The files that {@code @FILE} and {@code @FILE:COLUMN} speak of. */
public interface ValueFiles {

  /**
   * Whether there is a file of just this name: a colon may belong to the name.
   *
   * @param path the file as typed
   */
  boolean isFile(String path);

  /**
   * Opens a file.
   *
   * @param path the file as typed
   * @throws IOException if it cannot be read, is empty, or is nothing that holds values; the
   *     message is shown behind the file's name
   */
  ValueFile open(String path) throws IOException;
}
