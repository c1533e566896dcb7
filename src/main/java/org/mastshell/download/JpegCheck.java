package org.mastshell.download;

import java.io.IOException;
import java.util.List;

/**
 * Judges JPEG pictures by their segments, from the start of the image to its end. There are no sums
 * in them, so that changed pixels are not seen.
 */
final class JpegCheck implements StreamCheck {
  private static final int MARK = 0xFF;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final List<Integer> NO_FRAMES = List.of(0xC4, 0xC8, 0xCC);

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    if (bytes.isAtEnd()) {
      throw new Damage("it is empty");
    }
    if (bytes.read() != MARK || bytes.read() != START) {
      throw new Damage("it does not begin as a JPEG picture does");
    }
    boolean frame = false;
    boolean scan = false;
    int marker = marker(bytes);
    while (marker != END) {
      segment(bytes, marker);
      frame |= marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker);
      scan |= marker == SCAN;
      marker = marker == SCAN ? afterScan(bytes) : marker(bytes);
    }
    if (!frame || !scan) {
      throw new Damage("it has no pixels");
    }
    long more = bytes.drain();
    return more == 0 ? List.of() : List.of(more + " bytes follow the end of the picture");
  }

  private static int marker(ByteStream bytes) throws IOException {
    long place = bytes.position();
    if (next(bytes) != MARK) {
      throw new Damage("what stands at byte " + place + " is no JPEG segment");
    }
    int marker = next(bytes);
    while (marker == MARK) {
      marker = next(bytes);
    }
    return marker;
  }

  private static void segment(ByteStream bytes, int marker) throws IOException {
    if (marker == TEMPORARY) {
      return;
    }
    long place = bytes.position();
    if (marker == 0 || marker == START || isRestart(marker)) {
      throw new Damage("what stands at byte " + place + " is no JPEG segment");
    }
    int length = (next(bytes) << 8) + next(bytes) - 2;
    if (length < 0) {
      throw new Damage("the JPEG segment at byte " + place + " has an impossible length");
    }
    if (bytes.skip(length) < length) {
      throw cut(bytes);
    }
  }

  /** Passes over the pixels of a scan; in them, a mark that is none is followed by a zero. */
  private static int afterScan(ByteStream bytes) throws IOException {
    while (true) {
      if (next(bytes) == MARK) {
        int marker = next(bytes);
        while (marker == MARK) {
          marker = next(bytes);
        }
        if (marker != 0 && !isRestart(marker)) {
          return marker;
        }
      }
    }
  }

  private static boolean isRestart(int marker) {
    return marker >= FIRST_RESTART && marker <= LAST_RESTART;
  }

  private static int next(ByteStream bytes) throws IOException {
    int read = bytes.read();
    if (read < 0) {
      throw cut(bytes);
    }
    return read;
  }

  private static Damage cut(ByteStream bytes) {
    return new Damage("the picture is cut off at byte " + bytes.position());
  }
}
