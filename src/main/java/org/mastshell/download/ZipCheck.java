package org.mastshell.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.mastshell.archive.Cancellation;

/**
 * Judges zip archives: the list at their end, and the length and the sum of what each entry unpacks
 * to. Names in them are not used for anything.
 */
final class ZipCheck {
  private static final int BUFFER = 1 << 16;
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int END_MARK = 0x06054B50;
  private static final int LARGE_END_MARK = 0x06064B50;
  private static final int LOCATOR_MARK = 0x07064B50;
  private static final int LOCATOR = 20;
  private static final int LARGE_END = 56;
  private static final long MANY = 0xFFFFFFFFL;
  // Java keeps the list in memory.
  private static final long LONGEST_LIST = 64L << 20;

  private ZipCheck() {}

  /**
   * Reads an archive.
   *
   * @return what is to be minded; nothing if all is right
   * @throws Damage if it cannot be whole
   * @throws IOException if it cannot be read
   */
  static List<String> check(Path file, Cancellation cancellation) throws IOException {
    long length = Files.size(file);
    if (isListTooLong(file)) {
      return List.of("its list of entries is too long to be checked");
    }
    // Names are read as bytes, so that those that are no UTF-8 do no harm.
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      entries(zip, length, cancellation);
      return List.of();
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new Damage("the zip archive is broken: " + e.getMessage(), e);
    }
  }

  /**
   * Goes on only if the list at the end is there, and not too long to be read.
   *
   * @throws Damage if it is not
   */
  static void requireList(Path file) throws IOException {
    if (isListTooLong(file)) {
      throw new Damage("its list of entries is too long");
    }
  }

  private static boolean isListTooLong(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() == 0) {
        throw new Damage("it is empty");
      }
      return listLength(bytes) > LONGEST_LIST;
    }
  }

  private static void entries(ZipFile zip, long length, Cancellation cancellation)
      throws IOException {
    long packed = 0;
    int number = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      number++;
      packed += Math.max(0, entry.getCompressedSize());
      // Entries that share their bytes would make a small file unpack to more than can be read.
      if (packed > length || packed < 0) {
        throw new Damage("the zip archive is broken: its entries overlap");
      }
      entry(zip, entry, number, cancellation);
    }
  }

  private static void entry(ZipFile zip, ZipEntry entry, int number, Cancellation cancellation)
      throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        cancellation.check();
        sum.update(buffer, 0, read);
        count += read;
      }
    }
    if (count != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new Damage("entry " + number + " of the zip archive has changed: wrong length or sum");
    }
  }

  /** How long the list of entries is; the end of the file says it, so that a cut is seen. */
  private static long listLength(RandomAccessFile bytes) throws IOException {
    int there = (int) Math.min(bytes.length(), END + LONGEST_COMMENT);
    ByteBuffer tail = read(bytes, bytes.length() - there, there);
    for (int start = there - END; start >= 0; start--) {
      boolean reachesEnd =
          tail.getInt(start) == END_MARK
              && start + END + (tail.getShort(start + 20) & 0xFFFF) == there;
      if (reachesEnd) {
        long stated = tail.getInt(start + 12) & MANY;
        return stated == MANY ? largeListLength(bytes, bytes.length() - there + start) : stated;
      }
    }
    throw new Damage(
        "the zip archive is cut off, or is none: it does not end with a list of entries");
  }

  private static long largeListLength(RandomAccessFile bytes, long end) throws IOException {
    if (end >= LOCATOR) {
      ByteBuffer locator = read(bytes, end - LOCATOR, LOCATOR);
      long place = locator.getLong(8);
      if (locator.getInt(0) == LOCATOR_MARK && place >= 0 && place <= end - LARGE_END) {
        ByteBuffer large = read(bytes, place, LARGE_END);
        if (large.getInt(0) == LARGE_END_MARK) {
          return large.getLong(40) < 0 ? Long.MAX_VALUE : large.getLong(40);
        }
      }
    }
    throw new Damage("the zip archive is broken: its end says nothing of its list of entries");
  }

  private static ByteBuffer read(RandomAccessFile bytes, long place, int count) throws IOException {
    byte[] part = new byte[count];
    bytes.seek(place);
    bytes.readFully(part);
    return ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
  }
}
