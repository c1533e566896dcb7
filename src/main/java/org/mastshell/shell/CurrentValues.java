package org.mastshell.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.RowValues;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/**
 * What the fields of the current set hold. It is counted beside the person who types, and kept as
 * long as the set is current, so that a key press never waits for many rows. Asked by one thread.
 */
final class CurrentValues {
  /** What a person does not notice; most sets are counted in a small part of it. */
  private static final long PATIENCE_MILLIS = 6;

  /** So many counts are kept, those of other criteria included. */
  private static final int MOST = 200;

  private final Supplier<CriteriaReader> reader;
  private final ExecutorService asked = Executors.newFixedThreadPool(2, CurrentValues::thread);
  private final ExecutorService ahead = Executors.newSingleThreadExecutor(CurrentValues::thread);
  private final Map<Wanted, FutureTask<RowValues>> tasks = new HashMap<>();
  private Table rows = Table.empty();
  private List<Wanted> prepared = List.of();

  /**
   * What is counted.
   *
   * @param narrowing what is left of the rows before
   */
  record Wanted(Field field, Narrowing narrowing) {}

  /**
   * @param reader gives one that understands criteria as they are to be understood now, and may be
   *     used by another thread
   */
  CurrentValues(Supplier<CriteriaReader> reader) {
    this.reader = reader;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "counting");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to count what fields hold, those first that stand first. */
  void prepare(WorkingSet set, List<Wanted> all) {
    if (set.table() != rows) {
      restart(set.table());
    }
    if (!all.equals(prepared)) {
      prepared = List.copyOf(all);
      all.forEach(wanted -> ahead.execute(task(set, wanted)));
    }
  }

  /** What a field holds; empty while that is being counted. */
  Optional<RowValues> of(WorkingSet set, Wanted wanted) {
    if (set.table() != rows) {
      restart(set.table());
    }
    if (tasks.size() > MOST) {
      tasks.entrySet().removeIf(this::isDropped);
    }
    FutureTask<RowValues> task = task(set, wanted);
    // Whoever comes first does it: what was prepared has been done.
    asked.execute(task);
    return result(task, PATIENCE_MILLIS);
  }

  /** What a field holds, if that is known by now. */
  Optional<RowValues> known(WorkingSet set, Wanted wanted) {
    FutureTask<RowValues> task = set.table() == rows ? tasks.get(wanted) : null;
    return task == null || !task.isDone() ? Optional.empty() : result(task, 0);
  }

  private void restart(Table table) {
    rows = table;
    tasks.values().forEach(task -> task.cancel(true));
    tasks.clear();
    prepared = List.of();
  }

  private boolean isDropped(Map.Entry<Wanted, FutureTask<RowValues>> task) {
    boolean dropped = !prepared.contains(task.getKey());
    return dropped && (task.getValue().cancel(true) || task.getValue().isDone());
  }

  private FutureTask<RowValues> task(WorkingSet set, Wanted wanted) {
    return tasks.computeIfAbsent(
        wanted,
        what -> {
          // Files may be named, so that the criteria are read there, too.
          CriteriaReader reading = reader.get();
          return new FutureTask<>(
              () -> RowValues.of(what.narrowing.rows(set, what.field, reading), what.field));
        });
  }

  private static Optional<RowValues> result(FutureTask<RowValues> task, long millis) {
    try {
      return Optional.of(task.get(millis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException counting) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException uncountable) {
      // A pattern that asks too much, or too many values for the memory: nothing can be proposed,
      // and whoever runs the line is told.
      return Optional.of(RowValues.none());
    }
  }
}
