package org.mastshell.archive;

import java.util.Objects;

/**
 * Which of the servers that have a file sent it. What one of them says to tell the states of a file
 * apart means nothing to another.
 *
 * @param place {@link #ARCHIVE} or {@link #CLOUD}; empty where nobody knows
 * @param remark why it was not the server that was to be asked first; may be empty
 */
public record FileOrigin(String place, String remark) {
  /** The archive's download service. */
  public static final String ARCHIVE = "archive";

  /** The archive's public bucket. */
  public static final String CLOUD = "cloud";

  private static final FileOrigin UNKNOWN = new FileOrigin("", "");

  /** No part may be null. */
  public FileOrigin {
    Objects.requireNonNull(place);
    Objects.requireNonNull(remark);
  }

  /** Of a reply that does not say. */
  static FileOrigin unknown() {
    return UNKNOWN;
  }
}
