package org.mastshell.shell;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.mastshell.archive.Cancellation;

/**
 * Hands Ctrl-C to the command that runs now, if one does, and remembers that the process is to end.
 * Safe for use from any thread.
 */
final class Interrupts {
  private volatile boolean ending;
  private final Deque<Cancellation> running = new ConcurrentLinkedDeque<>();

  /**
   * A command begins; it is called off already when the process is to end. One inside another (of a
   * script that is run by source) shares its fate, also in the moment between two lines.
   */
  Cancellation begin() {
    Cancellation outer = running.peek();
    Cancellation cancellation = outer == null ? new Cancellation() : outer;
    running.push(cancellation);
    if (ending) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** Whether the process is to end, so that no line is worth reading. */
  boolean isForGood() {
    return ending;
  }

  /** The command that began last has ended. */
  void end() {
    running.pop();
  }

  /** Calls the running command off; false if none runs. */
  boolean interrupt() {
    Cancellation cancellation = running.peek();
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
