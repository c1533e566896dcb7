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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * The start: a small command, a search, the prompt in a terminal; and the same of who imports
 * astroquery. Whole programs in turn; the prompt and the key as a terminal sees them.
 */
final class StartComparison {
  private static final String ROW = "| %-52s | %9s | %9s | %9s | %8s | %8s | %6s | %6s |%n";
  private static final int ROUNDS = 15;
  private static final int WARMING = 2;

  // Homes of further Javas, with colons between them.
  private static final String MORE_JAVAS = "bench.java";

  // Prints the seconds to the prompt, from a key to its echo, and from Enter to the first answer. A
  // line is typed before its Enter, and all that it has drawn has come.
  private static final String PROMPT =
      """
      import os, pty, select, sys, time
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
      os.write(terminal, b"\\x15search program=1073")
      while select.select([terminal], [], [], 0.3)[0]:
          os.read(terminal, 65536)
      entered = time.perf_counter()
      os.write(terminal, b"\\r")
      answer = wait(b"#1")
      os.write(terminal, b"exit\\r")
      try:
          while os.read(terminal, 65536):
              pass
      except OSError:
          pass
      os.waitpid(child, 0)
      print(prompt - begun, echo - prompt, answer - entered)
      """;

  private static final String SETTINGS = "{settings}";
  private static final double MILLISECONDS_A_SECOND = 1000;
  private static final String PROMPT_AND_KEY = "prompt and first key";
  private static final Pattern SERVED = Pattern.compile(".* (\\d+) ms");

  private final PrintStream out;
  private final Path root;
  private final AtomicLong served = new AtomicLong();

  private StartComparison(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  /**
   * A run, and what the server had to do meanwhile.
   *
   * @param served the seconds that its replies took, each cut down to whole milliseconds
   */
  private record Run(PeerProcess.Taken taken, double served) {}

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    StartComparison comparison = new StartComparison(out, root);
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard(), comparison::hasServed)) {
      out.printf("%nThe start, whole programs; the ratio is that of the median to the target%n%n");
      out.printf(ROW, "what", "median", "shortest", "CPU", "peak", "target", "ratio", "rounds");
      out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
      comparison.compare(archive.url().toString());
    } finally {
      Folders.delete(root);
    }
  }

  private void hasServed(String line) {
    Matcher time = SERVED.matcher(line);
    if (time.matches()) {
      served.addAndGet(Long.parseLong(time.group(1)));
    }
  }

  private void compare(String server) throws IOException, InterruptedException {
    Map<String, String> javas = javas();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("help", ours(server, "-c", "help"));
    commands.put("set limit (one small command)", ours(server, "-c", "set limit"));
    commands.put("search program=1073", ours(server, "-c", "search program=1073"));
    List<String> prompt = new ArrayList<>(List.of(PeerProcess.PYTHON, "-c", PROMPT));
    prompt.addAll(
        List.of(PeerProcess.LAUNCHER, "--rc", SETTINGS, "--no-session", "--server", server));
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    for (int round = 0; round < WARMING + ROUNDS; round++) {
      for (Map.Entry<String, String> java : javas.entrySet()) {
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
          keep(
              runs,
              java.getKey() + ": " + command.getKey(),
              round,
              once(java, server, command.getValue()));
        }
        keep(runs, java.getKey() + ": " + PROMPT_AND_KEY, round, once(java, server, prompt));
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

  private static void keep(Map<String, List<Run>> runs, String what, int round, Run run) {
    List<Run> kept = runs.computeIfAbsent(what, one -> new ArrayList<>());
    // The first runs fill the system's caches of files.
    if (round >= WARMING && run.taken().code() == 0) {
      kept.add(run);
    }
  }

  private Run once(Map.Entry<String, String> java, String server, List<String> command)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(root.resolve(java.getKey().replace('/', '_')));
    // The renewal in the background is not what a person waits for.
    Path settings = Files.writeString(work.resolve("settings"), "set refresh off\n");
    List<String> all = new ArrayList<>(command);
    all.replaceAll(word -> word.equals(SETTINGS) ? settings.toString() : word);
    long before = served.get();
    PeerProcess.Taken taken =
        new PeerProcess(work, server).with("JAVA_HOME", java.getValue()).run(all, work);
    return new Run(taken, (served.get() - before) / MILLISECONDS_A_SECOND);
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

  private void print(String what, List<Run> runs) {
    if (runs.isEmpty()) {
      out.printf(ROW, what, "failed", "", "", "", "", "", 0);
      return;
    }
    String java = what.replaceFirst(": .*", ": ");
    boolean newer = what.contains("25");
    if (what.endsWith(PROMPT_AND_KEY)) {
      row(java + "prompt in a terminal", runs, run -> said(run, 0), newer ? 300 : 360);
      row(java + "first key echoed", runs, run -> said(run, 1), 10);
      row(
          java + "first search, without the server's time",
          runs,
          run -> said(run, 2) - run.served(),
          300);
    } else {
      row(
          what,
          runs,
          run -> run.taken().seconds(),
          what.endsWith(": help") ? (newer ? 120 : 200) : 0);
    }
  }

  private static double said(Run run, int place) {
    return Double.parseDouble(run.taken().said().split(" ", -1)[place]);
  }

  // A target of 0 is none.
  private void row(String what, List<Run> runs, ToDoubleFunction<Run> seconds, int target) {
    double median = median(runs, seconds);
    out.printf(
        ROW,
        what,
        milliseconds(median),
        milliseconds(runs.stream().mapToDouble(seconds).min().orElseThrow()),
        milliseconds(median(runs, run -> run.taken().cpu())),
        String.format(Locale.ROOT, "%.0f MB", median(runs, run -> run.taken().megabytes())),
        target == 0 ? "" : target + " ms",
        target == 0
            ? ""
            : String.format(Locale.ROOT, "%.2f", median * MILLISECONDS_A_SECOND / target),
        runs.size());
    out.flush();
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    return runs.stream().mapToDouble(value).sorted().toArray()[runs.size() / 2];
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f ms", seconds * MILLISECONDS_A_SECOND);
  }
}
