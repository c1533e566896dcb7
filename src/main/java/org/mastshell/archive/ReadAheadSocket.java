package org.mastshell.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A socket that takes from the system all that has come, as far as it has room for it. The HTTP
 * library asks for 8 kB at a time; at a high rate each of those would be a call of the system.
 */
final class ReadAheadSocket extends Socket {
  private static final int ROOM = 1 << 16;

  private ReadAhead input;

  /** How many bytes are here that can be read without waiting for the network. */
  synchronized int ahead() {
    return input == null ? 0 : input.ahead();
  }

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    // A socket that is closed meanwhile says so by its own stream.
    InputStream system = super.getInputStream();
    if (input == null) {
      input = new ReadAhead(system);
    }
    return input;
  }

  /** Read by one thread at a time; {@code close} may come from another. */
  private static final class ReadAhead extends InputStream {
    private final InputStream system;
    private final byte[] bytes = new byte[ROOM];
    private int next;
    private int end;

    private ReadAhead(InputStream system) {
      this.system = system;
    }

    private int ahead() {
      return end - next;
    }

    private boolean isAtEnd() throws IOException {
      if (next == end) {
        int count = system.read(bytes, 0, ROOM);
        next = 0;
        end = Math.max(0, count);
      }
      return next == end;
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : bytes[next++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int count = Math.min(length, ahead());
      System.arraycopy(bytes, next, target, offset, count);
      next += count;
      return count;
    }

    @Override
    public int available() throws IOException {
      return ahead() + system.available();
    }

    @Override
    public void close() throws IOException {
      system.close();
    }
  }
}
