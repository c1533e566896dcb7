package org.mastshell.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Hands UTF-8 bytes on to a writer, for libraries that only write bytes. */
final class Utf8Stream extends OutputStream {
  private final Writer out;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer bytes = ByteBuffer.allocate(8192);
  private final CharBuffer chars = CharBuffer.allocate(8192);

  Utf8Stream(Writer out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    if (!bytes.hasRemaining()) {
      decode(false);
    }
    bytes.put((byte) b);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!bytes.hasRemaining()) {
        decode(false);
      }
      int part = Math.min(bytes.remaining(), length - done);
      bytes.put(source, offset + done, part);
      done += part;
    }
  }

  @Override
  public void flush() throws IOException {
    decode(false);
    out.flush();
  }

  /** Hands on the rest; the writer stays open. */
  @Override
  public void close() throws IOException {
    decode(true);
    out.flush();
  }

  private void decode(boolean last) throws IOException {
    bytes.flip();
    CoderResult result;
    do {
      result = decoder.decode(bytes, chars, last);
      chars.flip();
      out.append(chars);
      chars.clear();
    } while (result.isOverflow());
    bytes.compact();
  }
}
