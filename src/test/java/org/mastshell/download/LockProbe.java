package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Another program that wants to write a file of a folder: ends with 0 if it may, else with 3. */
final class LockProbe {
  private LockProbe() {}

  /** Asks for the file of the second word in the folder of the first. */
  public static void main(String[] words) throws IOException {
    try (FolderLocks locks = FolderLocks.open(Path.of(words[0]))) {
      Optional<FolderLocks.Held> held = locks.file(words[1]);
      System.exit(held.isPresent() ? 0 : 3);
    }
  }
}
