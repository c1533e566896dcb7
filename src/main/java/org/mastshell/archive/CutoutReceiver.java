package org.mastshell.archive;

import java.io.IOException;

/** Takes the bytes of a zip archive of cutouts, and judges it when all of them are there. */
public interface CutoutReceiver {

  /** The first byte is to come; what an earlier try brought is to go. */
  void begin();

  /** Takes some bytes from the beginning of an array. */
  void write(byte[] bytes, int count);

  /**
   * All bytes have come.
   *
   * @throws IOException if they are no whole archive of whole files; its message says why. Another
   *     try may bring one.
   */
  void end() throws IOException;
}
