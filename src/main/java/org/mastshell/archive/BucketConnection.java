package org.mastshell.archive;

import java.net.URI;
import java.time.Duration;

/**
 * The connection to a public bucket, made when one is first asked for. It has no token. Safe for
 * use by several threads.
 */
final class BucketConnection implements AutoCloseable {
  private final ClientOptions options;
  private final Duration handshake;
  private URI address;
  private Transport transport;

  /**
   * @param options how it is asked, but for the server
   * @param handshake the longest wait for it to begin to speak TLS
   */
  BucketConnection(ClientOptions options, Duration handshake) {
    this.options = options;
    this.handshake = handshake;
  }

  /**
   * Leads to a bucket; what led to another one is let go of.
   *
   * @param endpoint where it is, its path included
   */
  synchronized Transport to(URI endpoint) {
    if (transport == null || !endpoint.equals(address)) {
      close();
      transport = new Transport(options.with(endpoint.resolve("/")), TokenSource.none(), handshake);
      address = endpoint;
    }
    return transport;
  }

  /** Lets go of it; the next question makes a new one. */
  @Override
  public synchronized void close() {
    if (transport != null) {
      transport.close();
      transport = null;
    }
  }
}
