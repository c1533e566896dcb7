package org.mastshell.download;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.mastshell.archive.Progress;
import org.mastshell.archive.WaitText;

/**
 * Counts what comes and says how far a download is: by bytes as long as all sizes are known, else
 * by files, and then without a guess at the time left. Transfers report from their own threads.
 */
final class Meter {
  // What is shown is what the connection gives now; what is foretold must not jump about.
  private static final long SHOWN_FROM = 400;
  private static final long SHOWN_OVER = 5_000;
  private static final long FORETOLD_FROM = 3_000;
  private static final long FORETOLD_OVER = 30_000;
  // What is shorter happens, and is no news.
  private static final long SILENT_FROM = 10_000_000_000L;
  private static final long LONGEST_SECONDS = 100L * 24 * 3600;

  private final AtomicInteger files;
  private final LongSupplier clock;
  private final AtomicInteger filesDone = new AtomicInteger();
  private final AtomicLong bytesExpected;
  private final AtomicInteger unknownSizes;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong bytesKept = new AtomicLong();
  private final AtomicLong bytesMoved = new AtomicLong();
  private final Set<Flow> flows = ConcurrentHashMap.newKeySet();
  private final Set<Pause> pauses = ConcurrentHashMap.newKeySet();
  // Of files that no try is under way for, by data URI: bytes that are here still count.
  private final Map<String, Long> left = new HashMap<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger anew = new AtomicInteger();
  private volatile Supplier<Optional<ParallelLimit.Rest>> rest = Optional::empty;
  private final Pace shown;
  private final Pace foretold;

  Meter(DownloadPlan plan) {
    this(plan.files().size(), plan.bytesToFetch(), plan.unknownSizes(), System::nanoTime);
  }

  /**
   * For so many files.
   *
   * @param bytesExpected listed bytes of those that are to be fetched
   * @param unknownSizes how many of them have no listed size
   * @param clock in nanoseconds
   */
  Meter(int files, long bytesExpected, int unknownSizes, LongSupplier clock) {
    this.files = new AtomicInteger(files);
    this.bytesExpected = new AtomicLong(bytesExpected);
    this.unknownSizes = new AtomicInteger(unknownSizes);
    this.clock = clock;
    long begun = clock.getAsLong();
    this.shown = new Pace(SHOWN_FROM, SHOWN_OVER, begun);
    this.foretold = new Pace(FORETOLD_FROM, FORETOLD_OVER, begun);
  }

  /** Who knows whether the server has asked to be left alone. */
  void restsBy(Supplier<Optional<ParallelLimit.Rest>> asked) {
    rest = asked;
  }

  /** The time by which all of it goes, in nanoseconds. */
  long now() {
    return clock.getAsLong();
  }

  /** A wait between two tries for a file, as long as it is open. */
  final class Pause implements AutoCloseable {
    private final Duration length;
    private final long end;
    private final String why;

    private Pause(Duration length, String why) {
      this.length = length;
      this.end = clock.getAsLong() + length.toNanos();
      this.why = why;
    }

    Duration length() {
      return length;
    }

    private Standstill standstill() {
      Duration time = Duration.ofNanos(Math.max(0, end - clock.getAsLong()));
      return new Standstill("tries again in " + WaitText.left(time), why);
    }

    @Override
    public void close() {
      pauses.remove(this);
    }
  }

  /**
   * A file is waited with.
   *
   * @param why what the last try came to
   */
  Pause pause(Duration length, String why) {
    Pause pause = new Pause(length, why);
    pauses.add(pause);
    return pause;
  }

  synchronized Flow begin(PlannedFile file) {
    Long before = left.remove(file.file().dataUri());
    Flow flow = new Flow(this, file, before == null ? 0 : before);
    flows.add(flow);
    return flow;
  }

  /** So many bytes of a file are here after a try. */
  synchronized void left(PlannedFile file, long bytes) {
    Long before = left.put(file.file().dataUri(), bytes);
    if (before != null && before > bytes) {
      begunAnew();
    }
  }

  /** Bytes of a file that were counted are not to be used. */
  void begunAnew() {
    anew.incrementAndGet();
  }

  /** A file is here. */
  void fileDone() {
    filesDone.incrementAndGet();
  }

  /** One of the files is not asked for: like its bytes, it is not counted. */
  void notToCome() {
    files.decrementAndGet();
  }

  /** A file could not be had: its bytes are waited for no longer. */
  void fileLost(PlannedFile file) {
    lost.incrementAndGet();
    fileCame(file);
  }

