package org.mastshell.download;

import java.util.Arrays;

/**
 * Bytes that are here and are asked for once more with those that come after them: a reply is
 * joined to a part only if it repeats them. Validators and lengths are what a server says of a
 * file; this is what it sends.
 */
final class Overlap {
  private static final int MOST = 1 << 16;

  private final byte[] here;
  private int compared;

  private Overlap(byte[] here) {
    this.here = here;
  }

  /** How many bytes are asked for again where so many are here: asked from 0, servers send all. */
  static int of(long bytesHere) {
    return (int) Math.max(0, Math.min(MOST, bytesHere - 1));
  }

  /** That of a part that is gone on with. */
  static Overlap of(PartFile part) throws DiskTrouble {
    return new Overlap(part.end(of(part.size())));
  }

  /** Of a reply that begins the file. */
  static Overlap none() {
    return new Overlap(new byte[0]);
  }

  /**
   * Compares what came, as far as it is here already.
   *
   * @param count how many bytes came
   * @return how many of them were compared; those after them are new
   * @throws TransferFault if they differ
   */
  int compare(byte[] came, int count) throws TransferFault {
    int known = Math.min(count, here.length - compared);
    if (!Arrays.equals(came, 0, known, here, compared, compared + known)) {
      throw TransferFault.doubtful(
          "the archive sends other bytes now in the place of those that were here");
    }
    compared += known;
    return known;
  }
}
