package org.mastshell.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback server under another name than the embedded archive's, which notes who asks it. */
final class ListeningArchive implements AutoCloseable {
  private final HttpServer server;
  private final int status;
  private final String reply;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile Optional<String> location = Optional.empty();

  private ListeningArchive(HttpServer server, int status, String reply) {
    this.server = server;
    this.status = status;
    this.reply = reply;
  }

  /** Stands in a reply for what came in the header Authorization. */
  static final String REPEATED = "{authorization}";

  /** Sends everything on to another address; {@code ""} is its own again. */
  static ListeningArchive sendingTo(String address) throws IOException {
    ListeningArchive archive = start(302, "");
    archive.location = Optional.of(address.isEmpty() ? archive.url() + "/again" : address);
    return archive;
  }

  /** Answers everything with the same. */
  static ListeningArchive start(int status, String reply) throws IOException {
    InetAddress localhost = InetAddress.getByName("localhost");
    HttpServer server = HttpServer.create(new InetSocketAddress(localhost, 0), 0);
    ListeningArchive archive = new ListeningArchive(server, status, reply);
    server.createContext("/", archive::answer);
    server.start();
    return archive;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What came in the header Authorization of each request, empty where there was none. */
  List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String header =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    authorizations.add(header);
    byte[] bytes = reply.replace(REPEATED, header).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    location.ifPresent(address -> exchange.getResponseHeaders().set("Location", address));
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
