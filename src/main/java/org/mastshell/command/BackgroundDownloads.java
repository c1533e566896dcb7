package org.mastshell.command;

import java.io.IOError;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.Progress;
import org.mastshell.download.DownloadException;
import org.mastshell.download.DownloadReport;
import org.mastshell.download.JobFolder;
import org.mastshell.output.Counts;
import org.mastshell.output.ProgressText;

/**
 * Downloads while the shell is used for other things, one after the other, on a thread of their
 * own. They touch nothing of the session; how they ended is taken between two lines.
 */
public final class BackgroundDownloads implements AutoCloseable {
  // What people can read, and no more work for the terminal than that.
  private static final long SHOWN_EVERY = TimeUnit.MILLISECONDS.toNanos(300);
  // A transfer that does not notice that it was called off is given up by itself before this.
  private static final long PATIENCE_MILLIS = 15_000;
  // How late a program that follows events may hear of one.
  private static final long GLANCE_MILLIS = 100;

  private final JobFolder folder;
  private final Transfer transfer;
  private final Deque<Run> waiting = new ArrayDeque<>();
  private final List<Ended> ended = new ArrayList<>();
  private Run running;
  private boolean working;
  private long shown;
  private volatile String status = "";
  private volatile Runnable statusListener = () -> {};

  /**
   * @param folder where downloads are kept
   * @param transfer carries plans out
   */
  public BackgroundDownloads(JobFolder folder, Transfer transfer) {
    this.folder = folder;
    this.transfer = transfer;
  }

  private record Run(PreparedJob job, DownloadEvents events, Cancellation cancellation) {}

  /**
   * How one ended.
   *
   * @param job what it was
   * @param report what became of its files, if it began
   * @param trouble what stood before all of its files; empty if nothing did
   * @param advice what to do about that; may be empty
   * @param code how a script ends that waited for it
   */
  record Ended(
      PreparedJob job,
      Optional<DownloadReport> report,
      String trouble,
      String advice,
      ExitCode code) {

    static Ended well(PreparedJob job, DownloadReport report) {
      return new Ended(job, Optional.of(report), "", "", DownloadOutcome.code(report));
    }

    static Ended calledOff(PreparedJob job) {
      return new Ended(job, Optional.empty(), "", "", ExitCode.INTERRUPTED);
    }

    static Ended before(PreparedJob job, String trouble, String advice, ExitCode code) {
      return new Ended(job, Optional.empty(), trouble, advice, code);
    }

    static Ended fault(PreparedJob job, Optional<DownloadReport> report, Throwable fault) {
      String words = "a fault of the program (" + fault + ")";
      return new Ended(job, report, words, "", ExitCode.FAILED);
    }
  }

  /**
   * Takes one over, to be carried out when those before it have ended.
   *
   * @param events what follows it, on the thread that fetches
   * @return how many are before it
   */
  synchronized int add(PreparedJob job, DownloadEvents events) {
    int before = waiting.size() + (running == null ? 0 : 1);
    waiting.add(new Run(job, events, new Cancellation()));
    if (!working) {
      working = true;
      Thread thread = new Thread(this::work, "download in the background");
      thread.setDaemon(true);
      thread.start();
    }
    return before;
  }

  /** Whether one is running here or waits for its turn. */
  synchronized boolean has(int number) {
    return isRunning(number) || isWaiting(number);
  }

  /** Whether it is this one's turn. */
  synchronized boolean isRunning(int number) {
    return running != null && running.job.number() == number;
  }

  private boolean isWaiting(int number) {
    return waiting.stream().anyMatch(run -> run.job.number() == number);
  }

