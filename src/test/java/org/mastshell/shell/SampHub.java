package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Astropy's hub with astropy's clients, as a process of its own. Its lock file is left behind. */
final class SampHub implements AutoCloseable {
  static final String SECRET = "the-word-that-nobody-may-see";
  private static final String PYTHON = "/usr/bin/python3";
  private static final Path PROGRAM =
      Path.of(System.getProperty("basedir", "."), "src/test/astroquery/samp_hub.py");
  private static final long LONGEST_SECONDS = 60;

  private final Path lock;
  private final Process process;
  private final BufferedReader out;

  private SampHub(Path lock, Process process) {
    this.lock = lock;
    this.process = process;
    this.out = process.inputReader();
  }

  /** Whether Python is here with astropy. */
  static boolean isThere() throws IOException, InterruptedException {
    return Files.isExecutable(Path.of(PYTHON))
        && new ProcessBuilder(PYTHON, "-c", "import astropy.samp").start().waitFor() == 0;
  }

  /**
   * Starts it.
   *
   * @param folder where its files are
   * @param clients each {@code NAME=WHAT}, as {@code samp_hub.py} has it
   */
  static SampHub start(Path folder, String... clients) throws IOException {
    Path lock = folder.resolve("hub lock");
    List<String> command =
        new ArrayList<>(List.of(PYTHON, "-B", PROGRAM.toAbsolutePath().toString()));
    command.addAll(List.of(clients));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(folder.resolve("hub.err").toFile());
    builder.environment().put("HOME", folder.toString());
    // Astropy takes the path as it stands, blanks included.
    builder.environment().put("SAMP_HUB", "std-lockurl:file://" + lock);
    builder.environment().put("HUB_SECRET", SECRET);
    SampHub hub = new SampHub(lock, builder.start());
    assertThat(hub.out.readLine())
        .as(Files.readString(folder.resolve("hub.err")))
        .isEqualTo("\"ready\"");
    return hub;
  }

  /** What the variable {@code SAMP_HUB} is to be. */
  String variable() {
    return "std-lockurl:" + lock.toUri();
  }

  /** Its lock file. */
  Path lock() {
    return lock;
  }

  /** Ends it; gives a line of JSON for each message that a client got, and one for the end. */
  List<String> end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    List<String> lines = out.lines().toList();
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
