package org.mastshell.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.mastshell.shell.BenchShell;

/**
 * A task in a shell that is set up for it.
 *
 * @param id by which another process finds it
 * @param what is measured, in a few words
 * @param target how long one run may take, where something is promised
 * @param task makes the task, in a shell with everything that the promise speaks of
 */
public record Workload(
    String id, String what, Optional<Duration> target, Function<BenchShell, Task> task) {}
