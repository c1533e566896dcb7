package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * The start: a small command, a search, the prompt in a terminal; and the same of who imports
 * astroquery. Whole programs in turn; the prompt and the key as a terminal sees them.
 */
final class StartComparison {
  private static final String ROW = "| %-52s | %9s | %9s | %9s | %8s | %6s |%n";
  private static final int ROUNDS = 15;
  private static final int WARMING = 2;

  // Homes of further Javas, with colons between them.
  private static final String MORE_JAVAS = "bench.java";

  // Prints the seconds to the prompt, and from a key to its echo.
  private static final String PROMPT =
      """
      import os, pty, sys, time
      begun = time.perf_counter()
      child, terminal = pty.fork()
      if child == 0:
          os.environ["TERM"] = "xterm-256color"
          os.execvp(sys.argv[1], sys.argv[1:])
      def wait(text):
          seen = b""
          while text not in seen:
              seen += os.read(terminal, 65536)
          return time.perf_counter()
      prompt = wait(b"mast> ")
      os.write(terminal, b"q")
      echo = wait(b"q")
      os.write(terminal, b"\\x15exit\\r")
      try:
          while os.read(terminal, 65536):
              pass
      except OSError:
          pass
      os.waitpid(child, 0)
      print(prompt - begun, echo - prompt)
      """;

  private final PrintStream out;
  private final Path root;

  private StartComparison(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      out.printf("%nThe start, whole programs%n%n");
      out.printf(ROW, "what", "median", "shortest", "CPU", "peak", "rounds");
      out.println("|---|---:|---:|---:|---:|---:|");
      new StartComparison(out, root).compare(archive.url().toString());
    } finally {
      Folders.delete(root);
    }
  }

  private void compare(String server) throws IOException, InterruptedException {
    Map<String, String> javas = javas();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("help", ours(server, "-c", "help"));
    commands.put("set limit (one small command)", ours(server, "-c", "set limit"));
    commands.put("search program=1073", ours(server, "-c", "search program=1073"));
    List<String> prompt = new ArrayList<>(List.of(PeerProcess.PYTHON, "-c", PROMPT));
    prompt.addAll(ours(server));
    Map<String, List<PeerProcess.Taken>> runs = new LinkedHashMap<>();
    for (int round = 0; round < WARMING + ROUNDS; round++) {
      for (Map.Entry<String, String> java : javas.entrySet()) {
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
          keep(
              runs,
              java.getKey() + ": " + command.getKey(),
              round,
              once(java, server, command.getValue()));
        }
        keep(runs, java.getKey() + ": prompt and first key", round, once(java, server, prompt));
      }
      keep(
          runs,
          "python3 -c 'import astroquery.mast'",
          round,
          once(
              javas.entrySet().iterator().next(),
              server,
              List.of(PeerProcess.PYTHON, "-c", "import astroquery.mast")));
    }
    runs.forEach(this::print);
  }

  private static void keep(
      Map<String, List<PeerProcess.Taken>> runs, String what, int round, PeerProcess.Taken taken) {
    List<PeerProcess.Taken> kept = runs.computeIfAbsent(what, one -> new ArrayList<>());
    // The first runs fill the system's caches of files.
    if (round >= WARMING && taken.code() == 0) {
      kept.add(taken);
    }
  }

  private PeerProcess.Taken once(
      Map.Entry<String, String> java, String server, List<String> command)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(root.resolve(java.getKey().replace('/', '_')));
    return new PeerProcess(work, server).with("JAVA_HOME", java.getValue()).run(command, work);
  }

  private static List<String> ours(String server, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(PeerProcess.LAUNCHER, "--no-rc", "--no-session", "--server", server));
    command.addAll(List.of(more));
    return command;
  }

  private static Map<String, String> javas() {
    Map<String, String> javas = new LinkedHashMap<>();
    javas.put("Java " + Runtime.version().feature(), System.getProperty("java.home"));
    for (String home : System.getProperty(MORE_JAVAS, "").split(":", -1)) {
      if (!home.isBlank()) {
        javas.put(Path.of(home).getFileName().toString(), home);
      }
    }
    return javas;
  }

  private void print(String what, List<PeerProcess.Taken> runs) {
    if (runs.isEmpty()) {
      out.printf(ROW, what, "failed", "", "", "", 0);
      return;
    }
    boolean terminal = what.contains("prompt");
    if (terminal) {
      row(what.replace(" and first key", ""), runs, run -> said(run, 0));
      row(what.replace("prompt and first key", "first key echoed"), runs, run -> said(run, 1));
    } else {
      row(what, runs, PeerProcess.Taken::seconds);
    }
  }

  private static double said(PeerProcess.Taken run, int place) {
    return Double.parseDouble(run.said().split(" ", -1)[place]);
  }

  private void row(
      String what, List<PeerProcess.Taken> runs, ToDoubleFunction<PeerProcess.Taken> seconds) {
    out.printf(
        ROW,
        what,
        milliseconds(median(runs, seconds)),
        milliseconds(runs.stream().mapToDouble(seconds).min().orElseThrow()),
        milliseconds(median(runs, PeerProcess.Taken::cpu)),
        String.format(Locale.ROOT, "%.0f MB", median(runs, PeerProcess.Taken::megabytes)),
        runs.size());
    out.flush();
  }

  private static double median(
      List<PeerProcess.Taken> runs, ToDoubleFunction<PeerProcess.Taken> value) {
    return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
  }
}
