package org.mastshell.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Judges PNG pictures: each chunk with its sum, from IHDR to IEND. */
final class PngCheck implements StreamCheck {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_START = 8;
  private static final int SUM = 4;
  private static final int BUFFER = 1 << 13;

  private final byte[] buffer = new byte[BUFFER];

  @Override
  public boolean isSummed() {
    return true;
  }

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    int there = bytes.read(buffer, 0, SIGNATURE.length);
    if (!Arrays.equals(buffer, 0, there, SIGNATURE, 0, SIGNATURE.length)) {
      throw new Damage(there == 0 ? "it is empty" : "it does not begin as a PNG picture does");
    }
    boolean pixels = false;
    String type = chunk(bytes);
    if (!type.equals("IHDR")) {
      throw new Damage("its first PNG chunk is " + type + ", not IHDR");
    }
    while (!type.equals("IEND")) {
      type = chunk(bytes);
      pixels |= type.equals("IDAT");
    }
    if (!pixels) {
      throw new Damage("it has no pixels");
    }
    long more = bytes.drain();
    return more == 0 ? List.of() : List.of(more + " bytes follow the end of the picture");
  }

  private String chunk(ByteStream bytes) throws IOException {
    long start = bytes.position();
    if (bytes.read(buffer, 0, CHUNK_START) < CHUNK_START) {
      throw new Damage("the picture is cut off at byte " + bytes.position() + ", before its IEND");
    }
    int length = ByteBuffer.wrap(buffer).getInt();
    String type = new String(buffer, SUM, SUM, StandardCharsets.ISO_8859_1);
    if (length < 0 || !type.matches("[A-Za-z]{4}")) {
      throw new Damage("what stands at byte " + start + " is no PNG chunk");
    }
    CRC32 sum = new CRC32();
    sum.update(buffer, SUM, SUM);
    for (int left = length; left > 0; ) {
      int count = bytes.read(buffer, 0, Math.min(left, BUFFER));
      if (count == 0) {
        throw Damage.cut("the PNG chunk " + type + " at byte " + start, length - left, length);
      }
      sum.update(buffer, 0, count);
      left -= count;
    }
    if (bytes.read(buffer, 0, SUM) < SUM) {
      throw new Damage("the picture is cut off at byte " + bytes.position() + ", before its IEND");
    }
    if (ByteBuffer.wrap(buffer).getInt() != (int) sum.getValue()) {
      throw new Damage("the PNG chunk " + type + " at byte " + start + " has changed: wrong sum");
    }
    return type;
  }
}
