package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program, started as a process of its own by the launcher. */
final class PackagedProgram {
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> command = new ArrayList<>();
  private String input = "";

  private PackagedProgram(Path folder) {
    this.folder = folder;
    this.environment = environment(folder);
    command.add(launcher().toString());
  }

  /** Started in this folder, in which it keeps its own files, too. */
  static PackagedProgram in(Path folder) {
    return new PackagedProgram(folder);
  }

  /** The folder of the distribution that the build has made. */
  static Path home() {
    return Path.of(System.getProperty("mastshell.home", "target/mastshell")).toAbsolutePath();
  }

  static Path launcher() {
    return home().resolve("bin").resolve("mastshell");
  }

  /** The environment of the tests, without what would change how the program works. */
  static Map<String, String> environment(Path folder) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    List.of("MASTSHELL_SERVER", "MAST_API_TOKEN", "COLUMNS", "LINES", "NO_COLOR", "CDPATH")
        .forEach(environment::remove);
    environment.put("MASTSHELL_HOME", folder.resolve("mastshell-home").toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LC_ALL", "C.UTF-8");
    // The keyring of whoever runs the tests is none of their business.
    environment.put("MASTSHELL_KEYRING", "off");
    // Of so many starts none is to have an archive made; that of the build is there.
    environment.put("MASTSHELL_START_ARCHIVE", "use");
    return environment;
  }

  /** A Java newer than the one that runs the tests, if the system has one. */
  static Optional<Path> newerJava() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> version(home) > Runtime.version().feature())
          .findFirst();
    }
  }

  private static int version(Path javaHome) {
    try (Stream<String> lines = Files.lines(javaHome.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.replaceAll("\\D+", " ").strip().split(" ", -1)[0])
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException unknown) {
      return 0;
    }
  }

  /** Another launcher in place of the packaged one; it may be a name with arguments. */
  PackagedProgram launchedBy(String... words) {
    command.clear();
    command.addAll(Arrays.asList(words));
    return this;
  }

  PackagedProgram arguments(String... more) {
    command.addAll(Arrays.asList(more));
    return this;
  }

  PackagedProgram environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  PackagedProgram without(String name) {
    environment.remove(name);
    return this;
  }

  PackagedProgram typed(String text) {
    input = text;
    return this;
  }

  /** Starts it, with its output going to files. */
  Running start() throws IOException {
    File out = Files.createTempFile(folder, "standard", ".out").toFile();
    File err = Files.createTempFile(folder, "standard", ".err").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out).redirectError(err).start();
    return new Running(process, out.toPath(), err.toPath());
  }

  /** Runs it to the end. */
  Ended run() throws IOException, InterruptedException {
    Running running = start();
    type(running);
    return running.end();
  }

  // It may end without reading what is typed.
  private void type(Running running) {
    try (OutputStream in = running.process().getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedBefore) {
      return;
    }
  }

  /** The program while it runs. */
  record Running(Process process, Path outFile, Path errFile) {
    String out() {
      return text(outFile);
    }

    String err() {
      return text(errFile);
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      try (InputStream nothing = kill.getInputStream()) {
        assertThat(nothing.readAllBytes()).isEmpty();
      }
      assertThat(kill.waitFor()).isZero();
    }

    Ended end() throws InterruptedException {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("it ends by itself; it said: %s", err()).isTrue();
      return new Ended(process.exitValue(), out(), err());
    }

    private static String text(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  /** How it ended. */
  record Ended(int code, String out, String err) {
    Ended exits(int expected) {
      assertThat(code).as("standard error: %s%nstandard output: %s", err, out).isEqualTo(expected);
      return this;
    }

    Ended prints(String expected) {
      assertThat(out.strip()).as(err).isEqualTo(expected);
      return this;
    }

    Ended says(String... expected) {
      assertThat(err).contains(expected);
      return this;
    }

    Ended saysNothing() {
      assertThat(err).isEmpty();
      return this;
    }
  }
}
