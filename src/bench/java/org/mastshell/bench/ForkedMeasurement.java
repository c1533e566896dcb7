package org.mastshell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures a workload in processes of its own: its first run in each of several new ones, or many
 * runs in one that is warm.
 */
final class ForkedMeasurement implements Measurement {
  private static final int PROCESSES = 7;
  private static final int RUNS = 400;

  private final Workload workload;
  private final String suffix;
  private final boolean warm;
  private final Surroundings surroundings;

  private ForkedMeasurement(
      Workload workload, String suffix, boolean warm, Surroundings surroundings) {
    this.workload = workload;
    this.suffix = suffix;
    this.warm = warm;
    this.surroundings = surroundings;
  }

  /** The first run of several new processes. */
  static ForkedMeasurement first(Workload workload, Surroundings surroundings) {
    return new ForkedMeasurement(workload, ", first time", false, surroundings);
  }

  /** Many runs in a process that has run it already. */
  static ForkedMeasurement again(Workload workload, Surroundings surroundings) {
    return new ForkedMeasurement(workload, ", again", true, surroundings);
  }

  /** The same for something that happens so often that its first time does not count. */
  static ForkedMeasurement often(Workload workload, Surroundings surroundings) {
    return new ForkedMeasurement(workload, "", true, surroundings);
  }

  @Override
  public String what() {
    return workload.what() + suffix;
  }

  @Override
  public Optional<Duration> target() {
    return workload.target();
  }

  @Override
  public Samples measure() throws IOException, InterruptedException {
    List<Long> all = new ArrayList<>();
    for (int process = 0; process < (warm ? 1 : PROCESSES); process++) {
      all.addAll(run(surroundings.newFolder()));
    }
    return new Samples(all);
  }

  private List<Long> run(Path folder) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(workload.id(), folder.toString(), surroundings.archive()));
    arguments.addAll(List.of(Integer.toString(warm ? RUNS : 1), Boolean.toString(warm)));
    return surroundings
        .launched()
        .run(WorkloadProcess.class, arguments)
        .lines()
        .map(Long::valueOf)
        .toList();
  }
}
