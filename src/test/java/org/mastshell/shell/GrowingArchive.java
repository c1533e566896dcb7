package org.mastshell.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The embedded archive as it would be if its data came in with time: a query for observations is
 * answered with as many of its rows as the test says for that query, the first one first. A number
 * below zero is an archive that is down.
 */
final class GrowingArchive implements AutoCloseable {
  /** A query that is refused, as by an archive that is down. */
  static final int DOWN = -1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI archive;
  private final List<Integer> rows;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * Starts it.
   *
   * @param archive that has all the data
   * @param rows how many the first query gets, the second and so on; all later ones get the last
   */
  GrowingArchive(URI archive, Integer... rows) throws IOException {
    this.archive = archive;
    this.rows = List.of(rows);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many queries for observations came. */
  int queries() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    String text =
        URLDecoder.decode(new String(question, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    boolean query = text.contains("Mast.Caom.Filtered") && !text.contains("COUNT_BIG");
    int most = query ? rows.get(Math.min(asked.getAndIncrement(), rows.size() - 1)) : 0;
    try (exchange) {
      if (most == DOWN) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      HttpResponse<byte[]> reply = ask(exchange, question);
      byte[] body = query ? cut(reply.body(), most) : reply.body();
      exchange
          .getResponseHeaders()
          .set("Content-Type", reply.headers().firstValue("Content-Type").orElse("text/plain"));
      exchange.sendResponseHeaders(reply.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] question)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(archive.resolve(exchange.getRequestURI().toString()));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return client.send(
        request
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(question))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] cut(byte[] reply, int most) throws IOException {
    JsonNode tree = JSON.readTree(reply);
    if (tree.path("data") instanceof ArrayNode data) {
      while (data.size() > most) {
        data.remove(data.size() - 1);
      }
      if (tree.path("paging") instanceof ObjectNode paging) {
        paging.put("rows", data.size()).put("rowsFiltered", data.size());
        paging.put("rowsTotal", data.size()).put("pagesFiltered", 1);
      }
    }
    return JSON.writeValueAsBytes(tree);
  }
}
