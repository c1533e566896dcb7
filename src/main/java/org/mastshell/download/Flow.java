package org.mastshell.download;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mastshell.archive.Cancellation;

/** One try to fetch one file, while it is under way: what came of it and when. */
final class Flow implements AutoCloseable {
  private final Meter meter;
  private final String name;
  private final Cancellation cancellation = new Cancellation();
  private final long listed;
  private volatile long expected;
  private final AtomicLong received = new AtomicLong();
  private volatile long lastNews = Long.MIN_VALUE;
  private volatile boolean stalled;
  private volatile boolean kept;

  Flow(Meter meter, PlannedFile file) {
    this.meter = meter;
    this.name = file.name();
    this.listed = Math.max(0, file.file().listedSize());
    this.expected = listed;
  }

  String name() {
    return name;
  }

  /** What calls this try off: the person, or the watch over stalled transfers. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** The reply is there: from now on bytes have to come. */
  void begins(long statedLength) {
    if (statedLength >= 0) {
      meter.expectMore(statedLength - expected);
      expected = statedLength;
    }
    lastNews = System.nanoTime();
  }

  void received(int bytes) {
    received.addAndGet(bytes);
    lastNews = System.nanoTime();
    meter.moved(bytes);
  }

  long received() {
    return received.get();
  }

  /** Calls the try off if no byte has come for too long. */
  void endIfStalled(long now, Duration patience) {
    if (lastNews != Long.MIN_VALUE && now - lastNews > patience.toNanos()) {
      stalled = true;
      cancellation.cancel();
    }
  }

  boolean isStalled() {
    return stalled;
  }

  /** The file is complete: its bytes stay counted. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (!kept) {
      meter.expectMore(listed - expected);
    }
    meter.ended(this, kept);
  }
}
