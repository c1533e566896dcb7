package org.mastshell.output;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows that something goes on: in a terminal, after half a second, one line that is drawn over at
 * most ten times a second and wiped at the end; elsewhere a line every five seconds, so that what
 * is short leaves none in a log; nothing at all when quiet. Updates may come from any thread.
 * Between two updates the time goes on, so that a person sees that a slow reply is waited for.
 */
public final class ProgressLine implements AutoCloseable {
  /** Takes away what stands in the line of the cursor. */
  static final String WIPE = "\r\u001b[K";

  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long REDRAWN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long REPEATED = TimeUnit.SECONDS.toNanos(5);
  private static final long SELDOM = TimeUnit.MINUTES.toNanos(1);
  private static final int FREE_COLUMNS = 3;

  private final Console console;
  private final Paint paint;
  private final String activity;
  private final LongSupplier clock;
  private final long start;
  private final ScheduledExecutorService ticker;
  private ProgressText.State state = ProgressText.State.START;
  private long next;
  private long nextOfTheSame;
  private long wait = REPEATED;
  private long printed = -1;
  private boolean drawn;
  private boolean closed;

  /**
   * Begins an activity.
   *
   * @param activity what is done, one or two words
   */
  public ProgressLine(Console console, Style style, String activity) {
    this(console, style, activity, System::nanoTime, !style.quiet());
  }

  /**
   * With a clock of its own.
   *
   * @param ticking whether the line draws itself again as time goes by, not only at updates
   */
  ProgressLine(Console console, Style style, String activity, LongSupplier clock, boolean ticking) {
    this.console = console;
    this.paint = new Paint(style);
    this.activity = CleanText.oneLine(activity);
    this.clock = clock;
    this.start = clock.getAsLong();
    this.next = start + (console.talkIsTerminal() ? FIRST : REPEATED);
    this.nextOfTheSame = next;
    this.closed = style.quiet();
    this.ticker = ticking ? ticker() : null;
  }

  /**
   * Tells how far it is.
   *
   * @param done how much is done
   * @param total of how much; 0 or less if that is not known
   * @param unit what is counted, in the plural; {@code bytes} are shown as sizes
   * @param detail what else is worth saying; may be empty
   */
  public void update(long done, long total, String unit, String detail) {
    update(new ProgressText.State(done, total, unit, detail));
  }

  /** The same, with all that can be told. */
  public synchronized void update(ProgressText.State now) {
    state = now;
    draw();
  }

  /** Wipes the line. Further updates are ignored. */
  @Override
  public void close() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
    synchronized (this) {
      closed = true;
      if (drawn) {
        console.talk().print(WIPE);
        console.talk().flush();
        drawn = false;
      }
    }
  }

  /** Draws the line if it is time to. */
  synchronized void draw() {
    long now = clock.getAsLong();
    if (closed || now - next < 0) {
      return;
    }
    if (!console.talkIsTerminal() && state.done() == printed && now - nextOfTheSame < 0) {
      return;
    }
    double seconds = (now - start) / 1e9;
    PrintWriter talk = console.talk();
    if (console.talkIsTerminal()) {
      // Some terminals go to the next line when the last column is filled, and a terminal writes ^C
      // behind the line: what has gone to the next line is not wiped.
      int room = console.width() > 0 ? console.width() - FREE_COLUMNS : Integer.MAX_VALUE;
      String line = ProgressText.drawn(activity, state, seconds, room);
      talk.print(WIPE + paint.faint(ScreenWidth.fit(line, room)));
      drawn = true;
      // On a grid, so that a tick that comes a little early is not lost until the next one.
      next = now - (now - start) % REDRAWN + REDRAWN;
    } else {
      talk.println(ProgressText.plain(activity, state, seconds));
      // Who reads a log learns little from the same line again.
      wait = state.done() == printed ? Math.min(2 * wait, SELDOM) : REPEATED;
      printed = state.done();
      next = now + REPEATED;
      nextOfTheSame = now + wait;
    }
    talk.flush();
  }

  private ScheduledExecutorService ticker() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused = executor.scheduleAtFixedRate(this::draw, FIRST, REDRAWN, TimeUnit.NANOSECONDS);
    return executor;
  }
}
