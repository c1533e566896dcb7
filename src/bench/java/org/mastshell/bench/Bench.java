package org.mastshell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures everything and reports it. */
final class Bench {
  private static final int PROGRAM_RUNS = 10;

  private Bench() {}

  /** With arguments, only measurements whose description holds one of them. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> wanted = Arrays.asList(arguments);
    Report report = new Report(System.out);
    boolean complete = true;
    report.begin();
    try (Surroundings surroundings = Surroundings.open()) {
      for (Measurement measurement : all(surroundings)) {
        if (wanted.isEmpty() || wanted.stream().anyMatch(measurement.what()::contains)) {
          complete &= measure(measurement, report);
        }
      }
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

  private static List<Measurement> all(Surroundings surroundings) {
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
    all.addAll(programs(surroundings));
    return all;
  }

  // The packaged program, where there is one.
  private static List<Measurement> programs(Surroundings surroundings) {
    Path launcher = Path.of("target/mastshell/bin/mastshell").toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      return List.of();
    }
    return List.of(
        new CommandMeasurement(
            "start the program, run one small command, end",
            Optional.empty(),
            List.of(launcher.toString(), "--no-rc", "-c", "set limit"),
            Map.of("MASTSHELL_KEYRING", "off"),
            PROGRAM_RUNS,
            surroundings));
  }
}
