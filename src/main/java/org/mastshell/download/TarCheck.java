package org.mastshell.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges tar archives: the header of each entry with its sum, its data, and the end mark. */
final class TarCheck implements StreamCheck {
  private static final int BLOCK = 512;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int SUM = 148;
  private static final int SUM_LENGTH = 8;

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    byte[] header = new byte[BLOCK];
    while (true) {
      long start = bytes.position();
      int there = bytes.read(header, 0, BLOCK);
      if (there == 0) {
        if (start == 0) {
          throw new Damage("it is empty");
        }
        return List.of("the end mark of the tar archive is missing: entries may be, too");
      }
      if (there < BLOCK) {
        throw new Damage("a tar header at byte " + start + " is cut off");
      }
      if (isZero(header)) {
        return List.of();
      }
      if (number(header, SUM, SUM_LENGTH) != sum(header)) {
        throw new Damage("what stands at byte " + start + " is no tar header");
      }
      long size = number(header, SIZE, SIZE_LENGTH);
      if (size < 0 || size > Long.MAX_VALUE - BLOCK) {
        throw new Damage("the tar header at byte " + start + " has an impossible size");
      }
      long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
      long skipped = bytes.skip(padded);
      if (skipped < padded) {
        throw Damage.cut("the tar entry at byte " + start, Math.min(skipped, size), size);
      }
    }
  }

  private static boolean isZero(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  // The field of the sum counts as blanks.
  private static long sum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= SUM && i < SUM + SUM_LENGTH ? ' ' : header[i] & 0xFF;
    }
    return sum;
  }

  /** An octal number or, where the first bit is set, a binary one; -1 if it is neither. */
  private static long number(byte[] header, int start, int length) {
    if ((header[start] & 0x80) != 0) {
      long number = 0;
      for (int i = start + length - 8; i < start + length; i++) {
        number = (number << 8) | (header[i] & 0xFF);
      }
      return number;
    }
    String text = new String(header, start, length, StandardCharsets.ISO_8859_1);
    String digits = text.replace('\0', ' ').strip();
    return digits.matches("[0-7]{1,20}") ? Long.parseLong(digits, 8) : digits.isEmpty() ? 0 : -1;
  }
}
