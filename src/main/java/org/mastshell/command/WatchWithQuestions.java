package org.mastshell.command;

import org.mastshell.archive.Progress;

/** Shows the progress of a call of the archive that may have to ask the person something. */
final class WatchWithQuestions implements Progress, AutoCloseable {
  private final Work work;
  private final String activity;
  private Watch watch;

  WatchWithQuestions(Work work, String activity) {
    this.work = work;
    this.activity = activity;
    this.watch = work.watch(activity);
  }

  // Those of one that is closed are ignored.
  @Override
  public void update(Step step) {
    current().update(step);
  }

  private synchronized Watch current() {
    return watch;
  }

  /** Asks in the place of the line of progress, which goes on after that. */
  boolean confirm(String question) {
    current().close();
    try {
      return work.console().confirm(question);
    } finally {
      begin();
    }
  }

  private synchronized void begin() {
    watch = work.watch(activity);
  }

  @Override
  public void close() {
    current().close();
  }
}
