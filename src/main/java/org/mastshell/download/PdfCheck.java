package org.mastshell.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges PDF documents by their beginning and their end. */
final class PdfCheck implements StreamCheck {
  // As far from either end as readers look.
  private static final int NEAR = 1024;

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    byte[] window = new byte[2 * NEAR];
    int there = bytes.read(window, 0, NEAR);
    if (!text(window, there).contains("%PDF-")) {
      throw new Damage(there == 0 ? "it is empty" : "it does not begin as a PDF document does");
    }
    int count = bytes.read(window, there, NEAR);
    int held = there + count;
    while (count == NEAR) {
      System.arraycopy(window, NEAR, window, 0, NEAR);
      count = bytes.read(window, NEAR, NEAR);
      held = NEAR + count;
    }
    if (!text(window, held).substring(Math.max(0, held - NEAR)).contains("%%EOF")) {
      throw new Damage(
          "the document is cut off at byte " + bytes.position() + ", before its %%EOF");
    }
    return List.of();
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
