package org.mastshell.shell;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import okio.ByteString;

/**
 * A loopback server between the program and an archive, which speaks HTTP byte by byte: it passes
 * everything on, save the replies that it is told to spoil.
 */
public final class SpoilingArchive implements AutoCloseable {
  /** An address that is spoiled like those that lead to it. */
  static final String CIRCLE = "/circle";

  private final URI archive;
  private final ServerSocket server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool(SpoilingArchive::daemon);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger spoiled = new AtomicInteger();
  private volatile Orders orders = new Orders(request -> false, ReplyFault.NONE, 0);

  private record Orders(Predicate<Asked> wanted, ReplyFault fault, int most) {}

  /**
   * A request.
   *
   * @param path with what follows its question mark, as it came
   * @param body decoded, as far as it is a form
   */
  record Asked(String method, String path, List<String> headers, ByteString bytes, String body) {
    boolean holds(String word) {
      return path.contains(word) || body.contains(word);
    }
  }

  /** A reply as the archive gave it. */
  record Honest(int status, String type, ByteString content) {
    byte[] body() {
      return content.toByteArray();
    }
  }

  /** One reply in the course of being spoiled. */
  final class Spoiling {
    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch gone;

    private Spoiling(Socket socket, CountDownLatch gone) throws IOException {
      this.socket = socket;
      this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
      this.gone = gone;
    }

    OutputStream out() {
      return out;
    }

    /** A status line and headers; a negative length is not stated. */
    void head(int status, String type, long length, String... headers) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " So\r\n");
      if (!type.isEmpty()) {
        head.append("Content-Type: ").append(type).append("\r\n");
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

    /** A whole reply. */
    void whole(int status, String type, byte[] body, String... headers) throws IOException {
      head(status, type, body.length, headers);
      out.write(body);
      out.flush();
    }

    /** Ends the connection in the usual way. */
    void hangUp() throws IOException {
      out.flush();
      socket.close();
    }

    /** Ends the connection by a reset. */
    void reset() throws IOException {
      out.flush();
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Says no more until the client, or the test, has enough of it. */
    void stall() throws IOException {
      out.flush();
      try {
        gone.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("stalled");
    }

    /** Where this server is. */
    String url() {
      return SpoilingArchive.this.url();
    }
  }

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Between the program and this archive. */
  public SpoilingArchive(URI archive) throws IOException {
    this.archive = archive;
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** From now on all replies of a service are spoiled so. */
  public void spoil(AskedService service, ReplyFault fault) {
    spoil(service, fault, Integer.MAX_VALUE);
  }

  /** From now on the first few replies of a service are spoiled so, and none after them. */
  public void spoil(AskedService service, ReplyFault fault, int most) {
    spoiled.set(0);
    orders = new Orders(service::isAskedBy, fault, most);
  }

  /** From now on all is passed on as it comes. */
  public void heal() {
    orders = new Orders(request -> false, ReplyFault.NONE, 0);
  }

  /** How many replies have been spoiled since that was last asked for. */
  public int spoiled() {
    return spoiled.get();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
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

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException ended) {
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
      for (Optional<Asked> asked = read(in); asked.isPresent(); asked = read(in)) {
        answer(asked.get(), new Spoiling(socket, closed));
      }
    } catch (IOException over) {
      // The test wanted it, or the client has gone: this connection has ended.
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Asked asked, Spoiling spoiling) throws IOException, InterruptedException {
    Orders now = orders;
    boolean again = asked.path().equals(CIRCLE);
    boolean spoils = again || (now.wanted().test(asked) && spoiled.incrementAndGet() <= now.most());
    Honest honest = again ? new Honest(404, "", ByteString.EMPTY) : honest(asked);
    (spoils ? now.fault() : ReplyFault.NONE).send(honest, spoiling);
  }

  private Honest honest(Asked asked) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(archive.resolve(asked.path()))
            .method(
                asked.method(),
                asked.bytes().size() == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(asked.bytes().toByteArray()));
    for (String header : asked.headers()) {
      String name = header.substring(0, header.indexOf(':'));
      if (Set.of("content-type", "authorization", "accept").contains(name)) {
        request.header(name, header.substring(header.indexOf(':') + 1).strip());
      }
    }
    HttpResponse<byte[]> reply =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Honest(
        reply.statusCode(),
        reply.headers().firstValue("Content-Type").orElse(""),
        ByteString.of(reply.body()));
  }

  private static Optional<Asked> read(PushbackInputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> headers = new ArrayList<>();
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      String small = header.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.add(small + header.substring(colon));
      if (small.equals("content-length")) {
        length = Integer.parseInt(header.substring(colon + 1).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    String[] words = first.split(" ", -1);
    String text = new String(body, StandardCharsets.UTF_8);
    return Optional.of(
        new Asked(
            words[0],
            words[1],
            headers,
            ByteString.of(body),
            URLDecoder.decode(text, StandardCharsets.UTF_8)));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "spoiling archive");
    thread.setDaemon(true);
    return thread;
  }
}
