package org.mastshell.archive;

import java.net.SocketTimeoutException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** Notes for each request whether it ever had a connection, TLS included. */
final class ConnectionWatch extends EventListener {

  /** How far a request came. */
  static final class Stage {
    private volatile boolean connected;

    /** A silence, named by what it interrupted: a server that does not answer is another matter. */
    SocketTimeoutException explain(SocketTimeoutException silence) {
      if (connected) {
        return silence;
      }
      SocketTimeoutException explained = new SocketTimeoutException("connect timed out");
      explained.initCause(silence);
      return explained;
    }
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    Stage stage = call.request().tag(Stage.class);
    if (stage != null) {
      stage.connected = true;
    }
  }
}
