package org.mastshell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures a whole program, ours or another, from its start to its end. */
final class CommandMeasurement implements Measurement {
  private final String what;
  private final Optional<Duration> target;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int runs;
  private final Surroundings surroundings;

  /**
   * @param command with its arguments; it has to end with 0
   * @param environment what differs from that of this process
   */
  CommandMeasurement(
      String what,
      Optional<Duration> target,
      List<String> command,
      Map<String, String> environment,
      int runs,
      Surroundings surroundings) {
    this.what = what;
    this.target = target;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.runs = runs;
    this.surroundings = surroundings;
  }

  @Override
  public String what() {
    return what;
  }

  @Override
  public Optional<Duration> target() {
    return target;
  }

  @Override
  public Samples measure() throws IOException, InterruptedException {
    List<Long> samples = new ArrayList<>();
    // The first run fills the system's caches of files.
    run();
    for (int i = 0; i < runs; i++) {
      samples.add(run());
    }
    return new Samples(samples);
  }

  private long run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.directory(surroundings.newFolder().toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    long taken = System.nanoTime() - start;
    if (code != 0) {
      throw new IOException(command.get(0) + " ended with " + code);
    }
    return taken;
  }
}
