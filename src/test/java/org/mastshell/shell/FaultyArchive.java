package org.mastshell.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** A loopback server that answers as an archive should not. */
final class FaultyArchive implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(8);

  private FaultyArchive(HttpHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", handler);
    server.start();
  }

  /** Answers everything with the same. */
  static FaultyArchive answering(int status, String type, String body) throws IOException {
    return new FaultyArchive(exchange -> answer(exchange, status, type, bytes(body)));
  }

  /** Answers each question with the next of these. */
  static FaultyArchive answeringEach(Supplier<String> bodies) throws IOException {
    return new FaultyArchive(
        exchange -> answer(exchange, 200, "application/json", bytes(bodies.get())));
  }

  /** Passes everything on, save questions for the products of one observation. */
  static FaultyArchive refusingProductsOf(URI archive, String obsid) throws IOException {
    return refusing(archive, "Mast.Caom.Products", obsid);
  }

  /** Passes everything on, save questions that hold all of these words. */
  static FaultyArchive refusing(URI archive, String... words) throws IOException {
    return refusing(archive, question -> Arrays.stream(words).allMatch(question::contains));
  }

  /** Passes everything on, save questions that are to be refused. */
  static FaultyArchive refusing(URI archive, Predicate<String> refused) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    return new FaultyArchive(
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          String question = URLDecoder.decode(text(asked), StandardCharsets.UTF_8);
          if (refused.test(question)) {
            answer(exchange, 503, "text/plain", bytes("overloaded"));
          } else {
            passOn(client, archive, exchange, asked);
          }
        });
  }

  /** Passes everything on, but puts other words into the answers. */
  static FaultyArchive rewriting(URI archive, String words, String others) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    return new FaultyArchive(
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          // Files are no text.
          boolean file = exchange.getRequestURI().getPath().endsWith("/Download/file");
          UnaryOperator<byte[]> change = reply -> bytes(text(reply).replace(words, others));
          passOn(client, archive, exchange, asked, file ? UnaryOperator.identity() : change);
        });
  }

  /** Passes everything on, save requests whose address contains a text, which end so. */
  static FaultyArchive failingFor(URI archive, String address, int status) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    return new FaultyArchive(
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().toString().contains(address)) {
            answer(exchange, status, "text/plain", bytes("not today"));
          } else {
            passOn(client, archive, exchange, asked);
          }
        });
  }

  /**
   * Passes everything on, save requests whose address contains a text, to which it has too much to
   * do for so long.
   */
  static FaultyArchive busyFor(URI archive, String address, String seconds, AtomicInteger asked)
      throws IOException {
    return restingFor(archive, address, 503, seconds, asked);
  }

  /** The same, with a status of its own. */
  static FaultyArchive restingFor(
      URI archive, String address, int status, String seconds, AtomicInteger asked)
      throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    return new FaultyArchive(
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().toString().contains(address)) {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", seconds);
            answer(exchange, status, "text/plain", bytes("overloaded"));
          } else {
            passOn(client, archive, exchange, sent);
          }
        });
  }

  /** Passes everything on; before a request whose address contains a text, this happens once. */
  static FaultyArchive after(URI archive, String address, Runnable event) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    AtomicInteger happened = new AtomicInteger();
    return new FaultyArchive(
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().toString().contains(address)
              && happened.getAndIncrement() == 0) {
            event.run();
          }
          passOn(client, archive, exchange, asked);
        });
  }

  /** Passes everything on, save requests whose address contains a text, which get this instead. */
  static FaultyArchive answeringFor(URI archive, String address, String type, byte[] body)
      throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    return new FaultyArchive(
        exchange -> {
          byte[] asked = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().toString().contains(address)) {
            answer(exchange, 200, type, body);
          } else {
            passOn(client, archive, exchange, asked);
          }
        });
  }

  /**
   * Passes everything on, but holds requests whose address contains a text for a moment, or until
   * so many are under way at once.
   */
  static FaultyArchive holding(URI archive, String address, CountDownLatch atOnce)
      throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    AtomicInteger underWay = new AtomicInteger();
    long most = atOnce.getCount();
    return new FaultyArchive(
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().toString().contains(address)) {
            if (underWay.incrementAndGet() >= most) {
              LongStream.range(0, most).forEach(one -> atOnce.countDown());
            }
            try {
              atOnce.await(150, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            // Before the answer: who has it may ask for the next one at once.
            underWay.decrementAndGet();
          }
          passOn(client, archive, exchange, sent);
        });
  }

  /** Where it listens. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private static void passOn(HttpClient client, URI archive, HttpExchange exchange, byte[] asked)
      throws IOException {
    passOn(client, archive, exchange, asked, reply -> reply);
  }

  private static void passOn(
      HttpClient client,
      URI archive,
      HttpExchange exchange,
      byte[] asked,
      UnaryOperator<byte[]> change)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(archive.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                asked.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(asked));
    for (String header : new String[] {"Content-Type", "Authorization"}) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      HttpResponse<byte[]> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String type = reply.headers().firstValue("Content-Type").orElse("application/octet-stream");
      answer(exchange, reply.statusCode(), type, change.apply(reply.body()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
