package org.mastshell.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real browser without a screen, driven over the WebDriver protocol (W3C). It can resolve no name
 * and has a folder of its own.
 */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final URI session;

  private Chromium(Process driver, URI base, Path folder) {
    this.driver = driver;
    List<String> arguments =
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + folder);
    Map<String, Object> wanted =
        Map.of(
            "goog:chromeOptions",
            Map.of("binary", BROWSER.toString(), "args", arguments),
            "goog:loggingPrefs",
            Map.of("browser", "ALL", "performance", "ALL"),
            "unhandledPromptBehavior",
            "ignore");
    JsonNode started =
        send(base.resolve("/session"), Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    this.session = base.resolve("/session/" + started.get("sessionId").asText() + "/");
  }

  /** Whether there is one here. */
  static boolean isInstalled() {
    return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
  }

  /**
   * Starts it.
   *
   * @param folder empty, for what it writes
   */
  static Chromium start(Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(DRIVER.toString(), "--port=0");
    builder.environment().put("HOME", folder.toString());
    builder.redirectErrorStream(true);
    Process driver = builder.start();
    StringBuilder said = new StringBuilder();
    try {
      var lines = driver.inputReader();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher port = PORT.matcher(line);
        if (port.find()) {
          drain(lines);
          return new Chromium(driver, URI.create("http://127.0.0.1:" + port.group(1)), folder);
        }
      }
    } catch (IOException | RuntimeException failed) {
      driver.destroy();
      throw failed;
    }
    throw new IOException("chromedriver did not start: " + said);
  }

  // A full pipe would hold it up.
  private static void drain(BufferedReader lines) {
    Thread reader =
        new Thread(
            () -> {
              try {
                lines.transferTo(Writer.nullWriter());
              } catch (IOException ended) {
                // The driver is gone.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** Shows a page, and waits until it is there. */
  void open(URI page) {
    post("url", Map.of("url", page.toString()));
  }

  /** What a function body gives. */
  JsonNode run(String script, Object... arguments) {
    return post("execute/sync", Map.of("script", script, "args", List.of(arguments)));
  }

  /** Types into whatever has the focus: text, or the keys of the protocol (U+E000 and so on). */
  void type(String keys) {
    List<Map<String, Object>> actions = new ArrayList<>();
    keys.codePoints()
        .forEach(
            key -> {
              String text = Character.toString(key);
              actions.add(Map.of("type", "keyDown", "value", text));
              actions.add(Map.of("type", "keyUp", "value", text));
            });
    post(
        "actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
  }

  /** Clicks on the first element that a selector finds. */
  void click(String selector) {
    JsonNode element = post("element", Map.of("using", "css selector", "value", selector));
    String id = element.elements().next().asText();
    post("element/" + id + "/click", Map.of());
  }

  /** A command of Chromium's own protocol. */
  JsonNode command(String name, Map<String, Object> parameters) {
    return post("goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  /** Sets what the person prefers, such as {@code prefers-color-scheme: dark}. */
  void prefer(String feature, String value) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Makes the window so many pixels large. */
  void resize(int width, int height, boolean phone) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  /** Takes a picture of what is seen. */
  void screenshot(Path file) throws IOException {
    JsonNode picture = command("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
  }

  /** What the browser had to say since the last time: errors, refusals of the policy. */
  List<String> complaints() {
    List<String> lines = new ArrayList<>();
    post("se/log", Map.of("type", "browser"))
        .forEach(entry -> lines.add(entry.get("message").asText()));
    return lines;
  }

  /**
   * The addresses that were asked for since the last time; what the policy of a page stopped is
   * among the {@link #complaints}.
   */
  List<String> requests() {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (JsonNode entry : post("se/log", Map.of("type", "performance"))) {
      JsonNode message = read(entry.get("message").asText()).get("message");
      String request = message.at("/params/requestId").asText();
      if (message.get("method").asText().equals("Network.requestWillBeSent")) {
        addresses.put(request, message.at("/params/request/url").asText());
      } else if (message.at("/params/blockedReason").asText().equals("csp")) {
        addresses.remove(request);
      }
    }
    return List.copyOf(addresses.values());
  }

  /** Whether a dialog of a page is open. */
  boolean hasDialog() {
    return ask(HttpRequest.newBuilder(session.resolve("alert/text")).GET()).statusCode() == 200;
  }

  @Override
  public void close() {
    try {
      ask(HttpRequest.newBuilder(URI.create(session.toString().replaceFirst("/$", ""))).DELETE());
    } finally {
      end();
    }
  }

  private void end() {
    driver.destroy();
    try {
      if (!driver.waitFor(10, TimeUnit.SECONDS)) {
        driver.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      driver.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode post(String path, Map<String, Object> body) {
    return send(session.resolve(path), body);
  }

  private JsonNode send(URI address, Map<String, Object> body) {
    HttpResponse<String> reply =
        ask(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(written(body))));
    if (reply.statusCode() != 200) {
      throw new IllegalStateException(address + " " + body + ": " + reply.body());
    }
    return read(reply.body()).get("value");
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String written(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
