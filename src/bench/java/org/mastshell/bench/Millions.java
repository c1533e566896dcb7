package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * Three million products, listed with and without criteria, made unique and written to a file, by
 * the whole program. The archive is in this process.
 */
final class Millions {
  private static final String ROW = "| %-34s | %9s | %9s | %9s | %9s | %9s | %6s |%n";
  // A program has 9,000 of them, so that there is a second one.
  private static final int OBSERVATIONS = 10_000;
  private static final double MOST_MEGABYTES = 1500;

  private Millions() {}

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    try (DemoArchive archive =
        DemoArchive.start(new DemoOptions(0, OBSERVATIONS, Duration.ZERO, 0))) {
      out.printf("%n3,000,000 products: search, products, unique, export as CSV%n%n");
      out.printf(ROW, "products", "unique", "whole", "CPU", "peak", "target", "ratio");
      out.println("|---|---:|---:|---:|---:|---:|---:|");
      for (String criterion : List.of("suffix=uncal", "productType=SCIENCE", "")) {
        print(out, criterion, once(root, archive, criterion));
      }
    } finally {
      Folders.delete(root);
    }
  }

  private static PeerProcess.Taken once(Path root, DemoArchive archive, String criterion)
      throws IOException, InterruptedException {
    // The lists that one run has kept would spare the next one the archive.
    Path work = Files.createTempDirectory(root, "work");
    String url = archive.url().toString();
    String lines =
        "set product_limit 5000000; search mission=JWST program=9001,9002; products "
            + criterion
            + "; unique; export all.csv; count";
    PeerProcess.Taken taken =
        new PeerProcess(work, url)
            .run(
                List.of(PeerProcess.LAUNCHER, "--no-rc", "-q", "--server", url, "-c", lines), work);
    Folders.delete(work);
    return taken;
  }

  private static void print(PrintStream out, String criterion, PeerProcess.Taken taken) {
    String what = criterion.isEmpty() ? "all of them" : criterion;
    if (taken.code() != 0) {
      out.printf(ROW, what, "failed", "", "", "", "", "");
      return;
    }
    out.printf(
        ROW,
        what,
        String.format(Locale.ROOT, "%,d", Long.parseLong(taken.said())),
        String.format(Locale.ROOT, "%.1f s", taken.seconds()),
        String.format(Locale.ROOT, "%.1f s", taken.cpu()),
        String.format(Locale.ROOT, "%.0f MB", taken.megabytes()),
        criterion.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f MB", MOST_MEGABYTES),
        criterion.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%.2f", taken.megabytes() / MOST_MEGABYTES));
    out.flush();
  }
}
