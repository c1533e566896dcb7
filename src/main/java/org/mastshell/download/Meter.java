package org.mastshell.download;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.mastshell.archive.Progress;

/** Counts what comes and says how far a download is. Transfers report from their own threads. */
final class Meter {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long SHORTEST_WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private final int files;
  private final AtomicInteger filesDone = new AtomicInteger();
  private final AtomicLong bytesExpected;
  private final AtomicLong bytesKept = new AtomicLong();
  private final AtomicLong bytesMoved = new AtomicLong();
  private final Set<Flow> flows = ConcurrentHashMap.newKeySet();
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long time, long moved) {}

  Meter(int files, long bytesExpected) {
    this.files = files;
    this.bytesExpected = new AtomicLong(bytesExpected);
  }

  Flow begin(PlannedFile file) {
    Flow flow = new Flow(this, file);
    flows.add(flow);
    return flow;
  }

  void fileDone() {
    filesDone.incrementAndGet();
  }

  void expectMore(long bytes) {
    bytesExpected.addAndGet(bytes);
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
    StringBuilder detail = new StringBuilder();
    detail.append(Sizes.part(done, Math.max(done, bytesExpected.get())));
    long rate = rate();
    if (rate > 0) {
      detail.append(" · ").append(Sizes.text(rate)).append("/s");
    }
    if (!under.isEmpty()) {
      detail.append(" · ").append(under.get(0).name());
    }
    if (under.size() > 1) {
      detail.append(" +").append(under.size() - 1);
    }
    return new Progress.Step(filesDone.get(), files, "files", detail.toString());
  }

  // Over the last seconds, so that it shows what the connection gives now.
  private long rate() {
    Sample now = new Sample(System.nanoTime(), bytesMoved.get());
    samples.addLast(now);
    while (samples.size() > 2 && now.time - samples.peekFirst().time > WINDOW_NANOS) {
      samples.removeFirst();
    }
    Sample then = samples.peekFirst();
    long nanos = now.time - then.time;
    return nanos < SHORTEST_WINDOW_NANOS ? 0 : (long) ((now.moved - then.moved) * 1e9 / nanos);
  }
}
