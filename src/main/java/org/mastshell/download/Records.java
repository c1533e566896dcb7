package org.mastshell.download;

import java.util.Optional;

/** What is written down about files, by their paths relative to the manifest's folder. */
@FunctionalInterface
interface Records {
  /** What is written down about a path. */
  Optional<ManifestEntry> entry(String path);
}
