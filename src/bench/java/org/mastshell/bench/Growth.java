package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * How time and memory grow with the number of products: what it takes to list them, and what the
 * set keeps, a row. Each list is made in a process of its own, of an archive in this one.
 */
final class Growth {
  private static final String ROW = "| %-10s | %9s | %9s | %9s | %9s | %8s | %6s | %6s |%n";
  private static final int PRODUCTS = 300;
  private static final int ROUNDS = 3;
  private static final double MOST_BYTES = 500;
  private static final double MICROSECOND = 1e3;
  private static final double SECOND = 1e9;

  private final PrintStream out;
  private final Path root;
  private final LaunchedProcess launched;

  private Growth(PrintStream out, Path root) throws IOException {
    this.out = out;
    this.root = root;
    launched = LaunchedProcess.in(Files.createTempDirectory(root, "java"));
  }

  /**
   * What one process has said.
   *
   * @param rows that the set has
   * @param nanoseconds that the line {@code products} took
   * @param bytes of the heap that are in use with the set, and are not without it
   */
  record Listed(long rows, long nanoseconds, long bytes) {
    double microsecondsARow() {
      return nanoseconds / MICROSECOND / rows;
    }

    double bytesARow() {
      return (double) bytes / rows;
    }
  }

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    try {
      out.printf("%nLists of products that grow; the ratio is that of the heap to its target%n%n");
      out.printf(
          ROW, "rows", "products", "time/row", "heap", "heap/row", "target", "ratio", "rounds");
      out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
      Growth growth = new Growth(out, root);
      for (int rows : List.of(100_000, 300_000, 1_000_000)) {
        growth.measure((rows + PRODUCTS - 1) / PRODUCTS);
      }
    } finally {
      Folders.delete(root);
    }
  }

  private void measure(int observations) throws IOException, InterruptedException {
    List<Listed> runs = new ArrayList<>();
    try (DemoArchive archive =
        DemoArchive.start(new DemoOptions(0, observations, Duration.ZERO, 0))) {
      // The server is not at its quickest the first time.
      list(archive);
      for (int round = 0; round < ROUNDS; round++) {
        runs.add(list(archive));
      }
    }
    List<Listed> quickest =
        runs.stream().sorted((a, b) -> Long.compare(a.nanoseconds(), b.nanoseconds())).toList();
    Listed middle = quickest.get(ROUNDS / 2);
    out.printf(
        ROW,
        String.format(Locale.ROOT, "%,d", middle.rows()),
        String.format(Locale.ROOT, "%.2f s", middle.nanoseconds() / SECOND),
        String.format(Locale.ROOT, "%.2f µs", middle.microsecondsARow()),
        String.format(Locale.ROOT, "%.0f MB", middle.bytes() / 1e6),
        String.format(Locale.ROOT, "%.0f B", middle.bytesARow()),
        String.format(Locale.ROOT, "%.0f B", MOST_BYTES),
        String.format(Locale.ROOT, "%.2f", middle.bytesARow() / MOST_BYTES),
        ROUNDS);
    out.flush();
  }

  private Listed list(DemoArchive archive) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(root, "run");
    String said =
        launched.run(GrowthProcess.class, List.of(folder.toString(), archive.url().toString()));
    String[] numbers = said.strip().split(" ", -1);
    Folders.delete(folder);
    return new Listed(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }
}
