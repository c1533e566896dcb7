package org.mastshell.samp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub on loopback that answers as a test wants, the wrong way too. */
final class ScriptedHub implements AutoCloseable {
  static final String SECRET = "the-word-that-nobody-may-see";
  static final String KEY = "the-key-that-nobody-may-see";
  private static final Pattern METHOD = Pattern.compile("<methodName>samp.hub.(\\w+)<");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Path lock;

  /** Answers a call. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  ScriptedHub(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    lock = lock(folder, "http://127.0.0.1:" + server.getAddress().getPort() + "/xmlrpc");
    answering(
        "register",
        struct(Map.of("samp.private-key", KEY, "samp.self-id", "me", "samp.hub-id", "hub")));
    answering("declareMetadata", string(""));
    answering("unregister", string(""));
    answering("getRegisteredClients", array("hub", "c1"));
    answering(
        "getSubscribedClients",
        "<struct><member><name>c1</name><value><struct>" + "</struct></value></member></struct>");
    answering("getMetadata", struct(Map.of("samp.name", "TOPCAT")));
    answering("callAndWait", struct(Map.of("samp.status", "samp.ok")));
  }

  /** Writes a lock file as hubs do. */
  static Path lock(Path folder, String endpoint) throws IOException {
    Path lock = folder.resolve(".samp");
    Files.writeString(
        lock,
        "# SAMP lockfile\nsamp.secret=" + SECRET + "\nsamp.hub.xmlrpc.url=" + endpoint + "\n");
    Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString("rw-------"));
    return lock;
  }

  LockFile lock() {
    return new LockFile(lock);
  }

  /** The methods that were called, in order. */
  List<String> asked() {
    return asked;
  }

  /** Answers a method with a value. */
  ScriptedHub answering(String method, String value) {
    return answering(
        method, 200, response("<params><param><value>" + value + "</value></param>" + "</params>"));
  }

  /** Answers a method with a whole body. */
  ScriptedHub answering(String method, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answering(
        method,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  ScriptedHub answering(String method, Answer answer) {
    answers.put(method, answer);
    return this;
  }

  /** Says that a method failed. */
  ScriptedHub failing(String method, String why) {
    String fault = struct(Map.of("faultString", why));
    return answering(method, 200, response("<fault><value>" + fault + "</value></fault>"));
  }

  /** Answers a method never. */
  ScriptedHub silentOn(String method) {
    return answering(method, exchange -> awaitEnd());
  }

  /** Answers a method without an end: a head, then a byte now and then. */
  ScriptedHub floodingOn(String method) {
    return answering(
        method,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          byte[] much = "<methodResponse>".repeat(1000).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 10_000; i++) {
            out.write(much);
          }
        });
  }

  /** Answers a method with a head, and nothing behind it. */
  ScriptedHub stallingOn(String method) {
    return answering(
        method,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('<');
          exchange.getResponseBody().flush();
          awaitEnd();
        });
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher method = METHOD.matcher(call);
      if (method.find()) {
        asked.add(method.group(1));
        answers.get(method.group(1)).to(exchange);
      }
    }
  }

  static String response(String inside) {
    return "<?xml version='1.0'?><methodResponse>" + inside + "</methodResponse>";
  }

  static String string(String text) {
    return "<string>" + text + "</string>";
  }

  static String array(String... texts) {
    StringBuilder xml = new StringBuilder("<array><data>");
    for (String text : texts) {
      xml.append("<value>").append(text).append("</value>");
    }
    return xml.append("</data></array>").toString();
  }

  static String struct(Map<String, String> members) {
    StringBuilder xml = new StringBuilder("<struct>");
    members.forEach(
        (name, value) ->
            xml.append("<member><name>")
                .append(name)
                .append("</name><value><string>")
                .append(value)
                .append("</string></value></member>"));
    return xml.append("</struct>").toString();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
