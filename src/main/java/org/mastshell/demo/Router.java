package org.mastshell.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Finds the endpoint of a path, whose case and closing slash do not matter. */
final class Router implements HttpHandler {
  private final Duration latency;
  private final RequestLog requests;
  private final Consumer<String> log;
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Endpoint bucket;
  private final Endpoint missions;
  private final Endpoint cutouts = new CutoutEndpoint();

  /**
   * @param log takes a line for each request that was answered
   */
  Router(DemoOptions options, RequestLog requests, Consumer<String> log) {
    this.latency = options.latency();
    this.requests = requests;
    this.log = log;
    Archive archive = new Archive(options.observations());
    FileContents files = new FileContents();
    NameCatalog names = new NameCatalog(archive);
    Endpoint invoke = new InvokeEndpoint(archive, files, names, new PollGate(options.polls()));
    DownloadEndpoint download = new DownloadEndpoint(archive, files);
    endpoints.put("/api/v0/invoke", invoke);
    endpoints.put("/portal/mashup/mashup.asmx/invoke", invoke);
    endpoints.put("/portal_jwst/mashup/mashup.asmx/invoke", invoke);
    endpoints.put("/portal/mashup/mashup.asmx/columnsconfig", new ColumnsConfigEndpoint());
    endpoints.put("/api/v0.1/download/file", download);
    endpoints.put("/jwst/api/v0.1/download/file", download);
    endpoints.put("/api/v0.1/download/bundle.sh", new BundleEndpoint(archive));
    endpoints.put("/api/v0.1/path_lookup", new PathLookupEndpoint(archive));
    // On hosts of their own at the real archive.
    bucket = new BucketEndpoint(archive, download);
    missions = new MissionEndpoint(archive, files, download);
    endpoints.put(PanstarrsEndpoint.PATH, new PanstarrsEndpoint(archive));
    endpoints.put("/santa-war/query", new ResolverEndpoint(names));
    endpoints.put("/whoami", new WhoAmIEndpoint());
    endpoints.put("", new WelcomeEndpoint());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean answered = false;
    long start = System.nanoTime();
    try {
      Call call = new Call(exchange);
      requests.record(call.path());
      // A body that was not read would cost the client its connection.
      call.parameters();
      if (delayed()) {
        endpoint(call.path()).answer(call);
        answered = true;
      }
    } finally {
      if (!answered) {
        exchange.close();
      }
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    log.accept(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getRawPath()
            + " "
            + exchange.getResponseCode()
            + " "
            + millis
            + " ms");
  }

  private Endpoint endpoint(String path) {
    if (path.startsWith(BucketEndpoint.PREFIX + "/")) {
      return bucket;
    }
    if (path.startsWith(MissionEndpoint.PREFIX)) {
      return missions;
    }
    if (CutoutEndpoint.isOne(path)) {
      return cutouts;
    }
    String key = path.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    return endpoints.getOrDefault(
        key, call -> call.sendText(404, "text/plain", "Not found: " + call.path() + "\n"));
  }

  // False when the server was closed while a request waited.
  private boolean delayed() {
    if (latency.isZero()) {
      return true;
    }
    try {
      Thread.sleep(latency.toMillis());
      return true;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
