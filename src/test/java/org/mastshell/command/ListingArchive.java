package org.mastshell.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback server that lists missions and describes a column, if it says anything at all. */
final class ListingArchive implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Reply facets = Reply.json(facets("JWST"));
  private volatile Reply columns =
      Reply.json("{\"seeing\":{\"text\":\"Seeing\",\"vot.datatype\":\"double\"}}");
  private volatile Reply ofSearch = Reply.json("[]");
  private volatile boolean silent;

  private record Reply(int status, String type, String body) {
    static Reply json(String body) {
      return new Reply(200, "application/json", body);
    }
  }

  ListingArchive() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** From now on it lists these missions, the first most frequent. */
  ListingArchive lists(String... missions) {
    facets = Reply.json(facets(missions));
    return this;
  }

  /** From now on it answers what is asked for lists so. */
  ListingArchive answers(int status, String type, String body) {
    facets = new Reply(status, type, body);
    return this;
  }

  /** From now on it answers what is asked for columns so. */
  ListingArchive describes(int status, String body) {
    columns = new Reply(status, "application/json", body);
    return this;
  }

  /** From now on each mission's search has this column. */
  ListingArchive announces(String column) {
    ofSearch = Reply.json("[{\"column_name\":\"" + column + "\",\"qual_type\":\"float\"}]");
    return this;
  }

  /** From now on no mission's search tells of its columns. */
  ListingArchive announces(int status) {
    ofSearch = new Reply(status, "text/plain", "not now");
    return this;
  }

  /** From now on it takes questions and never answers. */
  ListingArchive silent() {
    silent = true;
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths that were asked. */
  List<String> asked() {
    return asked;
  }

  /** What came in the header Authorization, where it came. */
  List<String> authorizations() {
    return authorizations;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    if (silent) {
      try {
        end.await();
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Reply reply = reply(exchange.getRequestURI().getPath());
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(String path) {
    if (path.endsWith("column_list")) {
      return ofSearch;
    }
    return path.endsWith("columnsconfig") ? columns : facets;
  }

  private static String facets(String... missions) {
    ObjectNode reply = new JsonMapper().createObjectNode().put("status", "COMPLETE");
    ObjectNode column =
        reply.putObject("data").putArray("Tables").addObject().putArray("Columns").addObject();
    column.put("text", "obs_collection");
    ArrayNode values = column.putObject("ExtendedProperties").putObject("histObj").putArray("hist");
    for (int i = 0; i < missions.length; i++) {
      values.addObject().put("key", missions[i]).put("count", missions.length - i);
    }
    return reply.toString();
  }
}
