package org.mastshell.archive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for many things in batches, several at once. A batch that is not answered is split until the
 * thing that stands in the way is alone.
 *
 * @param <T> the things
 * @param <R> what a batch is answered with
 */
final class Batches<T, R> {
  // So many failures in a row, whatever is asked, mean that the archive answers nothing more.
  private static final int HOPELESS = 16;

  private final List<T> things;
  private final BatchSize size;
  private final Asking<T, R> asking;
  private final Taking<T, R> taking;
  private final Deque<Batch<T>> halves = new ArrayDeque<>();
  private final TreeMap<Integer, T> unanswered = new TreeMap<>();
  private boolean keepsRest;
  private boolean enough;
  private int taken;
  private int answered;
  private int requests;
  private int failuresInARow;
  private ArchiveException lastTrouble;

  /**
   * @param things what is asked for, in order
   * @param size how many a batch holds
   * @param asking asks for a batch; called from several threads
   * @param taking is given what comes, from the thread that runs this
   */
  Batches(List<T> things, BatchSize size, Asking<T, R> asking, Taking<T, R> taking) {
    this.things = List.copyOf(things);
    this.size = size;
    this.asking = asking;
    this.taking = taking;
  }

  /**
   * Trouble in which the size of a batch plays no part then ends the asking, not the whole: what
   * came before stays, unless nothing did.
   */
  Batches<T, R> keepingRest() {
    keepsRest = true;
    return this;
  }

  /**
   * Some of the things, asked for together.
   *
   * @param first the place of the first of them among all
   */
  record Batch<T>(int first, List<T> things) {

    /** The two halves of a batch of two or more. */
    List<Batch<T>> halves() {
      int middle = things.size() / 2;
      return List.of(
          new Batch<>(first, things.subList(0, middle)),
          new Batch<>(first + middle, things.subList(middle, things.size())));
    }
  }

  /**
   * What came for a batch.
   *
   * @param rows how many rows the archive sent
   */
  record Answer<R>(R content, long rows) {}

  /** Asks for a batch. */
  @FunctionalInterface
  interface Asking<T, R> {
    /**
     * The answer.
     *
     * @throws ArchiveException if there is none
     */
    Answer<R> ask(Batch<T> batch, Cancellation cancellation);
  }

  /** Takes what came, in whatever order. */
  @FunctionalInterface
  interface Taking<T, R> {
    /**
     * Takes the answer for a batch.
     *
     * @param answer empty where none came, and none will
     * @return whether more is wanted
     */
    boolean take(Batch<T> batch, Optional<Answer<R>> answer);
  }

  /**
   * How it ended.
   *
   * @param unanswered the things for which there was no answer, by their places
   * @param trouble why; empty if nothing is unanswered
   */
  record Ending<T>(Map<Integer, T> unanswered, int requests, Optional<ArchiveException> trouble) {
    /** Why things are unanswered, in words; empty if none are. */
    String reason() {
      return trouble.map(ArchiveException::getMessage).orElse("");
    }
  }

  // Either there is an answer or trouble; the other is null.
  private record Outcome<T, R>(
      Batch<T> batch, long nanos, Answer<R> answer, ArchiveException trouble) {}

  /**
   * Asks until all is answered, given up, or no more is wanted. When called off, nothing is kept.
   *
   * @param parallel how many batches are asked for at once
   * @throws ArchiveException on trouble that ends the work, and where nothing was answered
   */
  Ending<T> run(int parallel, Cancellation cancellation) {
    Cancellation own = new Cancellation();
    ExecutorService workers = Executors.newFixedThreadPool(parallel, Batches::daemon);
    Cancellation.Registration registration = cancellation.onCancel(own::cancel);
    try {
      CompletionService<Outcome<T, R>> pending = new ExecutorCompletionService<>(workers);
      int running = 0;
      while (true) {
        while (running < parallel && hasMore()) {
          Batch<T> batch = nextBatch();
          pending.submit(() -> ask(batch, own));
          running++;
          requests++;
        }
        if (running == 0 || enough) {
          break;
        }
        take(await(pending));
        running--;
      }
    } finally {
      registration.close();
      own.cancel();
      workers.shutdownNow();
    }
    cancellation.check();
    return ending();
  }

  private Outcome<T, R> ask(Batch<T> batch, Cancellation own) {
    long start = System.nanoTime();
    try {
      Answer<R> answer = asking.ask(batch, own);
      return new Outcome<>(batch, System.nanoTime() - start, answer, null);
    } catch (ArchiveException trouble) {
      return new Outcome<>(batch, System.nanoTime() - start, null, trouble);
    }
  }

  private boolean hasMore() {
    return !enough && failuresInARow < HOPELESS && (!halves.isEmpty() || taken < things.size());
  }

  private Batch<T> nextBatch() {
    if (!halves.isEmpty()) {
      return halves.pop();
    }
    int end = Math.min(things.size(), taken + size.next());
    Batch<T> batch = new Batch<>(taken, things.subList(taken, end));
    taken = end;
    return batch;
  }

  private void take(Outcome<T, R> outcome) {
    Batch<T> batch = outcome.batch();
    int asked = batch.things().size();
    if (outcome.answer() != null) {
      failuresInARow = 0;
      answered += asked;
      size.answered(asked, outcome.nanos(), outcome.answer().rows());
      enough = !taking.take(batch, Optional.of(outcome.answer()));
      return;
    }
    lastTrouble = outcome.trouble();
    if (!NetworkTrouble.maySizeHelp(lastTrouble)) {
      stopAsking();
      giveUp(batch);
      return;
    }
    failuresInARow++;
    size.failed(asked);
    if (asked > 1) {
      List<Batch<T>> split = batch.halves();
      halves.push(split.get(1));
      halves.push(split.get(0));
    } else {
      giveUp(batch);
    }
  }

  private void stopAsking() {
    if (!keepsRest) {
      throw lastTrouble;
    }
    failuresInARow = HOPELESS;
  }

  private void giveUp(Batch<T> batch) {
    for (int i = 0; i < batch.things().size(); i++) {
      unanswered.put(batch.first() + i, batch.things().get(i));
    }
    enough |= !taking.take(batch, Optional.empty());
  }

  private Ending<T> ending() {
    if (enough) {
      return new Ending<>(unanswered, requests, Optional.ofNullable(lastTrouble));
    }
    while (!halves.isEmpty()) {
      giveUp(halves.pop());
    }
    if (taken < things.size()) {
      giveUp(new Batch<>(taken, things.subList(taken, things.size())));
    }
    if (lastTrouble != null && answered == 0) {
      throw lastTrouble;
    }
    return new Ending<>(
        unanswered, requests, unanswered.isEmpty() ? Optional.empty() : Optional.of(lastTrouble));
  }

  private static <T, R> Outcome<T, R> await(CompletionService<Outcome<T, R>> pending) {
    try {
      Future<Outcome<T, R>> next = pending.take();
      return next.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "batch");
    thread.setDaemon(true);
    return thread;
  }
}
