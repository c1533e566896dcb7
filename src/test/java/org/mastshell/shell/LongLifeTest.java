package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/**
 * One program that a person never leaves: a day of errands of all kinds, as fast as they go, with a
 * clock that goes from the first to the last command through 24 hours. What it holds must not grow
 * with what it has done.
 */
class LongLifeTest extends DemoProgramTest {
  private static final int COMMANDS = Integer.getInteger("mastshell.commands", 600);
  private static final Duration LIFE = Duration.ofHours(24);

  // What is loaded, compiled and kept once has been by then, and measured from then on.
  private static final double WARM = 0.4;

  // What is kept for a while and soon forgotten.
  private static final long SWAYING_MEGABYTES = 2;

  // Less than what a row with a name takes.
  private static final long BYTES_A_COMMAND = 200;

  // Of 600 commands each may leave 6 kB by this, of 50,000 each a quarter of a kilobyte.
  private static final long HEAP_MEGABYTES =
      SWAYING_MEGABYTES + (Math.round(COMMANDS * (1 - WARM) * BYTES_A_COMMAND) >> 20);

  private static final int THREADS = 4;

  // Connections that wait for the next question differ by as much as a download has transfers.
  private static final int OPEN_FILES = 16;

  /**
   * Something that somebody wants to know or have, from the first line to the last.
   *
   * @param wrong each of the lines ends with an error
   */
  private record Errand(boolean wrong, List<String> lines) {
    static Errand of(String... lines) {
      return new Errand(false, List.of(lines));
    }

    static Errand wrong(String... lines) {
      return new Errand(true, List.of(lines));
    }
  }

  private static final List<Errand> ERRANDS =
      List.of(
          Errand.of(SEARCH, "products", "unique", "filter suffix=uncal", "show --limit 5", "count"),
          Errand.of(
              "search program=1073", "describe", "facets filters instrument", "stats exptime"),
          Errand.of(
              SEARCH, "plot sky --output sky.svg --force", "plot hist t_exptime", "plot time"),
          Errand.of(
              SEARCH,
              "products suffix=i2d obsnum=1",
              "unique",
              "download --dir files",
              "verify files",
              "jobs"),
          Errand.of(
              "search program=1073",
              "sql SELECT filters, count(*) total FROM obs GROUP BY 1",
              "sort -total",
              "show"),
          Errand.of(
              SEARCH,
              "export kept.vot --force",
              "export kept.csv --force",
              "import kept.vot",
              "count",
              "export kept.fits --force",
              "import kept.fits"),
          Errand.of("datasets jwst program=1073 filter=F277W", "show 1", "products", "count"),
          Errand.of("keywords nircam program=1073 filter=F277W level=1b", "observations", "show"),
          Errand.of(
              "datasets jwst program=1073 filter=F277W",
              "name sets",
              SEARCH,
              "join sets",
              "describe filters"),
          Errand.wrong("serach program=1073", "search porgram=1073", "search exptime=>", "use 99"),
          Errand.of("login", DemoArchive.TEST_TOKEN, "whoami", "logout", "whoami"),
          Errand.of(SEARCH, "name lmc", "pick 1-3", "undo", "redo", "minus lmc _", "diff lmc _"),
          Errand.of(
              SEARCH, "cite --bibtex", "inspect 1", "open 1 --links", "report r.html --force"),
          Errand.of("resolve M 101", "search object=\"M 101\" radius=3arcmin", "group filters"),
          Errand.of(
              SEARCH,
              "products suffix=i2d obsnum=2",
              "unique",
              "download --dir files --existing overwrite --background",
              "resume all"),
          Errand.of(
              "catalog tic target=M101 radius=3arcmin Tmag<13",
              "name stars",
              "crossmatch gaiadr3 radius=0.1arcsec --nearest",
              "search coordinates=@stars radius=2arcsec mission=HST",
              "search program=1073",
              "filter obs_id!=@stars:ID",
              "refresh"),
          Errand.of(
              "catalog tic target=M101 radius=3arcmin Tmag<11",
              "cutout tess coordinates=@_ sector=14 --to cut",
              "refresh",
              "cutout tess target=\"M 101\" --sectors",
              "cutout zcut coordinates=\"10 2\" --surveys"),
          Errand.of("service Mast.Missions.List", "show --limit 3", "set limit 50", "set limit"),
          Errand.of("fields time", "values instrument_name nir", "help search", "cache", "history"),
          Errand.of(SEARCH, "products; searches save one --replace", "searches run one", "refresh"),
          Errand.of("let pid=1073", "search program=$pid --count", "log notes.txt", "log off"));

  private final DayLongClock clock = new DayLongClock(Instant.parse("2026-11-22T12:00:00Z"));

