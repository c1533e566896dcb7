package org.mastshell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs whole programs, ours and others, each in a new process with a home of its own, and measures
 * them from the start to the end.
 */
final class PeerProcess {
  /** The system's own, which has astroquery where that is installed. */
  static final String PYTHON = "/usr/bin/python3";

  /** Our program as it is packaged. */
  static final String LAUNCHER =
      Path.of("target/mastshell/bin/mastshell").toAbsolutePath().toString();

  // Python measures itself no better than this, but it runs everywhere the others do.
  private static final String MEASURE =
      """
      import resource, subprocess, sys, time
      begun = time.perf_counter()
      with open(sys.argv[1], "wb") as said:
          code = subprocess.call(sys.argv[2:], stdout=said, stderr=subprocess.DEVNULL)
      taken = time.perf_counter() - begun
      used = resource.getrusage(resource.RUSAGE_CHILDREN)
      print(code, taken, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
      """;

  private static final int MEASURED = 4;

  private final Path work;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * Programs that ask a server.
   *
   * @param work a folder for their homes and settings
   * @param url of the server, for those that take it from a file of settings
   */
  PeerProcess(Path work, String url) throws IOException {
    this.work = work;
    Path astropy = Files.createDirectories(work.resolve("config/astropy"));
    Files.createDirectories(work.resolve("cache/astropy"));
    Files.writeString(astropy.resolve("astroquery.cfg"), "[mast]\nserver = " + url + "\n");
    environment.put("MASTSHELL_KEYRING", "off");
    environment.put("MASTSHELL_HOME", work.resolve("home").toString());
    environment.put("XDG_CONFIG_HOME", work.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", work.resolve("cache").toString());
  }

  /**
   * What a run took.
   *
   * @param code with which it ended
   * @param seconds the whole program
   * @param cpu processor time in seconds
   * @param megabytes the most memory that was resident
   * @param said the last line of its output; empty if there was none
   */
  record Taken(int code, double seconds, double cpu, double megabytes, String said) {}

  /** Sets a variable of their environment. */
  PeerProcess with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs a program in a folder. */
  Taken run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path output = Files.createTempFile(work, "said", ".txt");
    List<String> measured = new ArrayList<>(List.of(PYTHON, "-c", MEASURE, output.toString()));
    measured.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(measured).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String[] numbers =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split(" ", -1);
    process.waitFor();
    List<String> lines = Files.readAllLines(output);
    Files.delete(output);
    if (numbers.length != MEASURED) {
      throw new IOException("not measured: " + command);
    }
    return new Taken(
        Integer.parseInt(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        Double.parseDouble(numbers[3]),
        lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip());
  }
}
