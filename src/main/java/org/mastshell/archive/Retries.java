package org.mastshell.archive;

import java.time.Duration;

/** Tries something again, after growing waits, while that may help and is allowed. */
final class Retries {
  private final int allowed;
  private final Pauses pauses;

  Retries(int allowed, Pauses pauses) {
    this.allowed = allowed;
    this.pauses = pauses;
  }

  /** Something that may fail and be tried again. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws TransientFailure;
  }

  /** Follows the failures of one answer; a success in between starts the count anew. */
  final class Count {
    private int failures;

    void succeeded() {
      failures = 0;
    }

    /**
     * Waits before the next try.
     *
     * @throws ArchiveException the trouble itself, where no further try is due
     */
    void failed(TransientFailure failure, Deadline deadline, Cancellation cancellation) {
      cancellation.check();
      failures++;
      if (failures > Math.min(allowed, failure.retries())) {
        throw failure.trouble();
      }
      Duration asked = failure.retryAfter().orElse(Duration.ZERO);
      if (Pauses.isTooLong(asked)) {
        throw leftAlone(failure.trouble(), asked);
      }
      Duration pause = pauses.beforeRetry(failures, failure);
      if (pause.compareTo(deadline.remaining()) >= 0) {
        throw failure.trouble();
      }
      Pauses.sleep(pause, cancellation);
    }
  }

  private static ArchiveException leftAlone(ArchiveException trouble, Duration asked) {
    return new ArchiveException(
        trouble.kind(),
        trouble.getMessage() + " and asks to be left alone for " + WaitText.of(asked),
        "ask again after that",
        trouble);
  }

  <T> T run(Attempt<T> attempt, Deadline deadline, Cancellation cancellation) {
    Count count = new Count();
    while (true) {
      cancellation.check();
      try {
        return attempt.run();
      } catch (TransientFailure failure) {
        count.failed(failure, deadline, cancellation);
      }
    }
  }

  /** Waits before asking again for the answer to a question that the server is working on. */
  void awaitPoll(int poll, Deadline deadline, Cancellation cancellation) {
    Duration pause = pauses.beforePoll(poll);
    Duration remaining = deadline.remaining();
    Pauses.sleep(pause.compareTo(remaining) < 0 ? pause : remaining, cancellation);
  }
}
