package org.mastshell.samp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub on loopback that answers as a test wants, the wrong way too. It speaks HTTP 1.0 and hangs
 * up after each answer, as hubs do.
 */
public final class ScriptedHub implements AutoCloseable {
  static final String SECRET = "the-word-that-nobody-may-see";
  static final String KEY = "the-key-that-nobody-may-see";
  private static final Pattern METHOD = Pattern.compile("<methodName>samp.hub.(\\w+)<");
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Path lock;

  /** Answers a call. */
  @FunctionalInterface
  interface Answer {
    void to(OutputStream out, String call) throws IOException;
  }

  /**
   * Starts it, with one program that takes tables.
   *
   * @param folder where its lock file goes, under the usual name
   */
  public ScriptedHub(Path folder) throws IOException {
    lock = lock(folder, "http://127.0.0.1:" + port() + "/xmlrpc");
    answering(
        "register",
        struct(Map.of("samp.private-key", KEY, "samp.self-id", "me", "samp.hub-id", "hub")));
    answering("declareMetadata", string(""));
    answering("unregister", string(""));
    having(Map.of("c1", "TOPCAT"), List.of("c1"), List.of("c1"));
    threads.execute(this::serve);
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

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** The methods that were called, in order. */
  List<String> asked() {
    return asked;
  }

  /**
   * Has these programs at the hub.
   *
   * @param programs from ids, in order, to what they are called
   * @param takingTables the ids of those that take tables; the others take images
   * @param loading the ids of those that load what they are sent; others say that they are full
   */
  public ScriptedHub having(
      Map<String, String> programs, List<String> takingTables, List<String> loading) {
    List<String> ids = new ArrayList<>(List.of("hub"));
    ids.addAll(programs.keySet());
    answering("getRegisteredClients", array(ids.toArray(String[]::new)));
    answering(
        "getSubscribedClients",
        (out, call) -> {
          boolean tables = call.contains(SampMessage.TABLE);
          Map<String, String> taking = new LinkedHashMap<>();
          programs.keySet().stream()
              .filter(id -> takingTables.contains(id) == tables)
              .forEach(id -> taking.put(id, ""));
          reply(out, 200, value(struct(taking)));
        });
    answering(
        "getMetadata",
        (out, call) -> {
          String name = programs.getOrDefault(named(call, ids), "Hub");
          reply(out, 200, value(struct(Map.of("samp.name", name))));
        });
    answering(
        "callAndWait",
        (out, call) -> {
          boolean loads = loading.contains(named(call, ids));
          String full =
              "<struct><member><name>samp.status</name><value>samp.error</value></member>"
                  + "<member><name>samp.error</name><value>"
                  + struct(Map.of("samp.errortxt", "out of memory"))
                  + "</value></member></struct>";
          reply(out, 200, value(loads ? struct(Map.of("samp.status", "samp.ok")) : full));
        });
    return this;
  }

  private static String named(String call, List<String> ids) {
    return ids.stream()
        .filter(id -> call.contains("<string>" + id + "</string>"))
        .findFirst()
        .orElse("");
  }

  /** Answers a method with a value. */
  ScriptedHub answering(String method, String value) {
    return answering(method, 200, value(value));
  }

  /** Answers a method with a whole body. */
  ScriptedHub answering(String method, int status, String body) {
    return answering(method, (out, call) -> reply(out, status, body));
  }

  /** Answers a method with any bytes. */
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
    return answering(method, (out, call) -> awaitEnd());
  }

  /** Answers a method without an end. */
  ScriptedHub floodingOn(String method) {
    return answering(
        method,
        (out, call) -> {
          out.write(bytes("HTTP/1.0 200 OK\r\n\r\n"));
          byte[] much = bytes("<methodResponse>".repeat(1000));
          while (end.getCount() > 0) {
            out.write(much);
          }
        });
  }

  /** Answers a method with a head, and nothing behind it. */
  ScriptedHub stallingOn(String method) {
    return answering(
        method,
        (out, call) -> {
          out.write(bytes("HTTP/1.0 200 OK\r\nContent-Length: 1000\r\n\r\n<"));
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

  private void serve() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        threads.execute(() -> answer(socket));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      String call = call(new DataInputStream(socket.getInputStream()));
      Matcher method = METHOD.matcher(call);
      if (method.find()) {
        asked.add(method.group(1));
        answers.get(method.group(1)).to(socket.getOutputStream(), call);
      }
    } catch (IOException gone) {
      // Who asked does not wait any longer.
    }
  }

  private static String call(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD) < 0) {
      head.append((char) in.readByte());
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = new byte[length.find() ? Integer.parseInt(length.group(1)) : 0];
    in.readFully(body);
    return new String(body, StandardCharsets.UTF_8);
  }

  static void reply(OutputStream out, int status, String body) throws IOException {
    byte[] bytes = bytes(body);
    out.write(bytes("HTTP/1.0 " + status + " x\r\nContent-Length: " + bytes.length + END_OF_HEAD));
    out.write(bytes);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String value(String value) {
    return response("<params><param><value>" + value + "</value></param></params>");
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
  public void close() throws IOException {
    end.countDown();
    server.close();
    threads.shutdownNow();
  }
}
