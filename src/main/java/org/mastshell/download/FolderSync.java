package org.mastshell.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts the names of files on the disk, for many files at once: a folder is flushed once for all the
 * files that came into it since the last time.
 */
final class FolderSync {
  private final Set<Path> changed = ConcurrentHashMap.newKeySet();

  /** A file got its name here. */
  void hasChanged(Path folder) {
    changed.add(folder);
  }

  /** Flushes what has changed so far. */
  void flush() {
    for (Path folder : Set.copyOf(changed)) {
      changed.remove(folder);
      flush(folder);
    }
  }

  private static void flush(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Some systems do not open folders; they keep names in order by themselves.
      return;
    }
  }
}
