package org.mastshell.download;

import java.io.IOException;

/**
 * The bytes of a file are not those of a whole file of its kind. It is an {@link IOException} so
 * that a stream that unpacks can find it; a disk that fails throws any other one.
 */
final class Damage extends IOException {
  private static final long serialVersionUID = 1L;

  Damage(String message) {
    super(message);
  }

  Damage(String message, Throwable cause) {
    super(message, cause);
  }

  /** That a file ends too early, with what is missing. */
  static Damage cut(String what, long there, long needed) {
    return new Damage(what + " is cut off: " + there + " of " + needed + " bytes are there");
  }
}
