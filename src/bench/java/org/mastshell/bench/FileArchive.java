package org.mastshell.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An archive's download service for files of one size: FITS files of one array, each served after a
 * wait, as over a long way.
 */
final class FileArchive implements AutoCloseable {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int CHUNK = 1 << 16;

  private final ExecutorService threads = Executors.newFixedThreadPool(32);
  private final HttpServer server;
  private final byte[] header;
  private final long size;
  private final Duration latency;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();

  private FileArchive(HttpServer server, long size, Duration latency) {
    this.server = server;
    this.size = size;
    this.latency = latency;
    this.header = header(size - BLOCK);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts it on a free loopback port.
   *
   * @param about how many bytes each file has; made a multiple of a FITS block
   */
  static FileArchive start(long about, Duration latency) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new FileArchive(HttpServer.create(anyPort, 0), about / BLOCK * BLOCK, latency);
  }

  /** Forgets what was asked so far. */
  void beginAnew() {
    begun.set(0);
    ended.set(0);
  }

  /** The time from the first request to the end of the last reply. */
  Duration span() {
    return Duration.ofNanos(ended.get() - begun.get());
  }

  /** Bytes of each file. */
  long size() {
    return size;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The data URI of a file. */
  static String uri(int number) {
    return "mast:BENCH/product/" + name(number);
  }

  /** The name of a file. */
  static String name(int number) {
    return "bench-" + number + ".fits";
  }

  private void answer(HttpExchange exchange) throws IOException {
    begun.compareAndSet(0, System.nanoTime());
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      LockSupport.parkNanos(latency.toNanos());
      String query =
          URLDecoder.decode(
              String.valueOf(exchange.getRequestURI().getRawQuery()), StandardCharsets.UTF_8);
      if (!query.contains("uri=mast:BENCH/product/")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/fits");
      exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
      exchange.getResponseHeaders().set("ETag", "\"bench\"");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(200, size);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(header);
        byte[] chunk = new byte[CHUNK];
        for (long left = size - BLOCK; left > 0; left -= CHUNK) {
          body.write(chunk, 0, (int) Math.min(left, CHUNK));
        }
      }
    } finally {
      ended.accumulateAndGet(System.nanoTime(), Math::max);
    }
  }

  // FITS standard 4.0, section 4.4.1: the least that a header needs.
  private static byte[] header(long elements) {
    byte[] header = new byte[BLOCK];
    Arrays.fill(header, (byte) ' ');
    String[] cards = {
      "SIMPLE  =                    T",
      "BITPIX  =                    8",
      "NAXIS   =                    1",
      "NAXIS1  = %20d".formatted(elements),
      "END"
    };
    for (int i = 0; i < cards.length; i++) {
      byte[] card = cards[i].getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(card, 0, header, i * CARD, card.length);
    }
    return header;
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IOException("the archive of files does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
