package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/**
 * From a question to the files that are wanted, by this program and by astroquery, side by side:
 * observations, their products, without duplicates, of one kind, counted. Whole programs, from
 * start to end, in turn.
 */
final class ArchiveComparison {
  private static final String ROW =
      "| %-34s | %-28s | %9s | %9s | %9s | %8s | %8s | %6s | %8s | %6s |%n";
  private static final int ROUNDS = 5;
  private static final String PROGRAM = "9001";

  private static final String MASTSHELL = "mastshell";
  private static final String ONE_AT_A_TIME = "astroquery, one at a time";
  private static final String CALLS_OF_150 = "astroquery, calls of 150";
  private static final String ONE_CALL = "astroquery, one call";

  // The most that ours may take for 300,000 products.
  private static final double MOST_MEGABYTES = 400;
  private static final int PROMISED = 1000;

  private static final String OURS =
      "search mission=JWST program="
          + PROGRAM
          + "; products --refresh; unique; filter suffix=cal; "
          + "count";

  // $1: how many observations one call asks for; 0 for all.
  private static final String THEIRS =
      """
      import sys
      import numpy as np
      from astropy.table import unique, vstack
      from astroquery.mast import Observations
      found = Observations.query_criteria(obs_collection="JWST", proposal_id="9001")
      many = int(sys.argv[1]) or len(found)
      lists = [Observations.get_product_list(found[i:i + many]) for i in range(0, len(found), many)]
      rows = unique(vstack(lists) if len(lists) > 1 else lists[0], keys="dataURI")
      names = rows["productFilename"]
      kept = [str(n).endswith("_cal.fits") and "_gs-" not in str(n) for n in names]
      print(len(rows[np.array(kept)]))
      """;

  private final PrintStream out;
  private final Path root;

  private ArchiveComparison(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  /**
   * Someone who answers the question.
   *
   * @param name by which the table calls it
   * @param command that is run
   * @param rounds how often it has its turn
   */
  private record Contender(String name, List<String> command, int rounds) {}

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    try {
      ArchiveComparison comparison = new ArchiveComparison(out, root);
      out.printf(
          "%nFrom a question to the wanted files; a ratio is the time by ours, and promised at least%n%n");
      out.printf(
          ROW,
          "what",
          "program",
          "whole",
          "shortest",
          "CPU",
          "peak",
          "ratio",
          "target",
          "",
          "rounds");
      out.println("|---|---|---:|---:|---:|---:|---:|---:|---|---:|");
      comparison.compare(100, Duration.ZERO, ROUNDS, Map.of(ONE_AT_A_TIME, 4.0, ONE_CALL, 2.5));
      comparison.compare(1000, Duration.ZERO, 1, Map.of(ONE_AT_A_TIME, 8.0, CALLS_OF_150, 4.0));
      comparison.compare(1000, Duration.ofMillis(100), 1, Map.of(ONE_AT_A_TIME, 30.0));
      comparison.grow(334);
      comparison.grow(3334);
    } finally {
      Folders.delete(root);
    }
  }

