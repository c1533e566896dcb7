package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells work under way that it is no longer wanted. Made anew for each command; Ctrl-C trips it.
 * Safe for use by several threads.
 */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Ends an interest in a cancellation. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** Calls the work off: every registered action runs now, on this thread, once. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether the work was called off. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Goes on only while the work is wanted.
   *
   * @throws CancelledException if it was called off
   */
  public void check() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /** Has an action run on cancellation; at once if that has happened already. */
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void remove(Runnable action) {
    actions.remove(action);
  }
}
