package org.mastshell.download;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.WaitText;

/** One try to fetch one file, while it is under way: what came of it and when. */
final class Flow implements AutoCloseable {
  /** Fewer bytes a second than this, over two patiences, are a drip that would never end. */
  static final long LEAST_RATE = 512;

  private static final int DRIP_PATIENCES = 2;
  // An archive may have to find a file first.
  private static final int ANSWER_PATIENCES = 2;
  private static final long NOT_YET = Long.MIN_VALUE;

  private final Meter meter;
  private final String name;
  private final String uri;
  private final Cancellation cancellation = new Cancellation();
  private final long listed;
  private final boolean sized;
  private volatile long expected;
  private volatile boolean stated;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private volatile long askedAt = NOT_YET;
  private volatile long lastNews = NOT_YET;
  private long windowBegun = NOT_YET;
  private long receivedBefore;
  private volatile String trouble = "";
  private volatile boolean arrived;
  private volatile boolean whole;

  /**
   * @param left bytes that are here of an earlier try, and are counted
   */
  Flow(Meter meter, PlannedFile file, long left) {
    this.meter = meter;
    this.uri = file.file().dataUri();
    this.kept.set(left);
    this.name = file.name();
    // Nothing is expected of a file that is only asked about.
    this.sized = file.isThere() || file.file().listedSize() >= 0;
    this.listed = file.isThere() ? 0 : Math.max(0, file.file().listedSize());
    this.expected = listed;
  }

  String uri() {
    return uri;
  }

  String name() {
    return name;
  }

  /** What calls this try off: the person, or the watch over transfers that do not get on. */
  Cancellation cancellation() {
    return cancellation;
  }

  /**
   * A request is made: the head of its reply, and what comes with a refusal, has to be here soon.
   */
  void asks() {
    askedAt = meter.now();
    lastNews = NOT_YET;
  }

  /**
   * The reply is there: from now on bytes have to come.
   *
   * @param statedLength of the whole file, or -1
   */
  void answered(long statedLength) {
    if (statedLength >= 0) {
      meter.expectMore(statedLength - expected);
      meter.unknownMore(sized || stated ? 0 : -1);
      expected = statedLength;
      stated = true;
    }
    lastNews = meter.now();
  }

  /**
   * Its bytes come.
   *
   * @param offset how many were here before and stay
   */
  void begins(long offset) {
    if (kept.getAndSet(offset) > offset) {
      meter.begunAnew();
    }
  }

  void received(int bytes) {
    received.addAndGet(bytes);
    lastNews = meter.now();
    meter.moved(bytes);
  }

  /** So many bytes came once more of those that are here: they show that it gets on. */
  void repeated(int bytes) {
    repeated.addAndGet(bytes);
    lastNews = meter.now();
    meter.moved(bytes);
  }

  /** Bytes of the file that are here, those of earlier tries included. */
  long received() {
    return kept.get() + received.get();
  }

  /**
   * Calls the try off if no byte has come for too long, or hardly any. To be called by one thread.
   */
  void endIfStalled(long now, Duration patience) {
    if (!trouble.isEmpty()) {
      return;
    }
    if (lastNews == NOT_YET) {
      endIfUnanswered(now, patience.multipliedBy(ANSWER_PATIENCES));
      return;
    }
    if (now - lastNews > patience.toNanos()) {
      giveUp("no byte came for " + WaitText.of(patience));
      return;
    }
    if (windowBegun == NOT_YET) {
      windowBegun = now;
      receivedBefore = moved();
    }
    Duration window = patience.multipliedBy(DRIP_PATIENCES);
    if (now - windowBegun >= window.toNanos()) {
      long came = moved() - receivedBefore;
      if (came < LEAST_RATE * window.toMillis() / 1000) {
        giveUp("only " + came + " bytes came in " + WaitText.of(window));
      }
      windowBegun = now;
      receivedBefore = moved();
    }
  }

  private long moved() {
    return received.get() + repeated.get();
  }

  // Silence alone would not tell: one byte after the other is no answer either.
  private void endIfUnanswered(long now, Duration patience) {
    long asked = askedAt;
    if (asked != NOT_YET && now - asked > patience.toNanos()) {
      giveUp("the archive did not answer within " + WaitText.of(patience));
    }
  }

  /**
   * For how long no byte has come, or no answer.
   *
   * @return 0 where nothing is waited for
   */
  long silentNanos(long now) {
    long since = lastNews == NOT_YET ? askedAt : lastNews;
    return since == NOT_YET ? 0 : Math.max(0, now - since);
  }

  private void giveUp(String why) {
    trouble = why;
    cancellation.cancel();
  }

  boolean isStalled() {
    return !trouble.isEmpty();
  }

  /** Why it was called off by the watch; empty if it was not. */
  String trouble() {
    return trouble;
  }

  /** All its bytes are here: what is left is to judge it and to name it. */
  void arrived() {
    arrived = true;
  }

  /** Whether bytes are still to come. */
  boolean isMoving() {
    return !arrived;
  }

  /** The file is complete: its bytes stay counted. */
  void keep() {
    whole = true;
  }

  @Override
  public void close() {
    boolean known = sized || stated;
    if (whole) {
      meter.expectMore(received() - expected);
      meter.unknownMore(known ? 0 : -1);
    } else {
      meter.expectMore(listed - expected);
      meter.unknownMore(!sized && stated ? 1 : 0);
    }
    meter.ended(this, whole);
  }
}
