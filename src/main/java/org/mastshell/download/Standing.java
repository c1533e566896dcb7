package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What stands at a place, as far as it can be told without reading it.
 *
 * @param size bytes, or -1 if nothing is there
 * @param modified when it was written last; empty if nothing is there
 * @param record what was written down when it was fetched; empty if it was not, as far as is known
 * @param isKept whether it gets another name when a new file takes its place
 */
public record Standing(
    long size, Optional<FileTime> modified, Optional<ManifestEntry> record, boolean isKept) {
  private static final Standing NOTHING =
      new Standing(-1, Optional.empty(), Optional.empty(), false);

  /** Nothing at all. */
  static Standing nothing() {
    return NOTHING;
  }

  /** What stands there now. */
  static Standing at(Path place) {
    try {
      BasicFileAttributes seen =
          Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Standing(
          seen.size(), Optional.of(seen.lastModifiedTime()), Optional.empty(), false);
    } catch (IOException nothing) {
      return NOTHING;
    }
  }

  /** The same with the record of it; one of another file, or of no fetch, is none. */
  Standing recorded(FileToFetch file, Optional<ManifestEntry> entry) {
    return new Standing(
        size,
        modified,
        entry.filter(known -> known.isFetched() && known.uri().equals(file.dataUri())),
        isKept);
  }

  /** The same as what gets another name when a new file takes its place. */
  Standing kept() {
    return new Standing(size, modified, record, true);
  }

  /** Whether nothing is there. */
  boolean isNothing() {
    return size < 0;
  }

  /** Whether something stands there now that was not there, or has been written to since. */
  boolean hasBeenTaken(Path place) {
    Standing now = at(place);
    return !now.isNothing() && !(now.size == size && now.modified.equals(modified));
  }
}
