package org.mastshell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures everything and reports it. */
final class Bench {
  private static final int PROGRAM_RUNS = 10;

  private Bench() {}

  /** With arguments, only measurements whose description holds one of them (no commas). */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Selection wanted = new Selection(arguments);
    Report report = new Report(System.out);
    boolean complete = true;
    report.begin();
    try (Surroundings surroundings = Surroundings.open()) {
      for (Measurement measurement : all(surroundings)) {
        if (wanted.takes(measurement.what())) {
          complete &= measure(measurement, report);
        }
      }
    }
    if (wanted.takes("downloads")) {
      DownloadComparison.run(System.out);
    }
    if (wanted.takes("start and first search")) {
      StartComparison.run(System.out);
    }
    if (wanted.takes("archive, beside astroquery")) {
      ArchiveComparison.run(System.out);
    }
    if (wanted.takes("growth")) {
      Growth.run(System.out);
    }
    if (wanted.takes("millions")) {
      Millions.run(System.out);
    }
    System.exit(complete ? 0 : 1);
  }

  // What cannot be measured does not keep the rest from it.
  private static boolean measure(Measurement measurement, Report report)
      throws InterruptedException {
    try {
      report.add(measurement, measurement.measure());
      return true;
    } catch (IOException failed) {
      report.addFailure(measurement, failed.getMessage());
      return false;
    }
  }

  private static List<Measurement> all(Surroundings surroundings) throws IOException {
    List<Measurement> all = new ArrayList<>();
    for (Workload workload : Workloads.completions()) {
      all.add(ForkedMeasurement.first(workload, surroundings));
      all.add(ForkedMeasurement.again(workload, surroundings));
    }
    for (Workload workload : Workloads.atOnce()) {
      all.add(ForkedMeasurement.first(workload, surroundings));
    }
    for (Workload workload : Workloads.keys()) {
      all.add(ForkedMeasurement.often(workload, surroundings));
    }
    for (Workload workload : Workloads.sessions()) {
      all.add(ForkedMeasurement.often(workload, surroundings));
    }
    for (Workload workload : Workloads.rows()) {
      all.add(ForkedMeasurement.first(workload, surroundings));
      all.add(ForkedMeasurement.again(workload, surroundings));
    }
    for (Workload workload : Workloads.understanding()) {
      all.add(ForkedMeasurement.first(workload, surroundings));
      all.add(ForkedMeasurement.again(workload, surroundings));
    }
    all.addAll(programs(surroundings));
    return all;
  }

  // The packaged program, where there is one.
  private static List<Measurement> programs(Surroundings surroundings) throws IOException {
    Path launcher = Path.of("target/mastshell/bin/mastshell").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      return List.of();
    }
    Path home = surroundings.newFolder();
    LargeSession.keep(home);
    return List.of(
        new CommandMeasurement(
            "start the program on a session of 300,000 rows, count them, end",
            Optional.of(Duration.ofSeconds(1)),
            List.of(launcher.toString(), "--no-rc", "--session", LargeSession.NAME, "-c", "count"),
            Map.of("MASTSHELL_KEYRING", "off", "MASTSHELL_HOME", home.toString()),
            PROGRAM_RUNS,
            surroundings),
        new CommandMeasurement(
            "start the program, run one small command, end",
            Optional.empty(),
            List.of(launcher.toString(), "--no-rc", "-c", "set limit"),
            Map.of("MASTSHELL_KEYRING", "off"),
            PROGRAM_RUNS,
            surroundings));
  }
}
