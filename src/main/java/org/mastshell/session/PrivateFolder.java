package org.mastshell.session;

import java.io.IOException;
import java.nio.file.Path;
import org.mastshell.store.PrivateFile;

/** A folder for what concerns one person alone. */
public final class PrivateFolder {
  private PrivateFolder() {}

  /**
   * Makes a folder, and those above it, so that only their owner can look into them. One that is
   * there already stays as it is.
   *
   * @throws IOException if it cannot be made
   */
  public static Path make(Path folder) throws IOException {
    return PrivateFile.folder(folder);
  }
}
