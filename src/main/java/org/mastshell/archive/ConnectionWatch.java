package org.mastshell.archive;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/**
 * Notes for each request whether it ever had a connection, TLS included, and which, and how often
 * it was sent: where a kept connection has gone away, the HTTP library takes another one unasked.
 */
final class ConnectionWatch extends EventListener {

  /** How far a request came. */
  static final class Stage {
    private final AtomicInteger sent = new AtomicInteger();
    private volatile Socket socket;

    /** How often it was sent after the first time. */
    int repeats() {
      return Math.max(0, sent.get() - 1);
    }

    /** A silence, named by what it interrupted: a server that does not answer is another matter. */
    SocketTimeoutException explain(SocketTimeoutException silence) {
      if (socket != null) {
        return silence;
      }
      SocketTimeoutException explained = new SocketTimeoutException("connect timed out");
      explained.initCause(silence);
      return explained;
    }

    /** How many bytes can be read from the connection without waiting, as far as is known. */
    int ahead() throws IOException {
      Socket used = socket;
      if (used instanceof ReadAheadSocket plain) {
        return plain.ahead();
      }
      // The rest of a record that was decrypted as a whole.
      return used == null ? 0 : used.getInputStream().available();
    }
  }

  @Override
  public void requestHeadersStart(Call call) {
    Stage stage = call.request().tag(Stage.class);
    if (stage != null) {
      stage.sent.incrementAndGet();
    }
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    Stage stage = call.request().tag(Stage.class);
    if (stage != null) {
      stage.socket = connection.socket();
    }
  }
}
