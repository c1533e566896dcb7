package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server on loopback that answers as a test says and remembers what it was asked. */
final class LoopbackArchive implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackArchive::daemon);
  private final ConcurrentLinkedDeque<Answer> script = new ConcurrentLinkedDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Answer> otherwise = any -> status(500, "nothing prepared");

  LoopbackArchive() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A request as it came. */
  record Asked(String method, URI uri, Map<String, List<String>> headers, String body) {
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : values.get(0);
    }

    /** The Mashup request in the body. */
    JsonNode question() {
      try {
        String text =
            URLDecoder.decode(body.substring("request=".length()), StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(text);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** Writes a reply. */
  @FunctionalInterface
  interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  /** The next requests get these, in order. */
  LoopbackArchive then(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** Requests for which nothing is in the script get this. */
  LoopbackArchive otherwise(Function<Asked, Answer> answers) {
    otherwise = answers;
    return this;
  }

  List<Asked> asked() {
    return asked;
  }

  List<JsonNode> questions() {
    return asked.stream().map(Asked::question).toList();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ClientOptions options() {
    return new ClientOptions(uri(), Duration.ofSeconds(20), 5, 4, 0);
  }

  ArchiveClient client() {
    return client(options());
  }

  static ArchiveClient client(ClientOptions options) {
    return client(options, TokenSource.none());
  }

  static ArchiveClient client(ClientOptions options, TokenSource tokens) {
    return new ArchiveClient(
        options, tokens, new Pauses(Duration.ofMillis(2), Duration.ofMillis(1)));
  }

  static Answer json(String body) {
    return body(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer status(int code, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      body(code, "text/plain", body.getBytes(StandardCharsets.UTF_8)).write(exchange);
    };
  }

  static Answer html(int code) {
    return body(
        code,
        "text/html",
        "<!DOCTYPE html><html><body>maintenance</body></html>".getBytes(StandardCharsets.UTF_8));
  }

  static Answer body(int code, String type, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    };
  }

  /** Announces more than it sends, and hangs up. */
  static Answer cutOff(String beginning) {
    return exchange -> {
      byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length + 1000L);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
      throw new IOException("hanging up, as the test wants");
    };
  }

  static Answer executing() {
    return json("{\"status\":\"EXECUTING\",\"msg\":\"\",\"percent complete\":0.4}");
  }

  static Answer error(String message) {
    return json("{\"status\":\"ERROR\",\"msg\":\"" + message + "\"}");
  }

  /** One page that is the whole answer; the columns are texts. */
  static Answer rows(String... objects) {
    return json(page(1, 1, objects.length, objects));
  }

  static String page(int page, int pages, long total, String... objects) {
    return """
        {"status":"COMPLETE","msg":"","data":[%s],"fields":[{"name":"obsid","type":"string"}],
        "paging":{"page":%d,"pageSize":50000,"pagesFiltered":%d,"rows":%d,"rowsFiltered":%d,
        "rowsTotal":%d}}"""
        .formatted(
            List.of(objects).stream().collect(Collectors.joining(",")),
            page,
            pages,
            objects.length,
            total,
            total);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            Map.copyOf(exchange.getRequestHeaders()),
            body);
    Answer answer;
    synchronized (this) {
      asked.add(request);
      answer = script.pollFirst();
    }
    (answer == null ? otherwise.apply(request) : answer).write(exchange);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback archive");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
