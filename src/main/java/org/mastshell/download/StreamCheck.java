package org.mastshell.download;

import java.io.IOException;
import java.util.List;

/** Judges files of one kind by reading their bytes once from the beginning, in little memory. */
interface StreamCheck {

  /**
   * Reads a file, perhaps not to its end.
   *
   * @return what is to be minded; nothing if all is right
   * @throws Damage if the file cannot be whole
   * @throws IOException if it cannot be read
   */
  List<String> check(ByteStream bytes) throws IOException;

  /** Whether sums in the file that was read cover all of it. */
  default boolean isSummed() {
    return false;
  }

  /** Whether the file that was read shows by itself that nothing more belongs to it. */
  default boolean showsItsEnd() {
    return true;
  }
}
