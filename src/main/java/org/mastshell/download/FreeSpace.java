package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says how many bytes can still be written where a folder is or will be; -1 if unknown. */
@FunctionalInterface
interface FreeSpace {
  /** Usable bytes there, or -1. */
  long at(Path folder);

  /** As the file system says it, for the nearest folder that exists already. */
  static FreeSpace ofDisk() {
    return folder -> {
      Path existing = folder.toAbsolutePath();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      if (existing == null) {
        return -1;
      }
      try {
        return Files.getFileStore(existing).getUsableSpace();
      } catch (IOException e) {
        return -1;
      }
    };
  }
}
