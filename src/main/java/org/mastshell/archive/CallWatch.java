package org.mastshell.archive;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends calls whose time is up, on a thread of its own that lasts as long as there are calls. The
 * HTTP library has such a thread too, but for the whole program: where memory ends in that one, it
 * is gone and nothing starts it again. Here a call whose end fails for want of memory is ended when
 * there is some, and a thread that is lost is replaced, at the latest with the next call. Safe for
 * use by several threads.
 */
final class CallWatch {
  static final String THREAD = "deadlines";

  private static final long IDLE_SECONDS = 1;
  private static final long SHORT_OF_MEMORY_NANOS = 50_000_000;

  private final ScheduledThreadPoolExecutor calls =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, THREAD);
            thread.setDaemon(true);
            return thread;
          });

  CallWatch() {
    calls.setRemoveOnCancelPolicy(true);
    calls.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    calls.allowCoreThreadTimeOut(true);
  }

  /**
   * Has something done when a time is up, on another thread and once, unless the registration is
   * closed before.
   *
   * @param end must not wait
   */
  Cancellation.Registration at(Deadline deadline, Runnable end) {
    Future<?> due =
        calls.schedule(
            () -> insist(end), deadline.remaining().toMillis() + 1, TimeUnit.MILLISECONDS);
    return () -> due.cancel(false);
  }

  private static void insist(Runnable end) {
    while (true) {
      try {
        end.run();
        return;
      } catch (OutOfMemoryError full) {
        LockSupport.parkNanos(SHORT_OF_MEMORY_NANOS);
      }
    }
  }
}
