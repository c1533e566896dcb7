package org.mastshell.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.mastshell.command.ExitCode;

/**
 * How the process ends. When the system ends it (Ctrl-C in a script, a closed terminal, SIGTERM),
 * the running command is called off and has a moment to put its files in order and to say so. The
 * exit code is that of whoever ended it first.
 */
final class Shutdown {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Interrupts interrupts;
  private final IntConsumer exit;
  private final AtomicReference<By> first = new AtomicReference<>(By.NOBODY);
  private final CountDownLatch ended = new CountDownLatch(1);

  private enum By {
    NOBODY,
    PROGRAM,
    SYSTEM
  }

  /**
   * @param exit ends the process with a code
   */
  Shutdown(Interrupts interrupts, IntConsumer exit) {
    this.interrupts = interrupts;
    this.exit = exit;
  }

  /** From now on the process does not end without it. */
  void await() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::callOff, "shutdown"));
  }

  /**
   * The program has come to its end: nothing is to be called off any more, and the process ends.
   * Where the system is ending it, this returns, and the code of the signal stands: Java would take
   * a code that comes between the last of its own steps and the end of the process.
   */
  void end(ExitCode code) {
    boolean own = first.compareAndSet(By.NOBODY, By.PROGRAM);
    ended.countDown();
    if (own) {
      exit.accept(code.number());
    }
  }

  /** What is done when the process ends, by whomever. */
  void callOff() {
    if (!first.compareAndSet(By.NOBODY, By.SYSTEM) || !interrupts.interruptForGood()) {
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
