package org.mastshell.download;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/**
 * The files of one plan, fetched by a few threads while the calling one watches: it reports
 * progress, ends stalled transfers and writes the manifest.
 */
final class TransferRun {
  private static final Logger LOG = Logger.getLogger(TransferRun.class.getName());
  private static final long TICK_MILLIS = 100;
  private static final long MANIFEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  // Writing the manifest anew may take this part of the time.
  private static final int MANIFEST_SHARE = 50;
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);
  // A source that does not notice that it was called off is not waited for any longer.
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final DownloadPlan plan;
  private final FileTransfer transfer;
  private final DataFolder folder;
  private final RunRecords records;
  private final FolderSync names;
  private final Meter meter;
  private final StopSignal stop;
  private final Lanes waiting;
  private final Map<PlannedFile, FileOutcome> outcomes = new ConcurrentHashMap<>();
  private final Queue<FileOutcome> news = new ConcurrentLinkedQueue<>();
  private final Set<FileOutcome> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<PlannedFile, Validator> toAsk = new HashMap<>();
  private final Set<PlannedFile> postponed = ConcurrentHashMap.newKeySet();
  private final AtomicReference<DownloadException> trouble = new AtomicReference<>();
  // The trouble that ended the transfers, if nobody had called them off by then.
  private final AtomicReference<DownloadException> ending = new AtomicReference<>();
  private final AtomicReference<Throwable> defect = new AtomicReference<>();

  TransferRun(
      DownloadPlan plan,
      FileTransfer transfer,
      DataFolder folder,
      RunRecords records,
      FolderSync names,
      Meter meter,
      StopSignal stop) {
    this.plan = plan;
    this.transfer = transfer;
    this.folder = folder;
    this.records = records;
    this.names = names;
    this.meter = meter;
    this.stop = stop;
    this.waiting = new Lanes(plan.options().parallel());
  }

  DownloadReport run(Progress progress, Consumer<FileOutcome> ended) {
    Optional<Manifest> earlier =
        plan.isUpdating()
            ? Optional.of(Manifest.read(plan.options().manifest()))
            : Optional.empty();
    for (PlannedFile file : plan.files()) {
      Optional<Validator> known = earlier.flatMap(all -> validator(file, all));
      known.ifPresent(validator -> toAsk.put(file, validator));
      boolean toFetch = file.state() == PlannedFile.State.TO_FETCH || Downloader.hasVanished(file);
      if (toFetch || known.isPresent()) {
        waiting.add(file);
      } else {
        FileOutcome outcome = Downloader.untried(file);
        outcomes.put(file, outcome);
        news.add(outcome);
        records.addLater(outcome);
        meter.notToCome();
      }
    }
    // While some judge and flush what they have, others ask: no more than may (ParallelLimit).
    int parallel = plan.options().parallel();
    int threads = Math.min(parallel + parallel / 2, waiting.size());
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.max(1, threads), TransferRun::daemon);
    CountDownLatch working = new CountDownLatch(threads);
    List<Future<?>> ends = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        ends.add(workers.submit(() -> work(working)));
      }
      watch(working, progress, ended);
    } finally {
      stop.stop();
      workers.shutdown();
    }
    folder.removeEmpty();
    writeManifest();
    DownloadReport report = report();
    names.flush();
    progress.update(meter.step());
    tell(ended);
    report.outcomes().stream().filter(outcome -> !told.contains(outcome)).forEach(ended);
    if (defect.get() != null) {
      throw new IllegalStateException("a transfer ended unexpectedly", defect.get());
    }
    boolean allEnded = working.getCount() == 0;
    ends.stream().filter(end -> allEnded || end.isDone()).forEach(TransferRun::raiseDefect);
    return report;
  }

  // What the archive can be asked by whether a file that is here is still the same.
  private Optional<Validator> validator(PlannedFile file, Manifest earlier) {
    if (!file.isThere()) {
      return Optional.empty();
    }
    return earlier
        .entry(folder.relative(file.target()))
        .filter(entry -> entry.isFetched() && entry.uri().equals(file.file().dataUri()))
        .map(ManifestEntry::validator)
        .filter(validator -> !validator.isEmpty());
  }

  private void work(CountDownLatch working) {
    try {
      for (PlannedFile file = next(); file != null; file = next()) {
        try {
          carryOut(file);
        } finally {
          waiting.ended(file);
        }
      }
    } catch (DownloadException e) {
      trouble.compareAndSet(null, e);
      if (!stop.isStopped()) {
        ending.compareAndSet(null, e);
      }
      stop.stop();
    } finally {
      working.countDown();
    }
  }

  // A file that shows a fault of the program is not to cost the others, nor what is said of them.
  private void carryOut(PlannedFile file) {
    try {
      tryToFetch(file);
    } catch (DownloadException all) {
      throw all;
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.log(Level.FINE, fault, () -> "a fault of the program at " + file.name());
      if (outcomes.containsKey(file)) {
        // What was said of the file may not hold.
        defect.compareAndSet(null, fault);
      } else {
        record(file, new Tries(file).end(Status.FAILED, "a fault of the program (" + fault + ")"));
      }
    }
  }

  // While another download is at a file, there may be others to fetch.
  private void tryToFetch(PlannedFile file) {
    boolean patient = postponed.contains(file);
    Optional<Validator> known = Optional.ofNullable(toAsk.get(file));
    if (!transfer.fetch(file, known, patient, outcome -> record(file, outcome))) {
      postponed.add(file);
      waiting.postpone(file);
    }
  }

  private PlannedFile next() {
    return stop.isStopped() ? null : waiting.next();
  }

  /**
   * @param planned the file as it was planned; its place may be another one by now
   */
  private void record(PlannedFile planned, FileOutcome outcome) {
    outcomes.put(planned, outcome);
    if (outcome.status() != Status.CANCELLED) {
      records.add(outcome);
      if (outcome.status() == Status.COMPLETE || planned.isThere()) {
        meter.fileDone();
      } else if (outcome.isHere()) {
        meter.fileCame(planned);
      } else {
        meter.fileLost(planned);
      }
    }
    if (outcome.status() != Status.CANCELLED) {
      // Why it was called off is known when all have ended.
      news.add(outcome);
    }
  }

  private void tell(Consumer<FileOutcome> ended) {
    for (FileOutcome next = news.poll(); next != null; next = news.poll()) {
      told.add(next);
      ended.accept(next);
    }
  }

  private void watch(CountDownLatch working, Progress progress, Consumer<FileOutcome> ended) {
    long manifestDue = System.nanoTime() + MANIFEST_NANOS;
    long flushDue = System.nanoTime() + FLUSH_NANOS;
    long stopSeen = 0;
    try {
      while (!working.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.update(meter.step());
        tell(ended);
        meter.endStalled(plan.options().stallTimeout());
        long now = System.nanoTime();
        if (now - flushDue > 0) {
          flush();
          flushDue = System.nanoTime() + FLUSH_NANOS;
        }
        if (now - manifestDue > 0) {
          tryToWriteManifest();
          long end = System.nanoTime();
          manifestDue = end + Math.max(MANIFEST_NANOS, MANIFEST_SHARE * (end - now));
        }
        if (stop.isStopped()) {
          stopSeen = stopSeen == 0 ? now : stopSeen;
          if (now - stopSeen > GRACE_NANOS) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DownloadReport report() {
    Optional<DownloadException> end = Optional.ofNullable(ending.get());
    List<FileOutcome> all = new ArrayList<>();
    for (PlannedFile file : plan.files()) {
      FileOutcome known = outcomes.get(file);
      FileOutcome outcome = known == null ? notBegun(file) : known;
      boolean left = outcome.status() == Status.CANCELLED;
      all.add(left && end.isPresent() ? endedBy(end.get(), outcome) : outcome);
    }
    boolean interrupted = all.stream().anyMatch(one -> one.status() == Status.CANCELLED);
    return new DownloadReport(
        all, plan.options().manifest(), interrupted, Optional.ofNullable(trouble.get()));
  }

  private static FileOutcome notBegun(PlannedFile file) {
    return FileOutcome.untried(file, Status.CANCELLED, 0, "not begun");
  }

  // Nobody called it off: like any other that could not be written, it has failed.
  private static FileOutcome endedBy(DownloadException all, FileOutcome left) {
    PlannedFile file = left.file();
    long here =
        file.isThere()
            ? DownloadPlan.size(file.target()).orElse(0L)
            : Presence.kept(file.file(), file.target());
    String message = all.getMessage();
    return new FileOutcome(
        file,
        Status.FAILED,
        here,
        left.kept(),
        file.isThere() ? Tries.unasked(message) : message,
        Remark.OTHER,
        left.tries(),
        left.seconds(),
        left.sha256(),
        left.validator());
  }

  // Names and records are put on the disk for many files at once.
  private void flush() {
    names.flush();
    try {
      records.flush();
    } catch (IOException e) {
      // A power cut then costs the record, not the file.
      return;
    }
  }

  private void tryToWriteManifest() {
    try {
      records.merge();
    } catch (IOException e) {
      // For who reads it meanwhile; what is not written now is written at the end.
      return;
    }
  }

  private void writeManifest() {
    try {
      records.merge();
    } catch (IOException e) {
      DownloadException failure =
          new DownloadException(
              "the manifest "
                  + plan.options().manifest()
                  + " cannot be written: "
                  + DiskTrouble.reason(e),
              "the files that are complete are in " + folder.root(),
              e);
      trouble.compareAndSet(null, failure);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "download");
    thread.setDaemon(true);
    return thread;
  }

  private static void raiseDefect(Future<?> end) {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a transfer ended unexpectedly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
