package org.mastshell.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/**
 * Lists the products of observations by {@code Mast.Caom.Products}: in batches, several at once. A
 * batch that is not answered is split until the observation that stands in the way is alone.
 */
final class ProductSearch {
  // So many failures in a row, whatever is asked, mean that the archive answers nothing more.
  private static final int HOPELESS = 16;

  private final Mashup mashup;
  private final Predicate criteria;
  private final List<String> obsids;
  private final int parallel;
  private final Progress progress;
  private final BatchSize size;
  private final ProductRows rows;
  private final Deque<ProductBatch> halves = new ArrayDeque<>();
  private final TreeMap<Integer, String> unanswered = new TreeMap<>();
  private int taken;
  private int done;
  private long received;
  private int requests;
  private int failuresInARow;
  private ArchiveException lastTrouble;

  ProductSearch(
      Mashup mashup,
      ClientOptions options,
      Set<String> obsids,
      Predicate criteria,
      Progress progress) {
    this.mashup = mashup;
    this.criteria = criteria;
    this.obsids = List.copyOf(obsids);
    this.parallel = Math.max(1, options.parallel());
    this.progress = progress;
    this.size = new BatchSize(options.batchSize());
    this.rows = new ProductRows(this.obsids);
  }

  /** Asks for everything. On trouble that ends the work, and when called off, nothing is kept. */
  ProductsReply run(Cancellation cancellation) {
    Cancellation own = new Cancellation();
    ExecutorService workers = Executors.newFixedThreadPool(parallel, ProductSearch::daemon);
    Cancellation.Registration registration = cancellation.onCancel(own::cancel);
    try {
      CompletionService<ProductBatch.Outcome> pending = new ExecutorCompletionService<>(workers);
      int running = 0;
      while (true) {
        while (running < parallel && hasMore()) {
          ProductBatch batch = nextBatch();
          pending.submit(() -> batch.ask(mashup, criteria, own));
          running++;
          requests++;
        }
        if (running == 0) {
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
    return reply();
  }

  private boolean hasMore() {
    return failuresInARow < HOPELESS && (!halves.isEmpty() || taken < obsids.size());
  }

  private ProductBatch nextBatch() {
    if (!halves.isEmpty()) {
      return halves.pop();
    }
    int end = Math.min(obsids.size(), taken + size.next());
    ProductBatch batch = new ProductBatch(taken, obsids.subList(taken, end));
    taken = end;
    return batch;
  }

  private void take(ProductBatch.Outcome outcome) {
    ProductBatch batch = outcome.batch();
    int asked = batch.obsids().size();
    if (outcome.rows() != null) {
      failuresInARow = 0;
      size.answered(asked, outcome.took(), outcome.received());
      received += outcome.received();
      rows.add(batch, outcome.rows());
      done += asked;
    } else {
      failuresInARow++;
      lastTrouble = outcome.trouble();
      size.failed(asked);
      if (asked > 1) {
        List<ProductBatch> split = batch.halves();
        halves.push(split.get(1));
        halves.push(split.get(0));
        return;
      }
      giveUp(batch);
    }
    progress.update(
        new Progress.Step(
            done, obsids.size(), "observations", String.format(Locale.ROOT, "%,d rows", received)));
  }

  private void giveUp(ProductBatch batch) {
    for (int i = 0; i < batch.obsids().size(); i++) {
      unanswered.put(batch.first() + i, batch.obsids().get(i));
    }
    rows.add(batch, Table.empty());
    done += batch.obsids().size();
  }

  private ProductsReply reply() {
    while (!halves.isEmpty()) {
      giveUp(halves.pop());
    }
    if (taken < obsids.size()) {
      giveUp(new ProductBatch(taken, obsids.subList(taken, obsids.size())));
    }
    if (lastTrouble != null && unanswered.size() == obsids.size()) {
      throw lastTrouble;
    }
    String trouble = unanswered.isEmpty() ? "" : lastTrouble.getMessage();
    return new ProductsReply(
        rows.table(), received, requests, new ArrayList<>(unanswered.values()), trouble);
  }

  private static ProductBatch.Outcome await(CompletionService<ProductBatch.Outcome> pending) {
    try {
      Future<ProductBatch.Outcome> next = pending.take();
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
    Thread thread = new Thread(work, "products");
    thread.setDaemon(true);
    return thread;
  }
}
