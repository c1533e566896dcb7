package org.mastshell.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives each surface millions of inputs, first such as Jazzer guides to new code, then as many that
 * are made by chance of those; one surface after the other, each in a Java of its own, and prints a
 * table of what was measured. A find ends the run of its surface: its input and its trace stay in
 * {@code target/fuzz}. The exit code tells whether there was one.
 *
 * <p>The properties: {@code mastshell.inputs} of each of the two ways, {@code fuzz.guided} where
 * the first is to be another number, {@code fuzz.only} names of surfaces between commas, {@code
 * fuzz.seconds} after which each is ended at the latest (0: never).
 */
public final class LongRun {
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
  // What an input may take at most: seconds, and memory of a program that is given little.
  private static final int SLOWEST = 10;
  private static final String MEMORY = "-Xmx512m";
  private static final Pattern INPUTS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
  private static final Pattern SECONDS = Pattern.compile("Done \\d+ runs in (\\d+) second");
  private static final long INPUTS_EACH = 10_000_000;
  private static final Path MEMORY_DISK = Path.of("/dev/shm");

  private final Path folder;
  private final long guidedInputs;
  private final long inputs;
  private final long seconds;

  private LongRun(Path folder, long guidedInputs, long inputs, long seconds) {
    this.folder = folder;
    this.guidedInputs = guidedInputs;
    this.inputs = inputs;
    this.seconds = seconds;
  }

  /** Runs all surfaces, or those that are asked for. */
  public static void main(String... unused) throws IOException, InterruptedException {
    String only = System.getProperty("fuzz.only", "");
    List<Surface> surfaces =
        only.isBlank()
            ? List.of(Surface.values())
            : Arrays.stream(only.split(",")).map(String::strip).map(Surface::called).toList();
    LongRun run =
        new LongRun(
            Path.of("target", "fuzz").toAbsolutePath(),
            Long.getLong("fuzz.guided", Long.getLong("mastshell.inputs", INPUTS_EACH)),
            Long.getLong("mastshell.inputs", INPUTS_EACH),
            Long.getLong("fuzz.seconds", 0));
    Files.createDirectories(run.folder);
    boolean found = false;
    Path report = run.folder.resolve("report.md");
    say(report, "| surface | inputs made | inputs | seconds | inputs/s | finds | day |");
    say(report, "|---|---|---:|---:|---:|---|---|");
    for (Surface surface : surfaces) {
      for (Outcome outcome : run.run(surface)) {
        found |= outcome.found();
        say(report, outcome.row(surface));
      }
    }
    System.exit(found ? 1 : 0);
  }

  private static void say(Path report, String line) throws IOException {
    System.out.println(line);
    Files.writeString(report, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * What came of a surface.
   *
   * @param way in which the inputs were made
   * @param inputs that were given
   * @param seconds that it took
   * @param found whether it ended with a find
   * @param log what was said meanwhile
   */
  private record Outcome(String way, long inputs, long seconds, boolean found, Path log) {
    String row(Surface surface) {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %,d | %,d | %,d | %s | %s |",
          surface.word(),
          way,
          inputs,
          seconds,
          inputs / Math.max(1, seconds),
          found ? "yes, see " + log : "none",
          LocalDate.now(ZoneOffset.UTC));
    }
  }

  private List<Outcome> run(Surface surface) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve(surface.word()));
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    Path seeds = Files.createDirectories(own.resolve("seeds"));
    int number = 0;
    for (byte[] seed : surface.seeds()) {
      Files.write(seeds.resolve("seed-" + number++), seed);
    }
    String watched =
        surface.rooms().stream()
            .map(room -> "org.mastshell." + room + ".**")
            .collect(Collectors.joining(":"));
    List<String> guided =
        new ArrayList<>(
            List.of(
                JAZZER,
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + surface.word(),
                "--instrumentation_includes=" + watched,
                "--custom_hook_includes=" + watched + ":uk.ac.starlink.**",
                "--reproducer_path=" + own,
                "-runs=" + guidedInputs,
                "-max_len=" + surface.longest(),
                "-timeout=" + SLOWEST,
                "-artifact_prefix=" + own + "/",
                "-print_final_stats=1"));
    if (seconds > 0) {
      guided.add("-max_total_time=" + seconds);
    }
    guided.add(corpus.toString());
    guided.add(seeds.toString());
    Outcome first = run("guided", own, guided);
    if (first.found()) {
      return List.of(first);
    }
    List<String> mutated =
        List.of(
            MutationRun.class.getName(),
            surface.word(),
            Long.toString(inputs),
            Long.toString(seconds),
            own.resolve("find").toString(),
            corpus.toString());
    return List.of(first, run("by chance", own, mutated));
  }

  private static Outcome run(String way, Path own, List<String> what)
      throws IOException, InterruptedException {
    Path scratch =
        Files.createTempDirectory(Files.isDirectory(MEMORY_DISK) ? MEMORY_DISK : own, "fuzz");
    Path log = own.resolve(way.replace(' ', '-') + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(what);
    Process child =
        new ProcessBuilder(command)
            .directory(own.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code = child.waitFor();
    delete(scratch);
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    return new Outcome(
        way, number(INPUTS, said).orElse(0L), number(SECONDS, said).orElse(0L), code != 0, log);
  }

  private static Optional<Long> number(Pattern pattern, String text) {
    Matcher number = pattern.matcher(text);
    return number.find() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
