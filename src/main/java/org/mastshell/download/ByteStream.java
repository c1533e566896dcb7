package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.mastshell.archive.Cancellation;

/** The bytes of a file one after the other, and where among them one is. */
final class ByteStream {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final Cancellation cancellation;
  private final ByteBuffer ahead = ByteBuffer.allocate(BUFFER).limit(0);
  private long fetched;

  /**
   * Begins where the stream is.
   *
   * @param in what is read from; its {@code skip} must stop at its end, or skip nothing
   */
  ByteStream(InputStream in, Cancellation cancellation) {
    this.in = in;
    this.cancellation = cancellation;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** How many bytes were taken. */
  long position() {
    return fetched - ahead.remaining();
  }

  /** Bytes that come next, at least one save at the end; those that are got from it are taken. */
  ByteBuffer ahead() throws IOException {
    while (!ahead.hasRemaining()) {
      cancellation.check();
      int count = in.read(ahead.array(), 0, BUFFER);
      if (count < 0) {
        break;
      }
      ahead.position(0).limit(count);
      fetched += count;
    }
    return ahead;
  }

  boolean isAtEnd() throws IOException {
    return !ahead().hasRemaining();
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    return ahead().hasRemaining() ? ahead.get() & 0xFF : -1;
  }

  /** Takes as many bytes as asked for; fewer only at the end. */
  int read(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length && ahead().hasRemaining()) {
      int count = Math.min(length - done, ahead.remaining());
      ahead.get(into, offset + done, count);
      done += count;
    }
    return done;
  }

  /** Takes as many bytes as asked for, without looking at them; fewer only at the end. */
  long skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (!ahead.hasRemaining()) {
        long skipped = in.skip(left);
        fetched += skipped;
        left -= skipped;
      }
      int here = (int) Math.min(left, ahead().remaining());
      if (here == 0) {
        break;
      }
      ahead.position(ahead.position() + here);
      left -= here;
    }
    return count - left;
  }

  /** Takes all that is left, and says how much that was. */
  long drain() throws IOException {
    return skip(Long.MAX_VALUE);
  }
}
