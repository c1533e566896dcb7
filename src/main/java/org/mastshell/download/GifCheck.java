package org.mastshell.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges GIF pictures by their blocks, up to the trailer. */
final class GifCheck implements StreamCheck {
  private static final int HEADER = 13;
  private static final int FLAGS = 10;
  private static final int IMAGE = 0x2C;
  private static final int IMAGE_REST = 9;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    byte[] header = new byte[HEADER];
    int there = bytes.read(header, 0, HEADER);
    String signature = new String(header, 0, 6, StandardCharsets.ISO_8859_1);
    if (there < HEADER || !signature.matches("GIF8[79]a")) {
      throw new Damage(there == 0 ? "it is empty" : "it does not begin as a GIF picture does");
    }
    skip(bytes, colours(header[FLAGS]));
    int block = next(bytes);
    while (block != TRAILER) {
      if (block == IMAGE) {
        byte[] image = new byte[IMAGE_REST];
        if (bytes.read(image, 0, IMAGE_REST) < IMAGE_REST) {
          throw cut(bytes);
        }
        skip(bytes, colours(image[IMAGE_REST - 1]) + 1);
      } else if (block == EXTENSION) {
        skip(bytes, 1);
      } else {
        throw new Damage("what stands at byte " + (bytes.position() - 1) + " is no GIF block");
      }
      for (int length = next(bytes); length > 0; length = next(bytes)) {
        skip(bytes, length);
      }
      block = next(bytes);
    }
    long more = bytes.drain();
    return more == 0 ? List.of() : List.of(more + " bytes follow the end of the picture");
  }

  // How long the table of colours is that follows.
  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int next(ByteStream bytes) throws IOException {
    int read = bytes.read();
    if (read < 0) {
      throw cut(bytes);
    }
    return read;
  }

  private static void skip(ByteStream bytes, int count) throws IOException {
    if (bytes.skip(count) < count) {
      throw cut(bytes);
    }
  }

  private static Damage cut(ByteStream bytes) {
    return new Damage("the picture is cut off at byte " + bytes.position());
  }
}
