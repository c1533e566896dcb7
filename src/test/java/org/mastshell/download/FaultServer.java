package org.mastshell.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that has one file and speaks HTTP byte by byte, so that a test can have it
 * break off, lie and stall wherever it likes. Without orders it is honest: it keeps connections,
 * has an ETag, and knows Range and If-Range.
 */
final class FaultServer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultServer::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Deque<Answer> orders = new ConcurrentLinkedDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answer otherwise = FaultServer::honest;
  private volatile byte[] content;
  private volatile String tag = "\"v1\"";

  /** How a request is answered; the connection is closed after an exception. */
  @FunctionalInterface
  interface Answer {
    void to(Asked asked, FaultServer server, OutputStream out) throws IOException;
  }

  /** A request as it came; names of headers in small letters. */
  record Asked(String line, Map<String, String> headers, Socket socket) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** The first byte asked for. */
    int from() {
      String range = header("range");
      return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("-.*|\\D", ""));
    }
  }

  FaultServer(byte[] content) throws IOException {
    this.content = content;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The next request is answered so; those after it as before. */
  FaultServer then(Answer answer) {
    orders.add(answer);
    return this;
  }

  /** All requests without an order of their own are answered so. */
  FaultServer always(Answer answer) {
    otherwise = answer;
    return this;
  }

  /** The file is another one from now on. */
  void change(byte[] other, String otherTag) {
    content = other;
    tag = otherTag;
  }

  byte[] content() {
    return content;
  }

  String tag() {
    return tag;
  }

  List<Asked> asked() {
    return asked;
  }

  int connections() {
    return connections.get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Waits until the client or the test has enough of it. */
  void stall() throws IOException {
    try {
      closed.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("stalled");
  }

  /** As a server should. */
  static void honest(Asked asked, FaultServer server, OutputStream out) throws IOException {
    byte[] content = server.content;
    String condition = asked.header("if-range");
    boolean part =
        !asked.header("range").isEmpty() && (condition.isEmpty() || condition.equals(server.tag));
    int from = part ? asked.from() : 0;
    if (part && from >= content.length) {
      head(out, 416, 0, "Content-Range: bytes */" + content.length);
      return;
    }
    String range =
        "Content-Range: bytes %d-%d/%d".formatted(from, content.length - 1, content.length);
    head(
        out,
        part ? 206 : 200,
        content.length - from,
        "ETag: " + server.tag,
        part ? range : "Accept-Ranges: bytes");
    out.write(content, from, content.length - from);
    out.flush();
  }

  /** A status line and headers; a negative length is not stated. */
  static void head(OutputStream out, int status, long length, String... headers)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " So\r\n");
    if (String.join(" ", headers).toLowerCase(Locale.ROOT).indexOf("content-type") < 0) {
      head.append("Content-Type: application/octet-stream\r\n");
    }
    if (length >= 0) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException ended) {
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Map<String, String> headers = new TreeMap<>();
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
          int colon = header.indexOf(':');
          String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
          headers.put(name, header.substring(colon + 1).strip());
        }
        Asked request = new Asked(line, headers, socket);
        asked.add(request);
        Answer order = orders.poll();
        (order == null ? otherwise : order).to(request, this, socket.getOutputStream());
      }
    } catch (IOException | RuntimeException over) {
      // The test wanted it, or the client has gone: this connection has ended.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fault server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
