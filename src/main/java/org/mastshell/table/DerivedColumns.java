package org.mastshell.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The columns that were read from others of a table. They are kept, the last used ones at least, so
 * that each selection of the table finds them and no name is read twice. While one is being read,
 * others can be.
 */
final class DerivedColumns {
  private static final int MOST = 16;

  private final Map<Subject, FutureTask<Column>> known = new LinkedHashMap<>(MOST, 0.75f, true);

  Column of(Subject subject, Column stored) {
    FutureTask<Column> reading = reading(subject, stored);
    // Whoever comes first reads; the others wait for that.
    reading.run();
    try {
      return reading.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return subject.derive(stored);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private synchronized FutureTask<Column> reading(Subject subject, Column stored) {
    FutureTask<Column> reading =
        known.computeIfAbsent(subject, wanted -> new FutureTask<>(() -> wanted.derive(stored)));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    return reading;
  }
}
