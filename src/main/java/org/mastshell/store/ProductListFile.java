package org.mastshell.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The file of one product list: whose it is, when it was asked for, the rows, and a checksum of all
 * that. It says itself what it is, so that a file in a wrong place is not taken for another.
 */
final class ProductListFile {
  private static final String FORM = "mastshell products 1";

  private ProductListFile() {}

  /** What stands before the rows. */
  record Head(ListOwner owner, String obsid, Instant asked) {}

  /** The bytes of a file. */
  static byte[] bytes(Head head, List<PackedTable> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(FORM);
      out.writeUTF(head.owner().server());
      out.writeUTF(head.owner().account());
      out.writeUTF(head.obsid());
      out.writeLong(head.asked().toEpochMilli());
      out.writeInt(parts.size());
      for (PackedTable part : parts) {
        out.writeInt(part.bytes().length);
        out.write(part.bytes());
      }
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The list in a file.
   *
   * @param expected whose it must be; its time is not looked at
   * @throws IOException if it cannot be read, is another's, of another form, or damaged
   */
  static ProductList read(byte[] bytes, Head expected) throws IOException {
    int end = bytes.length - Long.BYTES;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Head head = head(in);
      if (!head.owner().equals(expected.owner()) || !head.obsid().equals(expected.obsid())) {
        throw new IOException("a list of another observation or login");
      }
      List<PackedTable> parts = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
          throw new IOException("a part that is longer than the file");
        }
        parts.add(new PackedTable(in.readNBytes(length)));
      }
      if (in.available() != Long.BYTES || in.readLong() != checksum(bytes, end)) {
        throw new IOException("a list that was damaged");
      }
      return new ProductList(head.asked(), parts);
    }
  }

  /** What stands at the beginning of a file, unchecked. */
  static Head head(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 512))) {
      return head(in);
    }
  }

  private static Head head(DataInputStream in) throws IOException {
    if (!in.readUTF().equals(FORM)) {
      throw new IOException("no list of ours");
    }
    ListOwner owner = new ListOwner(in.readUTF(), in.readUTF());
    return new Head(owner, in.readUTF(), Instant.ofEpochMilli(in.readLong()));
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, end);
    return sum.getValue();
  }
}
