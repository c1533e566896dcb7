package org.mastshell.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.mastshell.shell.SpoilingArchive.Spoiling;

/** Replies of more bytes than anybody can keep, by far. */
final class HeavyReplies {
  /** More than fits the memory of any program of these tests. */
  static final long MOST = 8L << 30;

  private HeavyReplies() {}

  /** A beginning, and something that is repeated without an end. */
  static void plain(Spoiling to, String type, String beginning, String more) throws IOException {
    to.head(200, type, -1, "Connection: close");
    write(to.out(), beginning, more);
    to.hangUp();
  }

  /** The same, packed: few bytes on the way, very many when unpacked. */
  static void packed(Spoiling to, String type, String beginning, String more) throws IOException {
    to.head(200, type, -1, "Connection: close", "Content-Encoding: gzip");
    try (OutputStream packer = new GZIPOutputStream(to.out(), 1 << 16)) {
      write(packer, beginning, more);
    }
  }

  /** Rows of which no two have a text in common, so that none can be kept once for all. */
  static void differentRows(Spoiling to, String type) throws IOException {
    to.head(200, type, -1, "Connection: close");
    StringBuilder block = new StringBuilder("{\"status\":\"COMPLETE\",\"data\":[{}");
    long row = 0;
    for (long sent = 0; sent < MOST; sent += block.length()) {
      block.setLength(row == 0 ? block.length() : 0);
      for (int i = 0; i < 1000; i++) {
        block
            .append(",{\"obsid\":\"")
            .append(row)
            .append("\",\"dataURI\":\"mast:JWST/product/of_which_there_is_only_one_")
            .append(row++)
            .append(".fits\"}");
      }
      to.out().write(block.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    to.hangUp();
  }

  private static void write(OutputStream out, String beginning, String more) throws IOException {
    out.write(beginning.getBytes(StandardCharsets.UTF_8));
    byte[] block = more.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (long sent = 0; sent < MOST; sent += block.length) {
      out.write(block);
    }
  }
}
