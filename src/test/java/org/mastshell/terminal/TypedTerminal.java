package org.mastshell.terminal;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal in memory at which the test types. */
final class TypedTerminal implements AutoCloseable {
  static final String PROMPT = "mast> ";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ExecutorService shell = Executors.newSingleThreadExecutor();
  private final LineDisciplineTerminal terminal;
  private final ShellTerminal opened;
  private int seen;

  TypedTerminal(String type, boolean color) throws IOException {
    terminal = new LineDisciplineTerminal("test", type, screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(100, 30));
    opened = new ShellTerminal(terminal, new TerminalOptions(color, type));
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

  /** Runs something that reads, and types once the screen shows a text that was not there. */
  <T> T typing(Callable<T> reading, String shown, String keys) throws Exception {
    Future<T> result = shell.submit(reading);
    await().atMost(PATIENCE).until(() -> screen().indexOf(shown, seen) >= 0 || result.isDone());
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    T value = result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    seen = screen().length();
    return value;
  }

  /** The line that is read when these keys are pressed. */
  Optional<String> line(LineReading reading, String keys) throws Exception {
    return typing(() -> reading.readLine(PROMPT), "mast>", keys);
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
