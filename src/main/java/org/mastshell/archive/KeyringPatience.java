package org.mastshell.archive;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How long the system's keyring is waited for: its service may hang, or ask a person to unlock it.
 * One that has not answered once is not asked again, so that no command waits for it twice. Safe
 * for use by several threads.
 */
public final class KeyringPatience {
  private final Duration limit;
  private final Consumer<String> tell;
  private boolean lost;

  /**
   * @param limit the longest wait
   * @param tell is told, once, that it is over
   */
  public KeyringPatience(Duration limit, Consumer<String> tell) {
    this.limit = Objects.requireNonNull(limit);
    this.tell = Objects.requireNonNull(tell);
  }

  /**
   * What a keyring answers; empty if it does not.
   *
   * @param where its name
   * @param afterwards what it may do all the same when nobody waits for it any more; may be empty
   * @param question is asked on a thread of its own, which is left to itself if it hangs; is given
   *     what tells it then that its answer is not wanted any more
   * @param cancellation ends the wait
   * @throws CancelledException if the wait was called off
   */
  <T> Optional<T> await(
      String where,
      String afterwards,
      Function<Cancellation, T> question,
      Cancellation cancellation) {
    cancellation.check();
    if (isLost()) {
      return Optional.empty();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Cancellation unwanted = new Cancellation();
    Thread asking = new Thread(() -> complete(answer, question, unwanted), "keyring");
    asking.setDaemon(true);
    asking.start();
    Cancellation.Registration registration =
        cancellation.onCancel(() -> answer.completeExceptionally(new CancelledException()));
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      lose(where + " has not answered for " + text() + ", and is passed over" + afterwards);
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CancelledException calledOff) {
        throw calledOff;
      }
      if (failed.getCause() instanceof ArchiveException refused) {
        throw refused;
      }
      throw new IllegalStateException(where + " failed", failed.getCause());
    } finally {
      registration.close();
      unwanted.cancel();
    }
  }

  /** The wait, in words. */
  String text() {
    return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  private synchronized boolean isLost() {
    return lost;
  }

  private synchronized void lose(String why) {
    if (!lost) {
      lost = true;
      tell.accept(why + "; MASTSHELL_KEYRING=off never asks it");
    }
  }

  private static <T> void complete(
      CompletableFuture<T> answer, Function<Cancellation, T> question, Cancellation unwanted) {
    try {
      answer.complete(question.apply(unwanted));
    } catch (RuntimeException | LinkageError failure) {
      answer.completeExceptionally(failure);
    }
  }
}
