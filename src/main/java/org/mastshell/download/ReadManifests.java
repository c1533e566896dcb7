package org.mastshell.download;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Manifests as they were when each was first asked for, so that none is read twice for one look at
 * the disk. To be forgotten with that look: it does not see what downloads write since. For one
 * thread.
 */
public final class ReadManifests {
  private final Map<Path, Manifest> read = new HashMap<>();

  /**
   * A manifest.
   *
   * @throws DownloadException if it is there and cannot be read
   */
  Manifest at(Path file) {
    return read.computeIfAbsent(
        file.toAbsolutePath().normalize(), anyOfThatPlace -> Manifest.read(file));
  }
}
