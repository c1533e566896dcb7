package org.mastshell.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * The embedded archive with larger files, which it sends no faster than a network would: the
 * product lists are its own, but some of its files are listed, and served, with more bytes.
 */
final class PacedArchive implements AutoCloseable {
  private static final int SMALL = 20_160;
  private static final int LARGE = 2_500_000;
  private static final int PIECE = 1 << 15;
  private static final long PAUSE_NANOS = 25_000_000;

  private final DemoArchive demo;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Fetch> fetches = new CopyOnWriteArrayList<>();

  /** A request for a file, from a byte on. */
  record Fetch(String uri, int from) {}

  PacedArchive() throws IOException {
    demo = DemoArchive.start(DemoOptions.standard());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::passOn);
    server.createContext("/api/v0.1/Download/file", this::send);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The requests for files so far, in order. */
  List<Fetch> fetches() {
    return fetches;
  }

  /** The bytes of a file; of no known kind, so that nothing but their hash tells them right. */
  static byte[] content(String uri) {
    byte[] bytes = new byte[uri.contains("nrcalong") ? LARGE : SMALL];
    new Random(uri.hashCode()).nextBytes(bytes);
    return bytes;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] asked = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(demo.url().resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  asked.length == 0
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(asked));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<String> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      byte[] body = enlarged(reply.body()).getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", reply.headers().firstValue("Content-Type").orElse("text/plain"));
      exchange.sendResponseHeaders(reply.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  // A row is an object without objects in it.
  private static String enlarged(String reply) {
    StringBuilder text = new StringBuilder();
    for (String row : reply.split("(?<=})", -1)) {
      boolean large = row.contains("nrcalong_i2d.fits");
      String sized = large ? row.replace("\"size\":" + SMALL, "\"size\":" + LARGE) : row;
      text.append(sized.replace("_i2d.fits", "_i2d.bin"));
    }
    return text.toString();
  }

  private void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery().substring("uri=".length());
      String uri = URLDecoder.decode(query, StandardCharsets.UTF_8);
      byte[] content = content(uri);
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      fetches.add(new Fetch(uri, from));
      exchange.getResponseHeaders().set("ETag", '"' + Integer.toHexString(uri.hashCode()) + '"');
      exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      OutputStream body = exchange.getResponseBody();
      for (int at = from; at < content.length; at += PIECE) {
        body.write(content, at, Math.min(PIECE, content.length - at));
        body.flush();
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    demo.close();
  }
}
