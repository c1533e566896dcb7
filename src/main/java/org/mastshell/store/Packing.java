package org.mastshell.store;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs bytes, quickly rather than as small as can be; a checksum tells when they were damaged. */
final class Packing {
  private static final int CHUNK = 1 << 16;

  private Packing() {}

  /** The bytes packed. */
  static byte[] pack(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(CHUNK);
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * The bytes as they were.
   *
   * @throws IllegalArgumentException if these are no packed bytes
   */
  static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(CHUNK, packed.length * 3));
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IllegalArgumentException("packed bytes that end too early");
        }
        bytes.write(chunk, 0, length);
      }
      return bytes.toByteArray();
    } catch (DataFormatException wrong) {
      throw new IllegalArgumentException("no packed bytes", wrong);
    } finally {
      inflater.end();
    }
  }
}
