package org.mastshell.download;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/**
 * The files of one plan, fetched by a few threads while the calling one watches: it reports
 * progress, ends stalled transfers and writes the manifest.
 */
final class TransferRun {
  private static final long TICK_MILLIS = 100;
  private static final long MANIFEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  // A source that does not notice that it was called off is not waited for any longer.
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final DownloadPlan plan;
  private final FileTransfer transfer;
  private final DataFolder folder;
  private final FolderLocks locks;
  private final Meter meter;
  private final StopSignal stop;
  private final Queue<PlannedFile> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<FileOutcome> unwritten = new ConcurrentLinkedQueue<>();
  private final Map<PlannedFile, FileOutcome> outcomes = new ConcurrentHashMap<>();
  private final AtomicReference<DownloadException> trouble = new AtomicReference<>();

  TransferRun(
      DownloadPlan plan,
      FileTransfer transfer,
      DataFolder folder,
      FolderLocks locks,
      Meter meter,
      StopSignal stop) {
    this.plan = plan;
    this.transfer = transfer;
    this.folder = folder;
    this.locks = locks;
    this.meter = meter;
    this.stop = stop;
  }

  DownloadReport run(Progress progress) {
    for (PlannedFile file : plan.files()) {
      if (file.state() == PlannedFile.State.TO_FETCH) {
        waiting.add(file);
      } else {
        record(Downloader.untried(file));
      }
    }
    int threads = Math.min(plan.options().parallel(), waiting.size());
    ExecutorService workers = Executors.newFixedThreadPool(threads, TransferRun::daemon);
    CountDownLatch working = new CountDownLatch(threads);
    List<Future<?>> ends = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        ends.add(workers.submit(() -> work(working)));
      }
      watch(working, progress);
    } finally {
      stop.stop();
      workers.shutdown();
    }
    DownloadReport report = report();
    writeManifest();
    progress.update(meter.step());
    if (trouble.get() != null) {
      throw trouble.get().with(report);
    }
    boolean allEnded = working.getCount() == 0;
    ends.stream().filter(end -> allEnded || end.isDone()).forEach(TransferRun::raiseDefect);
    return report;
  }

  private void work(CountDownLatch working) {
    try {
      for (PlannedFile file = next(); file != null; file = next()) {
        record(transfer.fetch(file));
      }
    } catch (DownloadException e) {
      trouble.compareAndSet(null, e);
      stop.stop();
    } finally {
      working.countDown();
    }
  }

  private PlannedFile next() {
    return stop.isStopped() ? null : waiting.poll();
  }

  private void record(FileOutcome outcome) {
    outcomes.put(outcome.file(), outcome);
    if (outcome.status() != Status.CANCELLED) {
      unwritten.add(outcome);
      meter.fileDone();
    }
  }

  private void watch(CountDownLatch working, Progress progress) {
    long manifestDue = System.nanoTime() + MANIFEST_NANOS;
    long stopSeen = 0;
    try {
      while (!working.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.update(meter.step());
        meter.endStalled(plan.options().stallTimeout());
        long now = System.nanoTime();
        if (now - manifestDue > 0) {
          tryToWriteManifest();
          manifestDue = now + MANIFEST_NANOS;
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
    List<FileOutcome> all = new ArrayList<>();
    boolean interrupted = false;
    for (PlannedFile file : plan.files()) {
      FileOutcome outcome = outcomes.get(file);
      all.add(
          outcome == null ? FileOutcome.untried(file, Status.CANCELLED, 0, "not begun") : outcome);
      interrupted |= all.get(all.size() - 1).status() == Status.CANCELLED;
    }
    boolean byPerson = interrupted && trouble.get() == null;
    return new DownloadReport(all, plan.options().manifest(), byPerson);
  }

  private void tryToWriteManifest() {
    try {
      mergeIntoManifest();
    } catch (IOException e) {
      // Only for the case that the program is killed: what is not written now is written at the
      // end.
      return;
    }
  }

  private void writeManifest() {
    try {
      mergeIntoManifest();
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

  private void mergeIntoManifest() throws IOException {
    List<FileOutcome> now = List.copyOf(unwritten);
    if (now.isEmpty()) {
      return;
    }
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Manifest.merge(
        plan.options().manifest(), locks, now.stream().map(o -> entry(o, time)).toList());
    // Others only add at the end of the queue.
    now.forEach(written -> unwritten.remove());
  }

  private ManifestEntry entry(FileOutcome outcome, Instant time) {
    FileToFetch file = outcome.file().file();
    return new ManifestEntry(
        folder.relative(outcome.file().target()),
        file.dataUri(),
        outcome.status(),
        outcome.bytes(),
        file.listedSize(),
        outcome.message(),
        outcome.sha256(),
        time);
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
