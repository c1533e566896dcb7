package org.mastshell.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Settings;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Downloads by this program and by others, side by side: whole programs, from start to end, files
 * to a memory disk, in turn.
 */
final class DownloadComparison {
  private static final String ROW = "| %-44s | %-10s | %9s | %9s | %9s | %9s | %8s | %6s |%n";
  private static final int ROUNDS = 5;
  private static final int PARALLEL = 8;
  private static final String SESSION = "files";
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static final String ASTROQUERY =
      """
      import sys
      from astropy.table import Table
      from astroquery.mast import Observations
      names = [line.strip() for line in open(sys.argv[1])]
      rows = Table({
          "obs_collection": ["BENCH"] * len(names), "obs_id": ["files"] * len(names),
          "productFilename": names, "dataURI": ["mast:BENCH/product/" + name for name in names]})
      done = Observations.download_products(rows, download_dir=sys.argv[2])
      sys.exit(0 if all(done["Status"] == "COMPLETE") else 1)
      """;

  private static final int FILES_OF_TUTORIAL = 62;
  private static final String TUTORIAL =
      "search mission=JWST program=1073 instrument=NIRCAM filters=F277W; products --refresh; "
          + "unique; filter suffix=_uncal.fits; download --dir ";

  private static final String SAME =
      """
      import sys
      from astropy.table import unique, vstack
      from astroquery.mast import Observations
      found = Observations.query_criteria(
          obs_collection="JWST", proposal_id="1073", instrument_name="NIRCAM*", filters="F277W")
      lists = [Observations.get_product_list(row) for row in found]
      rows = unique(vstack(lists), keys="dataURI")
      names = [str(name) for name in rows["productFilename"]]
      wanted = [n.endswith("_uncal.fits") and "_gs-" not in n for n in names]
      done = Observations.download_products(rows[wanted], download_dir=sys.argv[1])
      sys.exit(0 if all(done["Status"] == "COMPLETE") else 1)
      """;

  private final PrintStream out;
  private final Path root;

  private DownloadComparison(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  /**
   * What one run took.
   *
   * @param seconds the whole program, from its start to its end
   * @param transfer the part of them from the first request to the end of the last reply, as the
   *     server saw it
   * @param cpu processor time in seconds
   * @param megabytes the most memory that was resident
   */
  private record Run(double seconds, double transfer, double cpu, double megabytes) {}

  /**
   * What is fetched from.
   *
   * @param beginAnew forgets what was asked so far
   * @param transfer seconds from the first request to the end of the last reply; not a number where
   *     it is not known
   * @param isWhole whether a file is one of its own
   */
  private record Server(
      String url, Runnable beginAnew, DoubleSupplier transfer, Predicate<Path> isWhole) {
    static Server of(FileArchive archive) {
      return new Server(
          archive.url(),
          archive::beginAnew,
          () -> archive.span().toNanos() / 1e9,
          file -> file.toFile().length() == archive.size());
    }

    static Server of(DemoArchive archive) {
      return new Server(
          archive.url().toString(), () -> {}, () -> Double.NaN, file -> file.toFile().length() > 0);
    }
  }

  /** A program that fetches files into a folder. */
  @FunctionalInterface
  private interface Fetcher {
    List<String> command(Path folder) throws IOException;
  }

  /** Measures and prints. */
  static void run(PrintStream out) throws IOException, InterruptedException {
    Path root = Folders.inMemory();
    try {
      DownloadComparison comparison = new DownloadComparison(out, root);
      out.printf(
          Locale.ROOT, "%nDownloads, %d at a time, files to %s%n%n", PARALLEL, root.getParent());
      out.printf(ROW, "what", "program", "whole", "shortest", "transfer", "CPU", "peak", "rounds");
      out.println("|---|---|---:|---:|---:|---:|---:|---:|");
      comparison.small();
      comparison.large();
      comparison.tutorial();
    } finally {
      Folders.delete(root);
    }
  }

  private void small() throws IOException, InterruptedException {
    try (FileArchive archive = FileArchive.start(256L << 10, LATENCY)) {
      compare("400 × 256 KiB, 100 ms before each reply", archive, 400, 1);
    }
  }

  private void large() throws IOException, InterruptedException {
    try (FileArchive archive = FileArchive.start(64L << 20, Duration.ZERO)) {
      compare("20 × 64 MiB, no latency", archive, 20, 0);
    }
  }

  // From the question to the files on the disk, as a person would go about it.
  private void tutorial() throws IOException, InterruptedException {
    try (DemoArchive archive = DemoArchive.start(new DemoOptions(0, 0, LATENCY, 0))) {
      Path work = Files.createTempDirectory(root, "work");
      Map<String, Fetcher> fetchers = new LinkedHashMap<>();
      fetchers.put("mastshell", folder -> ours(archive.url().toString(), TUTORIAL, folder));
      Fetcher astroquery = folder -> List.of(PeerProcess.PYTHON, "-c", SAME, folder.toString());
      compare(
          "tutorial: search, products, unique, 62 files",
          Server.of(archive),
          fetchers,
          astroquery,
          new Amount(FILES_OF_TUTORIAL, 1),
          work);
    }
  }

  private static List<String> ours(String url, String commands, Path folder) {
    return List.of(
        PeerProcess.LAUNCHER,
        "--no-rc",
        "--no-session",
        "-q",
        "--server",
        url,
        "-c",
        "set parallel " + PARALLEL + "; " + commands + folder);
  }

  private void compare(String what, FileArchive archive, int files, int roundsOfAstroquery)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(root, "work");
    Map<String, Fetcher> fetchers = new LinkedHashMap<>();
    fetchers.put("mastshell", ours(archive, files, work));
    fetchers.put("curl", curl(archive, files));
    fetchers.put("aria2c", aria2(archive, files, work));
    compare(
        what,
        Server.of(archive),
        fetchers,
        astroquery(files, work),
        new Amount(files, roundsOfAstroquery),
        work);
  }

