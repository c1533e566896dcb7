package org.mastshell.download;

import java.util.Objects;

/**
 * A file for an engine.
 *
 * @param address where it is, encoded: {@code https://…} or {@code s3://…}
 * @param path where it goes, below the download folder, parts separated by {@code /}
 * @param listedSize bytes as listed, or -1
 * @param exclusive whether the token is needed
 * @param replaces whether a file that is there with that size is to be replaced
 */
public record EngineFile(
    String address, String path, long listedSize, boolean exclusive, boolean replaces) {

  /** No part may be empty or hold a character that ends a line or a cell. */
  public EngineFile {
    requirePlain(Objects.requireNonNull(address));
    requirePlain(Objects.requireNonNull(path));
  }

  private static void requirePlain(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("not for a line of a list: " + text);
    }
  }

  /** The cells of its line in a script; none is empty. */
  String line(int shard) {
    return String.join(
        "\t",
        Integer.toString(shard),
        listedSize < 0 ? "-" : Long.toString(listedSize),
        replaces ? "new" : "any",
        exclusive ? "exclusive" : "public",
        address,
        path);
  }
}
