package org.mastshell.download;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.mastshell.archive.Progress;

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

  Flow begin(PlannedFile file) {
    Flow flow = new Flow(this, file);
    flows.add(flow);
    return flow;
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
    filesDone.incrementAndGet();
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

  void ended(Flow flow, boolean kept) {
    flows.remove(flow);
    if (kept) {
      bytesKept.addAndGet(flow.received());
    }
  }

  /** Calls transfers off that have stalled. */
  void endStalled(Duration patience) {
    long now = System.nanoTime();
    flows.forEach(flow -> flow.endIfStalled(now, patience));
  }

  /** How far it is now. To be called by one thread. */
  Progress.Step step() {
    List<Flow> under = List.copyOf(flows);
    long done = bytesKept.get() + under.stream().mapToLong(Flow::received).sum();
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
    if (!under.isEmpty()) {
      int more = under.size() - 1;
      detail.add(under.get(0).name() + (more > 0 ? " +" + more : ""));
    }
    int held = waiting.get();
    if (held > 0) {
      detail.add(held == 1 ? "1 waits for another download" : held + " wait for another download");
    }
    String words = String.join(" · ", detail);
    return known
        ? new Progress.Step(done, expected, "bytes", words, secondsLeft(expected - done, steady))
        : new Progress.Step(filesDone.get(), files.get(), "files", words);
  }

  private static long secondsLeft(long bytes, long rate) {
    return rate <= 0 || bytes / rate > LONGEST_SECONDS ? -1 : (bytes + rate - 1) / rate;
  }
}
