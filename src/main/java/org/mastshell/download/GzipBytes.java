package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The unpacked bytes of a gzip file (RFC 1952) with all its members, checked on the way: headers,
 * sums, lengths, and what follows. Java's own stream takes a file for whole that ends within the
 * header of a second member, and passes over anything behind the last one.
 */
final class GzipBytes extends InputStream {
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int DEFLATE = 8;
  private static final int HAS_HEADER_SUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int FIXED_REST = 6;

  private final ByteStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final List<String> warnings = new ArrayList<>();
  private boolean inside;
  private boolean ended;

  GzipBytes(ByteStream packed) {
    this.packed = packed;
  }

  /** What is to be minded, once all bytes were read. */
  List<String> warnings() {
    return warnings;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inside) {
        header();
        inside = true;
      }
      int count = inflate(into, offset, length);
      if (count > 0) {
        sum.update(into, offset, count);
        return count;
      }
      if (inflater.finished()) {
        trailer();
        inside = false;
        ended = !anotherMember();
      }
    }
    return -1;
  }

  // Nothing can be skipped without being unpacked.
  @Override
  public long skip(long count) {
    return 0;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      if (inflater.needsInput()) {
        inflater.setInput(packed.ahead());
        if (packed.isAtEnd()) {
          throw cut();
        }
      }
      int count = inflater.inflate(into, offset, length);
      if (inflater.needsDictionary()) {
        throw new Damage("its packed data need a dictionary, which gzip does not know");
      }
      return count;
    } catch (DataFormatException e) {
      throw new Damage("its packed data are broken before byte " + packed.position(), e);
    }
  }

  private void header() throws IOException {
    sum.reset();
    inflater.reset();
    if (next() != MAGIC_1 || next() != MAGIC_2) {
      throw new Damage("it does not begin as a gzip file does");
    }
    int method = next();
    int flags = next();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new Damage("its gzip header is broken");
    }
    skip("header", FIXED_REST);
    if ((flags & HAS_EXTRA) != 0) {
      skip("header", next() + (next() << 8));
    }
    for (int text : new int[] {HAS_NAME, HAS_COMMENT}) {
      if ((flags & text) != 0) {
        text();
      }
    }
    if ((flags & HAS_HEADER_SUM) != 0) {
      skip("header", 2);
    }
  }

  // It ends with a zero.
  private void text() throws IOException {
    int read = next();
    while (read != 0) {
      read = next();
    }
  }

  private void trailer() throws IOException {
    long statedSum = number();
    long statedLength = number();
    if (statedSum != sum.getValue()) {
      throw new Damage("its packed data have changed: the sum of what they unpack to is wrong");
    }
    if (statedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new Damage("it does not unpack to the length that it states");
    }
  }

  // Zeros are what tapes filled up blocks with, and gzip passes over them. Python does not take
  // anything else.
  private boolean anotherMember() throws IOException {
    if (packed.isAtEnd()) {
      return false;
    }
    long end = packed.position();
    if (packed.ahead().get(packed.ahead().position()) != 0) {
      if ((packed.ahead().get(packed.ahead().position()) & 0xFF) == MAGIC_1) {
        return true;
      }
      throw new Damage("what follows its packed data at byte " + end + " is no gzip");
    }
    while (!packed.isAtEnd()) {
      if (packed.read() != 0) {
        throw new Damage("what follows its packed data at byte " + end + " is no gzip");
      }
    }
    warnings.add(packed.position() - end + " zeros follow its packed data");
    return false;
  }

  private long number() throws IOException {
    long number = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      number |= (long) next() << shift;
    }
    return number;
  }

  private int next() throws IOException {
    int read = packed.read();
    if (read < 0) {
      throw cut();
    }
    return read;
  }

  private void skip(String what, int count) throws IOException {
    if (packed.skip(count) < count) {
      throw new Damage("its gzip " + what + " is cut off");
    }
  }

  private Damage cut() {
    return new Damage(
        packed.position() == 0
            ? "it is empty"
            : "its packed data are cut off at byte " + packed.position());
  }
}
