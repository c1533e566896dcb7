package org.mastshell.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ArchiveException.Kind;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;

/** A real server on loopback and the small client that reads files from it. */
final class LoopbackArchive implements FileSource, AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** How a request for one file is answered. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  LoopbackArchive() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/file", this::handle);
    server.start();
  }

  /** The file of that name has these bytes. */
  LoopbackArchive with(String name, byte[] content) {
    return with(name, exchange -> send(exchange, 200, "application/octet-stream", content));
  }

  /** The file of that name is answered so. */
  LoopbackArchive with(String name, Answer answer) {
    answers.put(Products.uri(name), answer);
    return this;
  }

  /** The URIs asked for so far, in order. */
  List<String> requests() {
    return requests;
  }

  static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(content);
    }
  }

  /** States one length and breaks off after fewer bytes. */
  static void cut(HttpExchange exchange, byte[] content, int after) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content, 0, after);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  @Override
  public FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException {
    HttpUrl address =
        new HttpUrl.Builder()
            .scheme("http")
            .host("127.0.0.1")
            .port(server.getAddress().getPort())
            .addPathSegment("file")
            .addQueryParameter("uri", dataUri)
            .build();
    Call call =
        client.newCall(
            new Request.Builder().url(address).header("Accept-Encoding", "identity").build());
    cancellation.onCancel(call::cancel);
    Response response = call.execute();
    int status = response.code();
    if (status != 200) {
      response.close();
    }
    if (status == 401 || status == 403) {
      throw new ArchiveException(Kind.LOGIN, "a login is needed for this file", "login");
    }
    if (status == 404) {
      throw new ArchiveException(Kind.QUESTION, "the archive has no such file", "");
    }
    if (status != 200) {
      throw new ArchiveException(Kind.FAULT, "the archive answered " + status, "");
    }
    return new FileReply(
        response.body().byteStream(),
        0,
        response.body().contentLength(),
        Optional.empty(),
        Optional.empty(),
        response.header("Content-Type", ""));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery().substring("uri=".length());
    String uri = URLDecoder.decode(query, StandardCharsets.UTF_8);
    requests.add(uri);
    Answer answer = answers.get(uri);
    if (answer == null) {
      send(exchange, 404, "text/plain", "none".getBytes(StandardCharsets.UTF_8));
    } else {
      answer.to(exchange);
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    server.stop(0);
    threads.shutdownNow();
  }
}
