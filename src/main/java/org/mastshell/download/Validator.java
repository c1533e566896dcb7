package org.mastshell.download;

import java.util.Objects;
import org.mastshell.archive.FileReply;

/**
 * What a server says to tell the states of a file apart (RFC 9110, section 8.8).
 *
 * @param entityTag the header {@code ETag} as it came; may be empty
 * @param lastModified the header {@code Last-Modified} as it came; may be empty
 * @param place which server that is ({@code archive}, {@code cloud}); empty where nobody knows
 */
public record Validator(String entityTag, String lastModified, String place) {
  private static final int LONGEST = 1000;
  private static final int SHOWN = 40;
  private static final Validator NONE = new Validator("", "", "");

  /** No part may be null. */
  public Validator {
    Objects.requireNonNull(entityTag);
    Objects.requireNonNull(lastModified);
    Objects.requireNonNull(place);
  }

  /** Of a server that nobody wrote down. */
  public Validator(String entityTag, String lastModified) {
    this(entityTag, lastModified, "");
  }

  /** Of a server that says nothing. */
  public static Validator none() {
    return NONE;
  }

  static Validator of(FileReply reply) {
    return new Validator(
        usable(reply.entityTag().orElse("")),
        usable(reply.lastModified().orElse("")),
        reply.origin().place());
  }

  /** Whether the server says nothing. */
  public boolean isEmpty() {
    return entityTag.isEmpty() && lastModified.isEmpty();
  }

  /**
   * What proves that parts belong together, for If-Range: a strong tag, else the time; empty if
   * there is neither. A weak tag proves nothing of single bytes.
   */
  String proof() {
    return entityTag.isEmpty() || isWeak() ? lastModified : entityTag;
  }

  /** Whether it contradicts another one: a header that both have differs, or the server does. */
  boolean contradicts(Validator other) {
    if (!place.isEmpty() && !other.place.isEmpty() && !place.equals(other.place)) {
      return true;
    }
    if (!entityTag.isEmpty() && !other.entityTag.isEmpty()) {
      return !entityTag.equals(other.entityTag);
    }
    return !lastModified.isEmpty()
        && !other.lastModified.isEmpty()
        && !lastModified.equals(other.lastModified);
  }

  /** Whether it shows a file to be the same as that of another one, as far as a server can. */
  boolean confirms(Validator other) {
    boolean tags = !entityTag.isEmpty() && !other.entityTag.isEmpty();
    boolean times = !lastModified.isEmpty() && !other.lastModified.isEmpty();
    return (tags || times) && !contradicts(other);
  }

  /** What has changed, in words; empty if nothing that both say has. */
  String changeFrom(Validator earlier) {
    if (!entityTag.isEmpty() && !earlier.entityTag.isEmpty()) {
      return change("ETag", earlier.entityTag, entityTag);
    }
    boolean both = !lastModified.isEmpty() && !earlier.lastModified.isEmpty();
    return both ? change("Last-Modified", earlier.lastModified, lastModified) : "";
  }

  private static String change(String header, String earlier, String now) {
    return earlier.equals(now) ? "" : header + " " + brief(earlier) + ", now " + brief(now);
  }

  private static String brief(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  private boolean isWeak() {
    return entityTag.startsWith("W/");
  }

  // It is sent back and written down: only what can be a header, and none of endless length.
  private static String usable(String header) {
    boolean plain = header.chars().allMatch(c -> c >= ' ' && c <= '~');
    return plain && header.length() <= LONGEST ? header.strip() : "";
  }
}
