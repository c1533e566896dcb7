package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.ClientOptions;
import org.mastshell.archive.Progress;
import org.mastshell.archive.TokenSource;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.ArchiveWords;

/**
 * Renews in the background what is known of the archive's columns and values, while a person types.
 * The work has a thread, a client and a cancellation of its own; it says nothing and changes
 * nothing but the file in the cache. What came of it is taken between two lines, on the thread of
 * the shell. Leaving does not wait for it.
 */
public final class BackgroundRenewal implements AutoCloseable {
  // The first prompt is drawn, and the first words are typed, before anything else begins.
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RETRIES = 1;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(10);

  private final LiveValues live;
  private final WordsCache cache;
  private final ServiceFields columns;
  private final Clock clock;
  private final Duration quiet;
  private Optional<Job> current = Optional.empty();

  /**
   * @param live where the result is put
   * @param cache where it is kept
   * @param columns those of tables, of which those that are kept are renewed as well
   * @param clock tells whether a renewal is due
   */
  public BackgroundRenewal(LiveValues live, WordsCache cache, ServiceFields columns, Clock clock) {
    this(live, cache, columns, clock, QUIET);
  }

  /**
   * With a time of its own.
   *
   * @param quiet how long nothing is done after a renewal has become due
   */
  BackgroundRenewal(
      LiveValues live, WordsCache cache, ServiceFields columns, Clock clock, Duration quiet) {
    this.live = live;
    this.cache = cache;
    this.columns = columns;
    this.clock = clock;
    this.quiet = quiet;
  }

  /** Takes what has come in the meantime, and begins a renewal if one is due. Never waits. */
  public void betweenLines(Settings settings) {
    URI server = settings.clientOptions().server();
    if (current.isPresent()) {
      Job job = current.get();
      if (!job.server().equals(server)) {
        job.callOff();
        current = Optional.empty();
      } else if (job.outcome != null) {
        take(settings, job.outcome);
        current = Optional.empty();
      }
    }
    if (current.isEmpty() && isDue(settings)) {
      current = Optional.of(new Job(settings));
      current.get().start();
    }
  }

  private void take(Settings settings, Outcome outcome) {
    outcome.words().ifPresent(words -> live.take(settings, words));
    // They are read again from the disk, with what came.
    columns.forget();
    outcome.failure().ifPresent(failure -> live.failed(settings, failure));
  }

  // What nobody has looked at yet is read in the background, too: the first prompt has no use for
  // it.
  private boolean isDue(Settings settings) {
    if (!settings.isOn(Setting.REFRESH) || !LiveValues.isKept(settings)) {
      return false;
    }
    Instant limit = clock.instant().minus(BEFORE_NEXT_TRY);
    return live.isUnread(settings)
        || (live.isOld(settings)
            && live.failure().filter(failed -> failed.when().isAfter(limit)).isEmpty());
  }

  @Override
  public void close() {
    current.ifPresent(Job::callOff);
    current = Optional.empty();
  }

  /** Either of the two is there, or both: what came but cannot be kept. */
  private record Outcome(Optional<ArchiveWords> words, Optional<LiveValues.Failure> failure) {}

  /** One renewal. Everything that the two threads share is final, safe or volatile. */
  private final class Job {
    private final ClientOptions options;
    private final Duration age;
    private final Cancellation cancellation = new Cancellation();
    private volatile Outcome outcome;

    Job(Settings settings) {
      ClientOptions usual = settings.clientOptions();
      Duration timeout = usual.timeout().compareTo(PATIENCE) < 0 ? usual.timeout() : PATIENCE;
      this.options =
          new ClientOptions(
              usual.server(),
              timeout,
              Math.min(RETRIES, usual.retries()),
              usual.parallel(),
              usual.batchSize());
      this.age = LiveValues.age(settings);
    }

    URI server() {
      return options.server();
    }

    void start() {
      Thread thread = new Thread(this::run, "renewal of the lists of values");
      thread.setDaemon(true);
      thread.start();
    }

    void callOff() {
      cancellation.cancel();
    }

    // Whatever goes wrong here may not show on the line that a person is typing.
    private void run() {
      try {
        waitQuietly();
        outcome = words();
      } catch (CancelledException nobodyWaits) {
        return;
      } catch (ArchiveException trouble) {
        outcome = failed(trouble.getMessage());
      } catch (RuntimeException | Error fault) {
        outcome = failed(notUnderstood(fault));
      }
    }

    private void waitQuietly() {
      CountDownLatch calledOff = new CountDownLatch(1);
      Cancellation.Registration registration = cancellation.onCancel(calledOff::countDown);
      try {
        if (calledOff.await(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new CancelledException();
        }
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } finally {
        registration.close();
      }
    }

    // Another shell may have asked since.
    private Outcome words() {
      Optional<ArchiveWords> kept = cache.read(server());
      if (kept.isPresent() && LiveValues.isYoung(kept.get(), clock.instant(), age)) {
        return new Outcome(kept, Optional.empty());
      }
      try (ArchiveClient client = new ArchiveClient(options, TokenSource.none())) {
        ArchiveWords words = new Inquiry(clock).ask(client, kept, Progress.none(), cancellation);
        cancellation.check();
        Optional<String> notKept = cache.write(server(), words);
        Optional<String> notRenewed = renewColumns(client);
        return new Outcome(Optional.of(words), notKept.or(() -> notRenewed).map(this::failure));
      }
    }

    // The values have come: what goes wrong with columns does not take them away.
    private Optional<String> renewColumns(ArchiveClient client) {
      try {
        List<String> silent = columns.renewKept(client, cancellation);
        return silent.isEmpty()
            ? Optional.empty()
            : Optional.of("no answer for the columns of " + String.join(", ", silent));
      } catch (CancelledException nobodyWaits) {
        throw nobodyWaits;
      } catch (RuntimeException fault) {
        return Optional.of(notUnderstood(fault));
      }
    }

    private static String notUnderstood(Throwable fault) {
      return "the reply could not be understood (" + fault + ")";
    }

    private Outcome failed(String reason) {
      return new Outcome(Optional.empty(), Optional.of(failure(reason)));
    }

    private LiveValues.Failure failure(String reason) {
      return new LiveValues.Failure(clock.instant(), reason);
    }
  }
}
