package org.mastshell.download;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found out about one file on the disk.
 *
 * @param path where it is, or should be
 * @param status in a word
 * @param bytes how long it is; -1 if it is not there
 * @param message why, or what is to be minded; may be empty
 * @param entry what the manifest says of it; null where it says nothing
 */
public record VerifiedFile(
    Path path, Status status, long bytes, String message, ManifestEntry entry) {

  /** How a file is. */
  public enum Status {
    /** As it was fetched; or, where nothing is written down, sound by its content. */
    GOOD,
    /** Usable, with something to be minded. */
    WARNING,
    /** Nothing is there to judge it by but, perhaps, its length. */
    UNKNOWN,
    /** Cut off, changed, or something else than its name says. */
    DAMAGED,
    /** Not there. */
    MISSING,
    /** Not looked at, since its path leads out of the folder, or a link in its place to nothing. */
    OUTSIDE
  }

  /** No part but the entry may be null. */
  public VerifiedFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(status);
    Objects.requireNonNull(message);
  }

  /** Whether it cannot be used as it is. */
  public boolean isBad() {
    return status == Status.DAMAGED || status == Status.MISSING || status == Status.OUTSIDE;
  }

  /** What stands in the way of fetching it again, and has to be moved away by a person first. */
  public Optional<String> obstacle() {
    return Files.isDirectory(path)
        ? Optional.of(DataFolder.FOLDER_IN_PLACE)
        : new PartPlace(path).obstacle();
  }

  /** Whether it can be fetched again: it is known what it is to the archive, and where it goes. */
  public boolean canBeFetched() {
    return entry != null && !entry.uri().isBlank() && status != Status.OUTSIDE;
  }
}
