package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged program in a pseudo-terminal at which the test types. */
final class PackagedTerminal implements AutoCloseable {
  private static final Pattern CONTROLS =
      Pattern.compile("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])|\r|\u0007");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PtyProcess process;
  private final Thread copier;
  private int seen;

  private PackagedTerminal(PtyProcess process) {
    this.process = process;
    copier = new Thread(this::copy, "screen");
    copier.setDaemon(true);
    copier.start();
  }

  /** How the terminal is: its size, and what differs in the environment of the tests. */
  record Setup(Path folder, int columns, int rows, Map<String, String> environment) {
    Setup(Path folder) {
      this(folder, 100, 30, Map.of());
    }

    Setup sized(int newColumns, int newRows) {
      return new Setup(folder, newColumns, newRows, environment);
    }

    Setup with(Map<String, String> more) {
      return new Setup(folder, columns, rows, more);
    }

    /** Starts the program in it. */
    PackagedTerminal open(String... arguments) throws IOException {
      List<String> command = new ArrayList<>(List.of(PackagedProgram.launcher().toString()));
      command.addAll(Arrays.asList(arguments));
      return run(command);
    }

    /** Starts another program in it. */
    PackagedTerminal run(List<String> program) throws IOException {
      Map<String, String> all = PackagedProgram.environment(folder);
      all.put("TERM", "xterm-256color");
      all.putAll(environment);
      // A build that runs in the background of a script ignores Ctrl-C, and so would this.
      List<String> command = new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT"));
      command.addAll(program);
      return new PackagedTerminal(
          new PtyProcessBuilder(command.toArray(String[]::new))
              .setEnvironment(all)
              .setDirectory(folder.toString())
              .setInitialColumns(columns)
              .setInitialRows(rows)
              .start());
    }
  }

  // A pseudo-terminal whose process has ended gives an error on some systems, an end on others.
  private void copy() {
    byte[] bytes = new byte[4096];
    try (InputStream output = process.getInputStream()) {
      int count = output.read(bytes);
      while (count > 0) {
        screen.write(bytes, 0, count);
        count = output.read(bytes);
      }
    } catch (IOException ended) {
      screen.write('\n');
    }
  }

  /** All that was written, with what moves the cursor and changes colours. */
  String raw() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  /** All that was written, without that. */
  String screen() {
    return CONTROLS.matcher(raw()).replaceAll("");
  }

  /** Waits until a text is written that was not there before. */
  PackagedTerminal expect(String text) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(screen().substring(seen)).contains(text));
    seen = screen().indexOf(text, seen) + text.length();
    return this;
  }

  PackagedTerminal type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return this;
  }

  /** The window has another size. */
  void resize(int columns, int rows) {
    process.setWinSize(new WinSize(columns, rows));
  }

  /** The number of the process that is the program. */
  long pid() {
    return process.pid();
  }

  /** Sends a signal to the program, such as {@code TERM}. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** The window is closed. */
  void hangUp() {
    process.destroy();
  }

  /** Waits for the end; the exit code. */
  int end() throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(ended).as("it ends: %s", screen()).isTrue();
    copier.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
