package org.mastshell.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the system ends the process (Ctrl-C in a script, a closed terminal, SIGTERM):
 * the running command is called off and has a moment to put its files in order and to say so.
 */
final class Shutdown {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Interrupts interrupts;
  private final CountDownLatch ended = new CountDownLatch(1);

  Shutdown(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  /** From now on the process does not end without it. */
  void await() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::callOff, "shutdown"));
  }

  /** The program has ended by itself: nothing is to be called off any more. */
  void programEnded() {
    ended.countDown();
  }

  private void callOff() {
    if (ended.getCount() == 0 || !interrupts.interruptForGood()) {
      return;
    }
    try {
      // Whether it came in time or not, the process ends now.
      boolean unused = ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
