package org.mastshell.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Bytes that are UTF-8 throughout: those of a stream, with the replacement character (U+FFFD) in
 * the place of what is none, as a reader of text has it. A parser of bytes takes half the time of
 * one that reads characters, and ends at the first byte that is wrong.
 */
final class WellFormedUtf8 extends InputStream {
  private static final int AT_ONCE = 1 << 14;

  private final InputStream source;
  private final ByteBuffer came = ByteBuffer.allocate(AT_ONCE);
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer ready = ByteBuffer.allocate(0);
  private boolean atEnd;

  WellFormedUtf8(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int some = Math.min(length, ready.remaining());
    ready.get(target, offset, some);
    return some;
  }

  @Override
  public int available() {
    return ready.remaining();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Whether there is a byte. */
  private boolean fill() throws IOException {
    while (!ready.hasRemaining()) {
      if (atEnd) {
        return false;
      }
      // The bytes of a character that has not come whole stand at the beginning.
      int some = source.read(came.array(), came.position(), came.remaining());
      atEnd = some < 0;
      came.position(came.position() + Math.max(0, some)).flip();
      if (isAscii()) {
        ready = came.duplicate();
        came.clear();
      } else {
        ready = wellFormed();
        came.compact();
      }
    }
    return true;
  }

  private boolean isAscii() {
    byte[] bytes = came.array();
    int any = 0;
    for (int place = 0; place < came.limit(); place++) {
      any |= bytes[place];
    }
    return any >= 0;
  }

  private ByteBuffer wellFormed() {
    // A byte is at most one character.
    CharBuffer text = CharBuffer.allocate(came.remaining() + 1);
    decoder.decode(came, text, atEnd);
    if (atEnd) {
      decoder.flush(text);
    }
    return StandardCharsets.UTF_8.encode(text.flip());
  }
}
