package org.mastshell.archive;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How long a place outside of this program is waited for. One that has not answered once is not
 * asked again, so that no command waits for it twice. Safe for use by several threads.
 */
public final class Patience {
  private final Duration limit;
  private final Consumer<String> tell;
  private boolean lost;

  /**
   * @param limit the longest wait
   * @param tell is told, once, that it is over
   */
  public Patience(Duration limit, Consumer<String> tell) {
    this.limit = Objects.requireNonNull(limit);
    this.tell = Objects.requireNonNull(tell);
  }

  /**
   * What a place answers; empty if it does not.
   *
   * @param where its name
   * @param question is asked on a thread of its own, which is left to itself if it hangs
   */
  synchronized <T> Optional<T> await(String where, Supplier<T> question) {
    if (lost) {
      return Optional.empty();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread asking = new Thread(() -> complete(answer, question), "keyring");
    asking.setDaemon(true);
    asking.start();
    try {
      return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      lost = true;
      tell.accept(
          "%s has not answered for %s, and is passed over; MASTSHELL_KEYRING=off never asks it"
              .formatted(where, text()));
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ArchiveException refused) {
        throw refused;
      }
      throw new IllegalStateException(where + " failed", failed.getCause());
    }
  }

  /** The wait, in words. */
  String text() {
    return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> question) {
    try {
      answer.complete(question.get());
    } catch (RuntimeException | LinkageError failure) {
      answer.completeExceptionally(failure);
    }
  }
}
