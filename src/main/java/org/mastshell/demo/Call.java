package org.mastshell.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One request under way: what was asked, and the ways to answer it. */
final class Call {
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private final HttpExchange exchange;
  private Parameters parameters;
  private String body;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  String rawQuery() {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null ? "" : query;
  }

  /** The header's first value, or null. */
  String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  /** The address at which the client reached this server. */
  String origin() {
    return "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
  }

  /** The parameters of the query, followed by those of a form in the body. */
  Parameters parameters() throws IOException {
    if (parameters == null) {
      parameters = Parameters.parse(rawQuery(), body());
    }
    return parameters;
  }

  /** The body of the request as text. */
  String body() throws IOException {
    if (body == null) {
      byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY);
      body = new String(bytes, StandardCharsets.UTF_8);
    }
    return body;
  }

  Headers replyHeaders() {
    return exchange.getResponseHeaders();
  }

  /** Opens a reply body of unknown length. */
  OutputStream stream(int status, String contentType) throws IOException {
    replyHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, 0);
    return exchange.getResponseBody();
  }

  void sendText(int status, String contentType, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    send(status, contentType, bytes, 0, bytes.length);
  }

  /** Sends a reply without a body. */
  void sendNothing(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** Sends part of the bytes; to a HEAD request only the headers. */
  void send(int status, String contentType, byte[] bytes, int offset, int length)
      throws IOException {
    replyHeaders().set("Content-Type", contentType);
    if (method().equals("HEAD")) {
      replyHeaders().set("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    if (length > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(bytes, offset, length);
      }
    }
  }
}
