package org.mastshell.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * A running embedded archive. It listens on 127.0.0.1 alone, answers several requests at once, and
 * keeps no thread that would hold the program open. Its data are synthetic and always the same.
 */
public final class DemoArchive implements AutoCloseable {
  /** The token that opens exclusive data here; known to all, so it protects nothing. */
  public static final String TEST_TOKEN = "demo-token-not-a-secret";

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";
  private static final int BACKLOG = 128;
  private static final int WORKERS = 16;

  private final HttpServer server;
  private final ExecutorService workers;
  private final RequestLog requests;
  private final URI url;

  private DemoArchive(HttpServer server, ExecutorService workers, RequestLog requests) {
    this.server = server;
    this.workers = workers;
    this.requests = requests;
    this.url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Starts an archive. The data are made when the first query needs them.
   *
   * @throws IOException when the port cannot be bound
   */
  public static DemoArchive start(DemoOptions options) throws IOException {
    return start(options, line -> {});
  }

  /**
   * Starts an archive that tells what it is asked.
   *
   * @param log takes a line for each request, without what was asked for: method, path, status and
   *     the time that it took; called from several threads
   * @throws IOException when the port cannot be bound
   */
  public static DemoArchive start(DemoOptions options, Consumer<String> log) throws IOException {
    if (System.getProperty(NO_DELAY) == null) {
      // The server's default waits some 40 ms before the last packet of each small reply.
      System.setProperty(NO_DELAY, "true");
    }
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, options.port()), BACKLOG);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS, daemons());
    RequestLog requests = new RequestLog();
    server.setExecutor(workers);
    server.createContext("/", new Router(options, requests, log));
    startWithDaemonDispatcher(server);
    return new DemoArchive(server, workers, requests);
  }

  /** Where it listens: {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public URI url() {
    return url;
  }

  /** Where the public bucket of one is, which needs no token. */
  public static URI bucket(URI archive) {
    return archive.resolve(BucketEndpoint.PREFIX);
  }

  /** How many requests came so far to paths that start with the prefix. */
  public int requests(String pathPrefix) {
    return requests.countStartingWith(pathPrefix);
  }

  /** Stops listening and drops the requests under way; may be called again. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private static ThreadFactory daemons() {
    return task -> {
      Thread thread = new Thread(task, "demo-archive");
      thread.setDaemon(true);
      return thread;
    };
  }

  // The dispatcher inherits its daemon flag from the thread that starts the server.
  private static void startWithDaemonDispatcher(HttpServer server) {
    Thread starter = daemons().newThread(server::start);
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