  private void compare(
      int observations, Duration latency, int roundsOfSlowest, Map<String, Double> ratios)
      throws IOException, InterruptedException {
    try (DemoArchive archive = DemoArchive.start(new DemoOptions(0, observations, latency, 0))) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(ours(archive));
      contenders.add(theirs(ONE_AT_A_TIME, 1, roundsOfSlowest));
      contenders.add(theirs(CALLS_OF_150, 150, ROUNDS));
      contenders.add(theirs(ONE_CALL, 0, ROUNDS));
      String wait = latency.isZero() ? "" : ", " + latency.toMillis() + " ms latency";
      print(
          observations + " × 300 products" + wait,
          run(archive, contenders),
          ratios,
          observations == PROMISED);
    }
  }

  private void grow(int observations) throws IOException, InterruptedException {
    try (DemoArchive archive =
        DemoArchive.start(new DemoOptions(0, observations, Duration.ZERO, 0))) {
      print(
          observations + " × 300 products", run(archive, List.of(ours(archive))), Map.of(), false);
    }
  }

  private static Contender ours(DemoArchive archive) {
    List<String> command =
        List.of(
            PeerProcess.LAUNCHER,
            "--no-rc",
            "-q",
            "--server",
            archive.url().toString(),
            "-c",
            "set parallel 8; " + OURS);
    return new Contender(MASTSHELL, command, ROUNDS);
  }

  private static Contender theirs(String name, int atOnce, int rounds) {
    return new Contender(
        name, List.of(PeerProcess.PYTHON, "-c", THEIRS, Integer.toString(atOnce)), rounds);
  }

  private Map<String, List<PeerProcess.Taken>> run(DemoArchive archive, List<Contender> contenders)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(root, "work");
    PeerProcess processes = new PeerProcess(work, archive.url().toString());
    Map<String, List<PeerProcess.Taken>> taken = new LinkedHashMap<>();
    String answer = warm(processes, contenders.get(0), work);
    for (int round = 0; round < ROUNDS; round++) {
      for (Contender contender : contenders) {
        List<PeerProcess.Taken> runs =
            taken.computeIfAbsent(contender.name(), name -> new ArrayList<>());
        if (round < contender.rounds()) {
          PeerProcess.Taken run = processes.run(contender.command(), work);
          if (run.code() == 0 && run.said().equals(answer)) {
            runs.add(run);
          }
        }
      }
    }
    Folders.delete(work);
    return taken;
  }

  // The server is not at its quickest the first time, and the one who asks first is not to blame.
  private static String warm(PeerProcess processes, Contender first, Path work)
      throws IOException, InterruptedException {
    PeerProcess.Taken run = processes.run(first.command(), work);
    if (run.code() != 0) {
      throw new IOException(first.name() + " ended with " + run.code());
    }
    return run.said();
  }

  private void print(
      String what,
      Map<String, List<PeerProcess.Taken>> taken,
      Map<String, Double> ratios,
      boolean memoryIsPromised) {
    List<PeerProcess.Taken> oursRuns = taken.values().iterator().next();
    // Where ours has failed, nothing can be set against it.
    double ours = oursRuns.isEmpty() ? Double.NaN : median(oursRuns).seconds();
    taken.forEach(
        (name, runs) -> {
          if (runs.isEmpty()) {
            out.printf(ROW, what, name, "failed", "", "", "", "", "", "", 0);
            return;
          }
          double ratio = median(runs).seconds() / ours;
          double peak = runs.stream().mapToDouble(PeerProcess.Taken::megabytes).max().orElseThrow();
          String target = "";
          String verdict = "";
          if (ratios.containsKey(name)) {
            target = String.format(Locale.ROOT, "%.1f", ratios.get(name));
            verdict = verdict(ratio >= ratios.get(name));
          } else if (memoryIsPromised && name.equals(MASTSHELL)) {
            target = String.format(Locale.ROOT, "%.0f MB", MOST_MEGABYTES);
            verdict = verdict(peak <= MOST_MEGABYTES);
          }
          out.printf(
              ROW,
              what,
              name,
              seconds(median(runs).seconds()),
              seconds(runs.stream().mapToDouble(PeerProcess.Taken::seconds).min().orElseThrow()),
              seconds(
                  runs.stream()
                      .mapToDouble(PeerProcess.Taken::cpu)
                      .sorted()
                      .toArray()[runs.size() / 2]),
              String.format(Locale.ROOT, "%.0f MB", peak),
              String.format(Locale.ROOT, "%.1f", ratio),
              target,
              verdict,
              runs.size());
        });
    out.flush();
  }

  private static String verdict(boolean kept) {
    return kept ? "kept" : "missed";
  }

  private static PeerProcess.Taken median(List<PeerProcess.Taken> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(PeerProcess.Taken::seconds))
        .toList()
        .get(runs.size() / 2);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
