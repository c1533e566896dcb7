package org.mastshell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.mastshell.shell.BenchShell;

/**
 * The process in which one workload runs alone: what other workloads have compiled, cached or left
 * behind cannot help or hinder it. Writes one number of nanoseconds a line.
 */
final class WorkloadProcess {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** The last result; written each time, so that each has to be worked out. */
  private static volatile Object sink;

  private WorkloadProcess() {}

  /** The arguments are the workload, its folder, the archive, how often, and whether it is warm. */
  public static void main(String[] arguments) throws IOException {
    Workload workload = Workloads.byId(arguments[0]);
    int samples = Integer.parseInt(arguments[3]);
    boolean warm = Boolean.parseBoolean(arguments[4]);
    try (BenchShell shell = BenchShell.open(Path.of(arguments[1]), arguments[2])) {
      Task task = workload.task().apply(shell);
      if (warm) {
        repeat(task, Integer.MAX_VALUE, WARM_UP, false);
      }
      repeat(task, samples, LONGEST, true);
      Objects.requireNonNull(sink, "the task has no result");
    }
  }

  // At least once, then as often as wanted but not longer than that.
  private static void repeat(Task task, int most, Duration longest, boolean print) {
    long begin = System.nanoTime();
    int done = 0;
    while (done == 0 || (done < most && System.nanoTime() - begin < longest.toNanos())) {
      task.before();
      long start = System.nanoTime();
      sink = task.run();
      long taken = System.nanoTime() - start;
      if (print) {
        System.out.println(taken);
      }
      done++;
    }
  }
}
