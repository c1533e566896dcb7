package org.mastshell.table;

/**
 * Reads what a {@link ByteSink} wrote. The bytes may come from a damaged file: whatever does not
 * fit is an {@link IllegalArgumentException}, and nothing is made room for that the bytes cannot
 * hold.
 */
final class ByteReader {
  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;

  private final byte[] bytes;
  private int place;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long unsigned() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
      byte next = oneByte();
      number |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number of too many bytes");
  }

  long signed() {
    long number = unsigned();
    return (number >>> 1) ^ -(number & 1);
  }

  long eightBytes() {
    require(Long.BYTES);
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[place++] & 0xff);
    }
    return number;
  }

  /** A number that is a size or a place. */
  int count() {
    long number = unsigned();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no size: " + number);
    }
    return (int) number;
  }

  /** The number of items that follow, each of at least one byte. */
  int countOfItems() {
    return requireItems(count());
  }

  /** So many items must follow, each of at least one byte. */
  int requireItems(int items) {
    require(items);
    return items;
  }

  /** A block of bytes behind the first bytes of another one. */
  byte[] block(byte[] before, int shared) {
    int length = countOfItems();
    if (shared > before.length) {
      throw new IllegalArgumentException("a word shares more than there is");
    }
    byte[] block = new byte[shared + length];
    System.arraycopy(before, 0, block, 0, shared);
    System.arraycopy(bytes, place, block, shared, length);
    place += length;
    return block;
  }

  void requireEnd() {
    if (place != bytes.length) {
      throw new IllegalArgumentException("more bytes than cells");
    }
  }

  private byte oneByte() {
    require(1);
    return bytes[place++];
  }

  private void require(int more) {
    if (bytes.length - place < more) {
      throw new IllegalArgumentException("too few bytes");
    }
  }
}
