package org.mastshell.formats;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The content of a file, unpacked where it is packed by gzip, and as text where it is that. */
final class FileText {
  // The whole is held in memory, as text once more.
  static final int MOST_BYTES = 256 << 20;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BYTE = 8;
  private static final int SPACE = ' ';
  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] UTF_16_BIG_MARK = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16_LITTLE_MARK = {(byte) 0xff, (byte) 0xfe};

  private FileText() {}

  /** All bytes, unpacked, of a file that has no more than so many. */
  static byte[] bytes(Path file, int most) throws IOException {
    byte[] raw;
    try (InputStream in = Files.newInputStream(file)) {
      raw = limited(in, most);
    }
    if (raw.length < 2 || ((raw[0] & 0xff) << BYTE | (raw[1] & 0xff)) != GZIP_MAGIC) {
      return raw;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return limited(in, most);
    } catch (EOFException cut) {
      throw new IOException("it is cut off: what gzip has packed does not end", cut);
    }
  }

  private static byte[] limited(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new IOException(
          "it has more than " + (most >> 20) + " MiB: cut out the columns that are needed");
    }
    return bytes;
  }

  /**
   * The bytes as text: UTF-8, or UTF-16 where a mark says so; else, as older files are, one byte a
   * letter.
   *
   * @throws IOException if it is no text at all
   */
  static String text(byte[] bytes) throws IOException {
    if (begins(bytes, UTF_16_BIG_MARK)) {
      return decoded(bytes, UTF_16_BIG_MARK.length, StandardCharsets.UTF_16BE);
    }
    if (begins(bytes, UTF_16_LITTLE_MARK)) {
      return decoded(bytes, UTF_16_LITTLE_MARK.length, StandardCharsets.UTF_16LE);
    }
    requireText(bytes);
    return utf8OrOlder(bytes);
  }

  /**
   * The same of a table that may hold what archives sent: control characters may stand in it.
   *
   * @throws IOException if it is no text at all
   */
  static String tableText(byte[] bytes) throws IOException {
    if (begins(bytes, UTF_16_BIG_MARK) || begins(bytes, UTF_16_LITTLE_MARK)) {
      return text(bytes);
    }
    for (byte one : bytes) {
      if (one == 0) {
        throw noText();
      }
    }
    return utf8OrOlder(bytes);
  }

  private static String utf8OrOlder(byte... bytes) {
    int start = begins(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    try {
      return strict(bytes, start, StandardCharsets.UTF_8);
    } catch (CharacterCodingException older) {
      return decoded(bytes, start, StandardCharsets.ISO_8859_1);
    }
  }

  private static void requireText(byte[] bytes) throws IOException {
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i];
      boolean control = c >= 0 && c < SPACE && !Character.isWhitespace(c);
      // Some systems close a text file with Ctrl-Z.
      if (control && !(c == 0x1a && i == bytes.length - 1)) {
        throw noText();
      }
    }
  }

  private static IOException noText() {
    return new IOException(
        "it holds no text, nor a table in a format that is known here (" + TableFiles.KNOWN + ")");
  }

  private static boolean begins(byte[] bytes, byte... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(byte[] bytes, int start, Charset charset) {
    return new String(bytes, start, bytes.length - start, charset);
  }

  private static String strict(byte[] bytes, int start, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
        .toString();
  }
}
