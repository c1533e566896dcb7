package org.mastshell.bench;

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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** The embedded archive, with 20,000 names in its list of the targets of observations. */
final class ManyValuesArchive implements AutoCloseable {
  private static final String COLUMN = "target_name";
  private static final int VALUES = 20_000;
  private static final String FACETS = "Mast.Caom.All";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final DemoArchive archive;
  private final HttpServer server;

  private ManyValuesArchive(DemoArchive archive, HttpServer server) {
    this.archive = archive;
    this.server = server;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  static ManyValuesArchive start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ManyValuesArchive(
        DemoArchive.start(DemoOptions.standard()), HttpServer.create(anyPort, 0));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(archive.url().toString()).resolve(exchange.getRequestURI().toString()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      byte[] sent =
          new String(body, StandardCharsets.UTF_8).contains(FACETS)
              ? withManyValues(reply.body())
              : reply.body();
      reply
          .headers()
          .firstValue("Content-Type")
          .ifPresent(value -> exchange.getResponseHeaders().set("Content-Type", value));
      exchange.sendResponseHeaders(reply.statusCode(), sent.length == 0 ? -1 : sent.length);
      exchange.getResponseBody().write(sent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] withManyValues(byte[] reply) throws IOException {
    JsonNode root = json.readTree(reply);
    for (JsonNode table : root.path("data").path("Tables")) {
      for (JsonNode column : table.path("Columns")) {
        if (column.path("text").asText().equals(COLUMN)) {
          fill(((ObjectNode) column.path("ExtendedProperties")).putObject("histObj"));
        }
      }
    }
    return json.writeValueAsBytes(root);
  }

  private static void fill(ObjectNode histogram) {
    ArrayNode values = histogram.putArray("hist");
    for (int i = 0; i < VALUES; i++) {
      values.addObject().put("key", TargetNames.name(i)).put("count", 1 + i % 500);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    archive.close();
  }
}
