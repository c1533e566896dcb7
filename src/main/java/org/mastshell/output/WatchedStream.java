package org.mastshell.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A stream that remembers why it failed. A print writer on top of it keeps that to itself, and
 * whether standard output was closed by its reader or the disk under it is full makes a difference:
 * the first is no error, the second is one.
 */
public final class WatchedStream extends FilterOutputStream {
  private volatile IOException failure;

  /** Watches a stream. */
  public WatchedStream(OutputStream out) {
    super(out);
  }

  /** The first failure other than that the reader went away; empty if there was none. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure).filter(cause -> !isClosedPipe(cause));
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException cause) {
      throw remember(cause);
    }
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    try {
      out.write(source, offset, length);
    } catch (IOException cause) {
      throw remember(cause);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException cause) {
      throw remember(cause);
    }
  }

  private IOException remember(IOException cause) {
    if (failure == null) {
      failure = cause;
    }
    return cause;
  }

  // The operating system's words are all that the JDK gives: "Broken pipe", "The pipe is being
  // closed".
  private static boolean isClosedPipe(IOException cause) {
    String message = cause.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }
}
