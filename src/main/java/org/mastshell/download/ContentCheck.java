package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Path;
import org.mastshell.archive.Cancellation;

/** Judges a file by what is in it. Safe for use by several threads. */
@FunctionalInterface
interface ContentCheck {

  /**
   * Judges a file.
   *
   * @param file where it is now, perhaps under a temporary name
   * @param name the name that it has in the archive
   * @param cancellation ends the reading of a long file
   * @throws IOException if it cannot be read; whatever its bytes are, they are judged
   */
  ContentVerdict check(Path file, String name, Cancellation cancellation) throws IOException;

  /** Takes every file as it comes. */
  static ContentCheck none() {
    return (file, name, cancellation) -> ContentVerdict.unknown("");
  }
}
