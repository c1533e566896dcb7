package org.mastshell.terminal;

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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The terminal of the operating system, with its signals and its echo. */
@DisabledOnOs(OS.WINDOWS)
class PseudoTerminalTest {
  private static final Pattern CONTROLS = Pattern.compile("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])|\r");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private PtyProcess process;
  private Thread copier;
  private int seen;

  @BeforeEach
  void start() throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.put("LC_ALL", "C.UTF-8");
    process =
        new PtyProcessBuilder(
                new String[] {
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SmallShell.class.getName(),
                  folder.resolve("history").toString()
                })
            .setEnvironment(environment)
            .setInitialColumns(100)
            .setInitialRows(30)
            .start();
    copier = new Thread(this::copy);
    copier.setDaemon(true);
    copier.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroyForcibly();
    copier.join(PATIENCE.toMillis());
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

  /** What was written, without what moves the cursor and changes colours. */
  private String screen() {
    return CONTROLS.matcher(screen.toString(StandardCharsets.UTF_8)).replaceAll("");
  }

  private void expect(String text) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(screen().substring(seen)).contains(text));
    seen = screen().indexOf(text, seen) + text.length();
  }

  private void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  @Test
  void anHourInAMinute() throws Exception {
    expect("mast>");
    type("sea\tinstr\tmir\t\r");
    expect("ran <search instrument_name=MIRI/IMAGE> 100 wide");

    expect("mast>");
    type("search half");
    expect("half");
    type("\u0003");
    expect("dropped");
    expect("mast>");
    type("und\t\r");
    expect("running until Ctrl-C");
    type("\u0003");
    expect("interrupted");

    expect("mast>");
    type("login\r");
    expect("token: ");
    type("test-token-not-a-secret\r");
    expect("secret of 23 characters");
    assertThat(screen()).doesNotContain("not-a-secret");

    expect("mast>");
    process.setWinSize(new WinSize(64, 20));
    type("show\r");
    expect("ran <show> 64 wide");

    expect("mast>");
    type("\u0004");
    expect("bye");
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void hangingUpEndsTheShell() throws Exception {
    expect("mast>");
    type("search mission=JWST");
    expect("JWST");
    process.destroy();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(screen()).doesNotContain("ran <");
  }
}
