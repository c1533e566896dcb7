package org.mastshell.table;

import java.util.Arrays;

/** Bytes that are written one number after the other; small numbers take few of them. */
final class ByteSink {
  private static final int SEVEN = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[1024];
  private int size;

  /** Writes a number from 0 up; seven bits a byte, the lowest first. */
  void unsigned(long number) {
    room(10);
    long rest = number;
    while ((rest & ~LOW) != 0) {
      bytes[size++] = (byte) ((rest & LOW) | MORE);
      rest >>>= SEVEN;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes any number; near zero, whatever its sign, it is short. */
  void signed(long number) {
    unsigned((number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  void eightBytes(long number) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (number >>> shift);
    }
  }

  /** Writes how many bytes these are, and them. */
  void block(byte[] block) {
    block(block, 0);
  }

  /** The same without the first bytes. */
  void block(byte[] block, int from) {
    int length = block.length - from;
    unsigned(length);
    room(length);
    System.arraycopy(block, from, bytes, size, length);
    size += length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
