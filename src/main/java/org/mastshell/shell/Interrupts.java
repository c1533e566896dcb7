package org.mastshell.shell;

import java.util.concurrent.atomic.AtomicReference;
import org.mastshell.archive.Cancellation;

/**
 * Hands Ctrl-C to the command that runs now, if one does, and remembers that the process is to end.
 * Safe for use from any thread.
 */
final class Interrupts {
  private volatile boolean ending;
  private final AtomicReference<Cancellation> running = new AtomicReference<>();

  /** A command begins; it is called off already when the process is to end. */
  Cancellation begin() {
    Cancellation cancellation = new Cancellation();
    running.set(cancellation);
    if (ending) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** Whether the process is to end, so that no line is worth reading. */
  boolean isForGood() {
    return ending;
  }

  /** The command has ended. */
  void end() {
    running.set(null);
  }

  /** Calls the running command off; false if none runs. */
  boolean interrupt() {
    Cancellation cancellation = running.get();
    if (cancellation != null) {
      cancellation.cancel();
    }
    return cancellation != null;
  }

  /** Calls this command and all to come off, since the process ends; false if none runs. */
  boolean interruptForGood() {
    ending = true;
    return interrupt();
  }
}
