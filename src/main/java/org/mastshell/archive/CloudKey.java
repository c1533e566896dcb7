package org.mastshell.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The name of a file in the archive's public bucket, in the parts between its slashes. It comes
 * from a reply and becomes part of an address: only what stays below the bucket is taken.
 */
record CloudKey(List<String> parts) {
  // The most that an object store takes.
  private static final int MOST_BYTES = 1024;

  CloudKey {
    parts = List.copyOf(parts);
  }

  /** Understands a path as the archive gives it, or nothing where it is none. */
  static Optional<CloudKey> of(String path) {
    String bare = path.startsWith("/") ? path.substring(1) : path;
    List<String> parts = List.of(bare.split("/", -1));
    boolean fits = bare.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    return fits && parts.stream().allMatch(CloudKey::isUsable)
        ? Optional.of(new CloudKey(parts))
        : Optional.empty();
  }

  private static boolean isUsable(String part) {
    // Written in percents, dots would mean the folder above to who decodes them first.
    String dots = part.replaceAll("(?i)%2e", ".");
    return !dots.isEmpty()
        && !dots.equals(".")
        && !dots.equals("..")
        && part.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == '?' || c == '#')
        && !part.contains(":");
  }

  @Override
  public String toString() {
    return String.join("/", parts);
  }
}