  /**
   * How much is done.
   *
   * @param files that are whole in the end
   * @param roundsOfAstroquery how often the slow one has its turn
   */
  private record Amount(int files, int roundsOfAstroquery) {}

  private void compare(
      String what,
      Server server,
      Map<String, Fetcher> fetchers,
      Fetcher astroquery,
      Amount amount,
      Path work)
      throws IOException, InterruptedException {
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    fetchers.keySet().forEach(name -> runs.put(name, new ArrayList<>()));
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Fetcher> fetcher : fetchers.entrySet()) {
        once(fetcher.getKey(), fetcher.getValue(), server, amount.files(), work)
            .ifPresent(runs.get(fetcher.getKey())::add);
      }
    }
    List<Run> slow = new ArrayList<>();
    for (int round = 0; round < amount.roundsOfAstroquery(); round++) {
      once("astroquery", astroquery, server, amount.files(), work).ifPresent(slow::add);
    }
    runs.forEach((name, all) -> print(what, name, all));
    if (amount.roundsOfAstroquery() > 0) {
      print(what, "astroquery", slow);
    }
    Folders.delete(work);
  }

  private Optional<Run> once(String name, Fetcher fetcher, Server server, int files, Path work)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(root, name);
    PeerProcess processes = new PeerProcess(work, server.url());
    server.beginAnew().run();
    PeerProcess.Taken taken = processes.run(fetcher.command(folder), folder);
    boolean whole = taken.code() == 0 && wholeFiles(folder, server) == files;
    Folders.delete(folder);
    return whole
        ? Optional.of(
            new Run(
                taken.seconds(), server.transfer().getAsDouble(), taken.cpu(), taken.megabytes()))
        : Optional.empty();
  }

  private static long wholeFiles(Path folder, Server server) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".fits")).filter(server.isWhole()).count();
    }
  }

  private static Fetcher ours(FileArchive archive, int files, Path work) {
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    session.addFetched(Table.empty(), "search mission=BENCH");
    session.addProducts(products(archive, files), "products", session.requireCurrent());
    SavedSessions saved =
        new SavedSessions(
            work.resolve("home/state").resolve(SavedSessions.FOLDER), Clock.systemUTC());
    try (SessionKeeper keeper = new SessionKeeper(session, saved, EmbeddedArchive.none())) {
      keeper.saveAs(new SessionName(SESSION));
    }
    return folder ->
        List.of(
            PeerProcess.LAUNCHER,
            "--no-rc",
            "-q",
            "--server",
            archive.url(),
            "--session",
            SESSION,
            "-c",
            "set parallel " + PARALLEL + "; download --dir " + folder);
  }

  private static Table products(FileArchive archive, int files) {
    TableBuilder builder = new TableBuilder();
    int uri = builder.column("dataURI", ColumnType.TEXT);
    int mission = builder.column("obs_collection", ColumnType.TEXT);
    int observation = builder.column("obs_id", ColumnType.TEXT);
    int name = builder.column("productFilename", ColumnType.TEXT);
    int size = builder.column("size", ColumnType.INTEGER);
    int rights = builder.column("dataRights", ColumnType.TEXT);
    for (int file = 0; file < files; file++) {
      builder.set(uri, FileArchive.uri(file));
      builder.set(mission, "BENCH");
      builder.set(observation, "files");
      builder.set(name, FileArchive.name(file));
      builder.set(size, archive.size());
      builder.set(rights, "PUBLIC");
      builder.endRow();
    }
    return builder.build();
  }

  private static Fetcher curl(FileArchive archive, int files) {
    return folder -> {
      StringBuilder config = new StringBuilder();
      for (int file = 0; file < files; file++) {
        config.append("url = \"").append(url(archive, file)).append("\"\n");
        config.append("output = \"").append(FileArchive.name(file)).append("\"\n");
      }
      Path list = Files.writeString(folder.resolve("curl.cfg"), config);
      return List.of(
          "curl",
          "--fail",
          "--silent",
          "--parallel",
          "--parallel-max",
          Integer.toString(PARALLEL),
          "--config",
          list.toString());
    };
  }

  private static Fetcher aria2(FileArchive archive, int files, Path work) throws IOException {
    StringBuilder list = new StringBuilder();
    for (int file = 0; file < files; file++) {
      list.append(url(archive, file))
          .append("\n  out=")
          .append(FileArchive.name(file))
          .append('\n');
    }
    Path input = Files.writeString(work.resolve("aria2.txt"), list);
    return folder ->
        List.of(
            "aria2c",
            "--quiet",
            "--file-allocation=none",
            "--max-concurrent-downloads=" + PARALLEL,
            "--dir=" + folder,
            "--input-file=" + input);
  }

  private static Fetcher astroquery(int files, Path work) throws IOException {
    List<String> names = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      names.add(FileArchive.name(file));
    }
    Path list = Files.write(work.resolve("names.txt"), names);
    return folder ->
        List.of(PeerProcess.PYTHON, "-c", ASTROQUERY, list.toString(), folder.toString());
  }

  private static String url(FileArchive archive, int file) {
    return archive.url() + "/api/v0.1/Download/file?uri=" + FileArchive.uri(file);
  }

  private void print(String what, String program, List<Run> runs) {
    if (runs.isEmpty()) {
      out.printf(ROW, what, program, "not measured", "", "", "", "", 0);
      return;
    }
    out.printf(
        ROW,
        what,
        program,
        seconds(median(runs, Comparator.comparingDouble(Run::seconds)).seconds()),
        seconds(runs.stream().mapToDouble(Run::seconds).min().orElseThrow()),
        seconds(median(runs, Comparator.comparingDouble(Run::transfer)).transfer()),
        seconds(median(runs, Comparator.comparingDouble(Run::cpu)).cpu()),
        String.format(
            Locale.ROOT, "%.0f MB", runs.stream().mapToDouble(Run::megabytes).max().orElseThrow()),
        runs.size());
    out.flush();
  }

  private static Run median(List<Run> runs, Comparator<Run> by) {
    return runs.stream().sorted(by).toList().get(runs.size() / 2);
  }

  private static String seconds(double seconds) {
    return Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
