package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends calls whose time is up, on a thread of its own that lasts as long as there are calls. The
 * HTTP library has such a thread too, but for the whole program: where memory ends in that one, it
 * is gone and nothing starts it again. Here what could not be done for want of memory is done when
 * there is some. Safe for use by several threads.
 */
final class CallWatch {
  static final String THREAD = "deadlines";

  private static final long LOOK_MILLIS = 1_000;
  private static final long SHORT_OF_MEMORY_MILLIS = 50;

  private final List<Watched> watched = new ArrayList<>();
  private Thread thread;

  private record Watched(Deadline deadline, Runnable end) {}

  /**
   * Has something done when a time is up, on another thread and once, unless the registration is
   * closed before.
   *
   * @param end must not wait
   */
  Cancellation.Registration at(Deadline deadline, Runnable end) {
    Watched one = new Watched(deadline, end);
    synchronized (this) {
      if (thread == null || !thread.isAlive()) {
        Thread started = new Thread(this::run, THREAD);
        started.setDaemon(true);
        started.start();
        thread = started;
      }
      watched.add(one);
      if (next().equals(Optional.of(one))) {
        notifyAll();
      }
    }
    return () -> forget(one);
  }

  private synchronized void forget(Watched one) {
    watched.remove(one);
  }

  private void run() {
    boolean more = true;
    while (more) {
      try {
        more = endNext();
      } catch (OutOfMemoryError full) {
        awaitMemory();
      } catch (InterruptedException nobodyDoes) {
        more = true;
      }
    }
  }

  /** Waits for the next that is due, and ends it; false if there is none for a while. */
  private boolean endNext() throws InterruptedException {
    Watched due;
    synchronized (this) {
      Optional<Watched> next = next();
      if (next.isEmpty()) {
        wait(LOOK_MILLIS);
        if (watched.isEmpty()) {
          thread = null;
        }
        return !watched.isEmpty();
      }
      due = next.get();
      if (!due.deadline().passed()) {
        // Of one that is over meanwhile nobody tells.
        wait(Math.min(LOOK_MILLIS, due.deadline().remaining().toMillis() + 1));
        return true;
      }
    }
    due.end().run();
    forget(due);
    return true;
  }

  private Optional<Watched> next() {
    Watched next = null;
    for (Watched one : watched) {
      if (next == null || one.deadline().remaining().compareTo(next.deadline().remaining()) < 0) {
        next = one;
      }
    }
    return Optional.ofNullable(next);
  }

  private synchronized void awaitMemory() {
    try {
      wait(SHORT_OF_MEMORY_MILLIS);
    } catch (InterruptedException nobodyDoes) {
      return;
    }
  }
}
