package org.mastshell.shell;

import java.util.concurrent.atomic.AtomicReference;
import org.mastshell.archive.Cancellation;

/** Hands Ctrl-C to the command that runs now, if one does. Safe for use from any thread. */
final class Interrupts {
  private final AtomicReference<Cancellation> running = new AtomicReference<>();

  /** A command begins. */
  Cancellation begin() {
    Cancellation cancellation = new Cancellation();
    running.set(cancellation);
    return cancellation;
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
}
