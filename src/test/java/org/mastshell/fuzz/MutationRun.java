package org.mastshell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Gives a surface inputs that are made by chance of those that reached new code, without looking at
 * what they reach, which takes a fraction of the time. Its arguments: the surface, the number of
 * inputs, the most seconds (0: no end), where a find is put, and folders of inputs to begin with.
 * What it says at its end is as Jazzer says it.
 */
final class MutationRun {
  private static final int LOOK_MILLIS = 500;
  private static final int MOST_LOOKS = 20;
  private static final int CODE = 77;

  private final Target target;
  private final Path find;
  private final AtomicLong given = new AtomicLong();
  private volatile byte[] current = {};

  // Of the thread that looks alone.
  private long seen;
  private int looks;

  private MutationRun(Target target, Path find) {
    this.target = target;
    this.find = find;
  }

  /** Runs it. */
  public static void main(String... arguments) throws IOException {
    Surface surface = Surface.called(arguments[0]);
    long inputs = Long.parseLong(arguments[1]);
    long seconds = Long.parseLong(arguments[2]);
    List<byte[]> known = new ArrayList<>(surface.seeds());
    for (int place = 4; place < arguments.length; place++) {
      known.addAll(files(Path.of(arguments[place])));
    }
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    MutationRun run = new MutationRun(surface.target(), Path.of(arguments[3]));
    run.watch();
    System.exit(
        run.run(new Mutations(known, surface.longest(), new Random(seed)), inputs, seconds));
  }

  private static List<byte[]> files(Path folder) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }

  private int run(Mutations mutations, long inputs, long seconds) throws IOException {
    long start = System.nanoTime();
    long end = seconds == 0 ? Long.MAX_VALUE : seconds * 1_000_000_000L;
    int code = 0;
    while (given.get() < inputs && code == 0 && System.nanoTime() - start < end) {
      current = mutations.next();
      given.incrementAndGet();
      try {
        target.take(current);
      } catch (Throwable found) {
        found.printStackTrace(System.out);
        Files.write(find, current);
        code = CODE;
      }
    }
    long took = (System.nanoTime() - start) / 1_000_000_000L;
    System.out.println("Done " + given + " runs in " + took + " second(s)");
    System.out.println("stat::number_of_executed_units: " + given);
    return code;
  }

  // An input that takes too long, 10 s, is a find as well; it cannot be ended but with the program.
  // Looks are counted, since a clock goes on while the whole run is stopped for a while.
  private void watch() {
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (given.get() != seen) {
      seen = given.get();
      looks = 0;
    }
    looks++;
    if (looks < MOST_LOOKS) {
      return;
    }
    Thread.getAllStackTraces()
        .forEach((thread, trace) -> System.out.println(thread + " " + List.of(trace)));
    try {
      Files.write(find, current);
    } catch (IOException unwritable) {
      System.out.println(unwritable);
    }
    Runtime.getRuntime().halt(CODE);
  }
}