  /** A file is here by another download: its bytes are waited for no longer. */
  synchronized void fileCame(PlannedFile file) {
    filesDone.incrementAndGet();
    left.remove(file.file().dataUri());
    if (file.file().listedSize() < 0) {
      unknownSizes.decrementAndGet();
    } else {
      bytesExpected.addAndGet(-file.file().listedSize());
    }
  }

  void expectMore(long bytes) {
    bytesExpected.addAndGet(bytes);
  }

  /** So many sizes more, or less, are not known. */
  void unknownMore(int sizes) {
    unknownSizes.addAndGet(sizes);
  }

  /** So many files more, or less, wait for other downloads that are at them. */
  void waitsMore(int waitingFiles) {
    waiting.addAndGet(waitingFiles);
  }

  void moved(int bytes) {
    bytesMoved.addAndGet(bytes);
  }

  synchronized void ended(Flow flow, boolean kept) {
    flows.remove(flow);
    if (kept) {
      bytesKept.addAndGet(flow.received());
    } else {
      left.put(flow.uri(), flow.received());
    }
  }

  private synchronized long done() {
    long parts = left.values().stream().mapToLong(Long::longValue).sum();
    return bytesKept.get() + parts + flows.stream().mapToLong(Flow::received).sum();
  }

  /** Calls transfers off that have stalled. */
  void endStalled(Duration patience) {
    long now = now();
    flows.forEach(flow -> flow.endIfStalled(now, patience));
  }

  /** How far it is now. To be called by one thread. */
  Progress.Step step() {
    List<Flow> under = List.copyOf(flows);
    long done = done();
    long expected = Math.max(done, bytesExpected.get());
    long now = clock.getAsLong();
    long rate = shown.at(now, bytesMoved.get());
    long steady = foretold.steadyAt(now, bytesMoved.get());
    boolean known = unknownSizes.get() <= 0 && expected > 0;
    List<String> detail = new ArrayList<>();
    detail.add(
        known ? filesDone.get() + "/" + files.get() + " files" : Sizes.text(done) + " so far");
    if (rate > 0) {
      detail.add(Sizes.text(rate) + "/s");
    }
    // Those that are being judged keep no place among the parallel ones.
    List<Flow> moving = under.stream().filter(Flow::isMoving).toList();
    List<Flow> named = moving.isEmpty() ? under : moving;
    if (!named.isEmpty()) {
      int more = named.size() - 1;
      detail.add(named.get(0).name() + (more > 0 ? " +" + more : ""));
    }
    int held = waiting.get();
    if (held > 0) {
      detail.add(held == 1 ? "1 waits for another download" : held + " wait for another download");
    }
    if (lost.get() > 0) {
      detail.add(lost.get() + " failed");
    }
    if (anew.get() > 0) {
      detail.add(anew.get() + " begun anew");
    }
    Standstill still = standstill(under, moving);
    if (!still.why().isEmpty()) {
      detail.add(still.why());
    }
    String words = String.join(" · ", detail);
    String pause = still.words();
    return known
        ? new Progress.Step(
            done, expected, "bytes", words, secondsLeft(expected - done, steady), pause)
        : new Progress.Step(filesDone.get(), files.get(), "files", words, -1, pause);
  }

  /**
   * Nothing is asked for now.
   *
   * @param words for how long, short enough for a narrow screen; empty if it is not so
   * @param why what the archive, or the last try, came to
   */
  private record Standstill(String words, String why) {}

  private Standstill standstill(List<Flow> under, List<Flow> moving) {
    Standstill none = new Standstill("", "");
    Optional<ParallelLimit.Rest> asked = rest.get();
    if (asked.isPresent()) {
      String time = WaitText.left(asked.get().left());
      return new Standstill("waits %s: the archive asked".formatted(time), asked.get().reason());
    }
    long silent = silentNanos(moving);
    if (silent >= SILENT_FROM) {
      return new Standstill("no bytes for " + WaitText.left(Duration.ofNanos(silent)), "");
    }
    return under.isEmpty()
        ? pauses.stream()
            .min(Comparator.comparingLong(one -> one.end))
            .map(Pause::standstill)
            .orElse(none)
        : none;
  }

  // As long as any of them gets on, so does the whole.
  private long silentNanos(List<Flow> moving) {
    long now = now();
    return moving.stream().mapToLong(flow -> flow.silentNanos(now)).min().orElse(0);
  }

  private static long secondsLeft(long bytes, long rate) {
    return rate <= 0 || bytes / rate > LONGEST_SECONDS ? -1 : (bytes + rate - 1) / rate;
  }
}
