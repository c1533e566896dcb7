package org.mastshell.terminal;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.mastshell.command.SafeMode;

/** A terminal in memory at which the test types. */
final class TypedTerminal implements AutoCloseable {
  static final String PROMPT = "mast> ";
  private static final Pattern CONTROLS = Pattern.compile("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])|\r");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ExecutorService shell = Executors.newSingleThreadExecutor();
  private final LineDisciplineTerminal terminal;
  private final ShellTerminal opened;
  private int seen;

  TypedTerminal(String type) throws IOException {
    this(type, Map.of());
  }

  /**
   * @param environment of the editor
   */
  TypedTerminal(String type, Map<String, String> environment) throws IOException {
    terminal = new LineDisciplineTerminal("test", type, screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(100, 30));
    opened = new ShellTerminal(terminal, new ExternalEditor(environment, SafeMode.off()));
  }

  ShellTerminal opened() {
    return opened;
  }

  LineDisciplineTerminal terminal() {
    return terminal;
  }

  LineReading reader(Path history, TerminalSettings settings) {
    return opened.reader(new FixedView(), history, settings);
  }

  /** Everything written so far. */
  String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  /** The same without what moves the cursor and changes colours. */
  String text() {
    return CONTROLS.matcher(screen()).replaceAll("");
  }

  /**
   * Runs something that reads, and types at it.
   *
   * @param steps in turn a text that the screen must show anew, and the keys to press then
   */
  <T> T typing(Callable<T> reading, String... steps) throws Exception {
    Future<T> result = shell.submit(reading);
    for (int i = 0; i < steps.length; i += 2) {
      String shown = steps[i];
      await().atMost(PATIENCE).until(() -> screen().indexOf(shown, seen) >= 0 || result.isDone());
      terminal.processInputBytes(steps[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      seen = screen().length();
    }
  }

  /** The line that is read when these keys are pressed; more steps may follow. */
  Optional<String> line(LineReading reading, String keys, String... more) throws Exception {
    List<String> steps = new ArrayList<>(List.of("mast>", keys));
    steps.addAll(List.of(more));
    return typing(() -> reading.readLine(PROMPT), steps.toArray(String[]::new));
  }

  /** What was written since the last reading was done. */
  String shownSince(int mark) {
    return screen().substring(mark);
  }

  @Override
  public void close() {
    shell.shutdownNow();
    opened.close();
  }
}