  @Test
  void whatItHoldsDoesNotGrowWithWhatItDoes() throws IOException {
    Typist typist = new Typist();
    Talk out = new Talk();
    Talk err = new Talk();
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.resolve("home").toString(), "MASTSHELL_KEYRING", "off"),
            folder,
            Home.at(folder),
            new BufferedReader(typist),
            new PrintWriter(out),
            new PrintWriter(err),
            World.Terminals.none(),
            clock,
            Optional::empty);
    long began = System.nanoTime();
    ExitCode code =
        new Program(world)
            .run("--server", archive.url().toString(), "--session", "life", "-i", "--no-rc");
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

    Held warm = typist.warm;
    Held end = typist.end;
    Files.writeString(
        Path.of("target", "long-life.txt"),
        "%d commands in %d s%nafter %d: %s%nat the end: %s%n"
            .formatted(COMMANDS, seconds, (int) (COMMANDS * WARM), warm, end));
    assertThat(code).as("the last: %s", err.errors).isEqualTo(ExitCode.DONE);
    assertThat(err.count).as("the last: %s", err.errors).isEqualTo(typist.mistakes);
    assertThat(clock.instant()).isEqualTo(clock.start.plus(LIFE));
    assertThat(end.megabytes())
        .as("%s, then %s", warm, end)
        .isLessThanOrEqualTo(warm.megabytes() + HEAP_MEGABYTES);
    assertThat(end.threads())
        .as("%s, then %s", warm, end)
        .isLessThanOrEqualTo(warm.threads() + THREADS);
    assertThat(end.files())
        .as("%s, then %s", warm, end)
        .isLessThanOrEqualTo(warm.files() + OPEN_FILES);
    assertThat(end.home()).as("%s, then %s", warm, end).isLessThan(2 * warm.home());
    await().pollInSameThread().untilAsserted(() -> assertThat(ownThreads()).isEmpty());
  }

  /**
   * What the process holds after its garbage was collected.
   *
   * @param megabytes of objects
   * @param files and connections that are open
   * @param home kilobytes in the program's own folder
   */
  private record Held(long megabytes, int threads, int files, long home) {
    static Held now(Path home) {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      return new Held(bytes >> 20, LongLifeTest.threads(), openFiles(), size(home) >> 10);
    }

    private static int openFiles() {
      try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
        return (int) open.count();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    private static long size(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public String toString() {
      return megabytes
          + " MB of objects, "
          + threads
          + " threads, "
          + files
          + " open files and connections, "
          + home
          + " KB in its folder";
    }
  }

  /** Threads that do something of the program: not this one, nor those of the archive. */
  private static List<String> ownThreads() {
    List<String> own = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) -> {
              boolean ours =
                  Stream.of(frames)
                      .anyMatch(frame -> frame.getClassName().startsWith("org.mastshell"));
              if (ours
                  && thread != Thread.currentThread()
                  && !thread.getName().equals("demo-archive")) {
                own.add(thread.getName() + " " + List.of(frames));
              }
            });
    return own;
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** Types the next line when the command before has ended: nothing is read before. */
  private final class Typist extends Reader {
    private final List<String> waiting = new ArrayList<>();
    private int typed;
    private int errands;
    private boolean wrong;
    private int mistakes;
    private Held warm;
    private Held end;

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (typed == COMMANDS) {
        if (end == null) {
          end = Held.now(folder.resolve("home"));
        }
        return -1;
      }
      if (typed == (int) (COMMANDS * WARM)) {
        warm = Held.now(folder.resolve("home"));
      }
      String line = next() + "\n";
      typed++;
      clock.set(LIFE.multipliedBy(typed).dividedBy(COMMANDS));
      line.getChars(0, line.length(), buffer, offset);
      return line.length();
    }

    private String next() {
      if (waiting.isEmpty()) {
        Errand one = ERRANDS.get(errands++ % ERRANDS.size());
        waiting.addAll(one.lines());
        waiting.add("drop all");
        wrong = one.wrong();
      }
      String line = waiting.remove(0);
      mistakes += wrong && !waiting.isEmpty() ? 1 : 0;
      return line;
    }

    @Override
    public void close() {}
  }

  /** Counts what says that something is wrong, and keeps the last of it. */
  private static final class Talk extends Writer {
    private static final int KEPT = 12;

    private final Deque<String> errors = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private int count;

    @Override
    public synchronized void write(char[] text, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (text[i] == '\n') {
          end();
        } else {
          line.append(text[i]);
        }
      }
    }

    private void end() {
      if (line.indexOf("error: ") >= 0) {
        count++;
        errors.addLast(line.toString());
        if (errors.size() > KEPT) {
          errors.removeFirst();
        }
      }
      line.setLength(0);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** A clock that is put forward. */
  private static final class DayLongClock extends Clock {
    private final Instant start;
    private volatile Instant now;

    DayLongClock(Instant start) {
      this.start = start;
      this.now = start;
    }

    void set(Duration since) {
      now = start.plus(since);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