  /** The numbers of those that are running or waiting, in their order. */
  synchronized List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    if (running != null) {
      numbers.add(running.job.number());
    }
    waiting.forEach(run -> numbers.add(run.job.number()));
    return numbers;
  }

  /** One line on what is going on; empty if nothing is and nothing is left to be told. */
  public String status() {
    return status;
  }

  /**
   * Who draws the line.
   *
   * @param listener is told that it has changed, on another thread
   */
  public void onStatus(Runnable listener) {
    statusListener = listener;
  }

  private void work() {
    boolean hadAll = false;
    try {
      for (Optional<Run> next = next(); next.isPresent(); next = next()) {
        Run run = next.get();
        Ended end = carryOut(run);
        try {
          run.job.held().close();
        } catch (RuntimeException | Error unlocked) {
          // What it fetched is here all the same, and those behind it wait for their turn.
          end = end.trouble().isEmpty() ? Ended.fault(run.job, end.report(), unlocked) : end;
        } finally {
          over(run, end);
        }
      }
      hadAll = true;
    } finally {
      if (!hadAll) {
        stopped();
      }
    }
  }

  // The next that is added begins a thread of its own then; those that waited are kept, and say so.
  private synchronized void stopped() {
    working = false;
    running = null;
    for (Run run = waiting.poll(); run != null; run = waiting.poll()) {
      ended.add(Ended.calledOff(run.job));
      run.job.held().close();
    }
    notifyAll();
  }

  private synchronized Optional<Run> next() {
    running = waiting.poll();
    working = running != null;
    if (!working) {
      notifyAll();
    }
    return Optional.ofNullable(running);
  }

  private void over(Run run, Ended end) {
    synchronized (this) {
      ended.add(end);
      running = null;
      status = "download " + run.job.number() + " has ended · Enter tells how";
      notifyAll();
    }
    draw();
  }

  // A terminal that has gone away is no reason to stop a transfer.
  private void draw() {
    try {
      statusListener.run();
    } catch (IOError | UncheckedIOException gone) {
      statusListener = () -> {};
    }
  }

  // Whatever goes wrong here may not show on the line that a person is typing.
  private Ended carryOut(Run run) {
    PreparedJob job = run.job;
    try {
      Outlook outlook = transfer.outlook(job.plan(), job.client(), job.roads());
      DownloadReport report =
          run.events.around(
              outlook,
              tell ->
                  JobRun.again(job.held(), folder)
                      .carryOut(
                          note ->
                              transfer.run(
                                  outlook,
                                  new Transfer.Onlooker(
                                      step -> show(job, step),
                                      tell.andThen(note),
                                      run.cancellation))));
      return Ended.well(job, report);
    } catch (CancelledException stopped) {
      return Ended.calledOff(job);
    } catch (DownloadException trouble) {
      return Ended.before(job, trouble.getMessage(), trouble.advice(), ExitCode.FAILED);
    } catch (ArchiveException trouble) {
      ExitCode code = ExitCode.of(trouble.kind());
      return Ended.before(job, trouble.getMessage(), trouble.advice(), code);
    } catch (RuntimeException | Error fault) {
      return Ended.fault(job, Optional.empty(), fault);
    }
  }

  private void show(PreparedJob job, Progress.Step step) {
    long now = System.nanoTime();
    if (shown != 0 && now - shown < SHOWN_EVERY) {
      return;
    }
    shown = now;
    int more = waitingCount();
    status =
        "download "
            + job.number()
            + " "
            + ProgressText.line(Watch.state(step, "jobs pause stops it"))
            + (more == 0 ? "" : " · " + Counts.text(more) + " more behind it");
    draw();
  }

  private synchronized int waitingCount() {
    return waiting.size();
  }

  /** How those ended that nobody has been told of; each is given once. */
  synchronized List<Ended> takeEnded() {
    List<Ended> taken = List.copyOf(ended);
    ended.clear();
    if (!taken.isEmpty() && running == null) {
      status = "";
    }
    return taken;
  }

  /**
   * Stops one, and waits until its files are in order.
   *
   * @return how it ended; empty if it only waited for its turn
   */
  Optional<Ended> pause(int number) {
    Run run;
    synchronized (this) {
      Optional<Run> queued = waiting.stream().filter(one -> one.job.number() == number).findFirst();
      if (queued.isPresent()) {
        waiting.remove(queued.get());
        queued.get().job.held().close();
        return Optional.empty();
      }
      if (!isRunning(number)) {
        return Optional.empty();
      }
      run = running;
    }
    run.cancellation.cancel();
    return awaitEnd(run);
  }

  private synchronized Optional<Ended> awaitEnd(Run run) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      while (run.equals(running) && System.nanoTime() - deadline < 0) {
        wait(PATIENCE_MILLIS);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    Optional<Ended> end = ended.stream().filter(one -> one.job.equals(run.job)).findFirst();
    end.ifPresent(ended::remove);
    if (ended.isEmpty() && running == null) {
      status = "";
    }
    return end;
  }

  /**
   * Waits until all have ended; when that is called off, stops them.
   *
   * @param meanwhile done now and then on the calling thread, and at the end
   */
  void await(Cancellation cancellation, Runnable meanwhile) {
    Cancellation.Registration registration = cancellation.onCancel(this::callOff);
    try {
      while (isWorkingAfter(GLANCE_MILLIS)) {
        meanwhile.run();
      }
      meanwhile.run();
    } finally {
      registration.close();
    }
  }

  private synchronized boolean isWorkingAfter(long millis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (working && System.nanoTime() - deadline < 0) {
        wait(millis);
      }
      return working;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // Those that wait are let go first, so that none of them begins.
  private void callOff() {
    Run current;
    synchronized (this) {
      waiting.forEach(run -> run.job.held().close());
      waiting.clear();
      current = running;
    }
    if (current != null) {
      current.cancellation.cancel();
    }
  }

  /** Stops all. */
  @Override
  public void close() {
    callOff();
  }
}
