package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Prints what was measured, as a table in Markdown, line by line as it comes. */
final class Report {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final double NANOSECONDS_A_MILLISECOND = 1e6;
  private static final String ROW = "| %-66s | %8s | %9s | %9s | %9s | %9s | %7s | %7s |%n";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Says on what it is measured, and begins the table. */
  void begin() throws IOException {
    out.printf(
        Locale.ROOT,
        "%s, %s, %d processors (%s) with a load of %.1f, Java %s (%s)%n%n",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"));
    out.printf(ROW, "what", "target", "shortest", "median", "95 %", "longest", "ratio", "samples");
    out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
  }

  /** One line. The ratio is that of the median to the target: above 1 the target is missed. */
  void add(Measurement measurement, Samples samples) {
    Optional<Duration> target = measurement.target();
    out.printf(
        ROW,
        measurement.what(),
        target.map(Report::milliseconds).orElse(""),
        milliseconds(samples.shortest()),
        milliseconds(samples.median()),
        milliseconds(samples.mostly()),
        milliseconds(samples.longest()),
        target.map(t -> ratio(samples.median(), t)).orElse(""),
        samples.nanoseconds().size());
    out.flush();
  }

  /** A line for what could not be measured. */
  void addFailure(Measurement measurement, String reason) {
    out.printf("| %s | | not measured: %s | | | | | |%n", measurement.what(), reason);
    out.flush();
  }

  private static String ratio(Duration taken, Duration target) {
    return String.format(Locale.ROOT, "%.2f", (double) taken.toNanos() / target.toNanos());
  }

  private static String milliseconds(Duration duration) {
    double milliseconds = duration.toNanos() / NANOSECONDS_A_MILLISECOND;
    return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f ms" : "%.0f ms", milliseconds);
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSOR)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
