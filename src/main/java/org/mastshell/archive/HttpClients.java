package org.mastshell.archive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The HTTP library's clients, which share their connections. What TLS needs is loaded with the
 * first address that asks for it: a server on this computer has none, and reading the certificates
 * that the platform trusts takes longer than its answer.
 */
final class HttpClients {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final Duration FILE_SILENCE = Duration.ofSeconds(60);
  private static final int IDLE_CONNECTIONS = 16;

  private final Duration timeout;
  private final Duration handshake;
  private final Trio plain;
  private Trio secure;

  /**
   * Has those for servers without TLS made.
   *
   * @param timeout the longest wait for anything
   * @param handshake the longest wait for a server to begin to speak TLS
   */
  HttpClients(Duration timeout, Duration handshake) {
    this.timeout = timeout;
    this.handshake = handshake;
    this.plain =
        trio(
            new OkHttpClient.Builder()
                .followRedirects(false)
                .socketFactory(new ReadAheadSockets())
                .connectTimeout(shorter(CONNECT))
                .readTimeout(shorter(SILENCE))
                .writeTimeout(shorter(SILENCE))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                .eventListener(new ConnectionWatch())
                .addNetworkInterceptor(RetryAfter::readable)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)));
  }

  /** Clients that differ in how long they wait. */
  private record Trio(OkHttpClient questions, OkHttpClient files, OkHttpClient patient) {}

  /** That for questions to an address. */
  OkHttpClient questions(HttpUrl address) {
    return trio(address).questions();
  }

  /** That for files from an address, which has to send some byte now and then. */
  OkHttpClient files(HttpUrl address) {
    return trio(address).files();
  }

  /** That for answers that are made while it waits: silent as long as any wait may be. */
  OkHttpClient patient(HttpUrl address) {
    return trio(address).patient();
  }

  /** Ends the connections that nothing uses. */
  void evict() {
    plain.questions().connectionPool().evictAll();
  }

  private Trio trio(HttpUrl address) {
    return address.isHttps() ? secure() : plain;
  }

  private synchronized Trio secure() {
    if (secure == null) {
      OkHttpClient.Builder builder =
          plain
              .questions()
              .newBuilder()
              .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT));
      HandshakeLimit.apply(builder, shorter(handshake));
      secure = trio(builder);
    }
    return secure;
  }

  private Trio trio(OkHttpClient.Builder builder) {
    OkHttpClient questions = builder.build();
    return new Trio(
        questions,
        questions.newBuilder().readTimeout(shorter(FILE_SILENCE)).build(),
        questions.newBuilder().readTimeout(timeout).build());
  }

  private Duration shorter(Duration usual) {
    return timeout.compareTo(usual) < 0 ? timeout : usual;
  }
}
