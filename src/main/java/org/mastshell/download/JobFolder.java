package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.store.FileLock;
import org.mastshell.store.PrivateFile;
import org.mastshell.store.StoreException;

/**
 * The folder in which downloads are kept that have not ended, each in a file of its number. A lock
 * beside it says which one is running. Safe for use by several threads.
 */
public final class JobFolder {
  /** The folder's name, below the state folder. */
  public static final String FOLDER = "downloads";

  private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,5})\\.jsonl");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  // Who looks at the file of a lock that this program has gives it back: one after the other.
  private final Object locking = new Object();
  private final Set<Integer> ours = new HashSet<>();
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  /**
   * @param folder made when a download is first kept
   * @param clock tells when a damaged file was set aside
   */
  public JobFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * The downloads that are kept, by number. A damaged file is set aside.
   *
   * @throws DownloadException if the folder cannot be read
   */
  public List<KeptJob> list() {
    return each(number -> JobFile.read(number, file(number)));
  }

  /**
   * Those of some numbers, by number; no other is read. One that is kept no more is not among them,
   * and a damaged file is set aside.
   *
   * @throws DownloadException if the folder cannot be read
   */
  public List<KeptJob> list(Set<Integer> numbers) {
    return each(numbers::contains, number -> JobFile.read(number, file(number)));
  }

  /**
   * Those that somebody is at, here or in another shell.
   *
   * @throws DownloadException if the folder cannot be read
   */
  public List<KeptJob> underWay() {
    return each(this::isUnderWay, number -> JobFile.read(number, file(number)));
  }

  private boolean isUnderWay(int number) {
    synchronized (locking) {
      return ours.contains(number) || FileLock.owner(lock(number)).isPresent();
    }
  }

  /**
   * How much is left of each of them, without their products.
   *
   * @throws DownloadException if the folder cannot be read
   */
  public List<JobGlance> glance() {
    return each(number -> JobFile.glance(number, file(number)));
  }

  /** Reads a job; empty if it is damaged. */
  @FunctionalInterface
  private interface Reading<T> {
    Optional<T> of(int number) throws IOException;
  }

  private <T> List<T> each(Reading<T> reading) {
    return each(number -> true, reading);
  }

  private <T> List<T> each(IntPredicate wanted, Reading<T> reading) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      List<T> jobs = new ArrayList<>();
      for (int number : numbers()) {
        if (wanted.test(number)) {
          read(number, reading).ifPresent(jobs::add);
        }
      }
      return jobs;
    } catch (IOException | StoreException unreadable) {
      throw refused("the downloads that are kept in " + folder + " cannot be read", unreadable);
    }
  }

  private List<Integer> numbers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(String.valueOf(file.getFileName())))
          .filter(Matcher::matches)
          .map(name -> Integer.valueOf(name.group(1)))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private <T> Optional<T> read(int number, Reading<T> reading) throws IOException {
    try {
      Optional<T> job = reading.of(number);
      return job.isPresent() ? job : readForItself(number, reading);
    } catch (NoSuchFileException endedMeanwhile) {
      return Optional.empty();
    }
  }

  // What looks damaged may be another shell's that is about to write it.
  private <T> Optional<T> readForItself(int number, Reading<T> reading) throws IOException {
    Optional<Runnable> lock = hold(number);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<T> job = reading.of(number);
      if (job.isEmpty()) {
        setAside(number);
      }
      return job;
    } finally {
      lock.get().run();
    }
  }

  private void setAside(int number) throws IOException {
    String name = number + ".damaged-" + STAMP.format(clock.instant());
    Path aside = folder.resolve(name);
    for (int next = 2; Files.exists(aside); next++) {
      aside = folder.resolve(name + "-" + next);
    }
    Files.move(file(number), aside);
    notes.add(
        "download " + number + " was kept in a file that is damaged; it was set aside as " + aside);
  }

  /** What a person should know of files that were set aside; each is told once. */
  public List<String> takeNotes() {
    List<String> taken = new ArrayList<>();
    for (String note = notes.poll(); note != null; note = notes.poll()) {
      taken.add(note);
    }
    return taken;
  }

  /** The process of another shell in which a download runs, if one does. */
  public Optional<String> elsewhere(int number) {
    synchronized (locking) {
      // Whoever has a lock may not look at its file.
      return ours.contains(number) ? Optional.empty() : FileLock.owner(lock(number));
    }
  }

  /**
   * Keeps a download that is about to begin, and takes it for this shell. Earlier ones that have
   * been left with nothing but files of this one are removed when the first of its files has ended:
   * one that never begins costs nothing that was kept.
   *
   * @throws DownloadException if it cannot be written
   */
  public HeldJob begin(JobOrder order) {
    try {
      PrivateFile.folder(folder);
      List<Integer> earlier =
          list().stream().filter(job -> job.order().isPartOf(order)).map(KeptJob::number).toList();
      List<Integer> taken = numbers();
      int number = taken.isEmpty() ? 1 : taken.get(taken.size() - 1) + 1;
      Consumer<HeldJob> whenBegun = whole -> earlier.forEach(one -> forgetPart(one, order, whole));
      Optional<HeldJob> held = tryBegin(number, order, whenBegun);
      while (held.isEmpty()) {
        number++;
        held = tryBegin(number, order, whenBegun);
      }
      return held.get();
    } catch (IOException | StoreException unwritable) {
      throw refused("this download cannot be kept in " + folder, unwritable);
    }
  }

  // By its number another one may be kept by now.
  private void forgetPart(int number, JobOrder order, HeldJob whole) {
    try {
      take(number)
          .ifPresent(
              held -> {
                try (held) {
                  if (held.job().order().isPartOf(order)) {
                    held.forget();
                    goesOver(held, whole);
                  }
                }
              });
    } catch (DownloadException refused) {
      // It stays in the list, which is no reason to stop a transfer.
      return;
    }
  }

  // What that one had replaced goes over with it.
  private static void goesOver(HeldJob forgotten, HeldJob successor) {
    successor.replaces(forgotten.job().replaced());
    successor.replaces(List.of(forgotten.number()));
  }

  private Optional<HeldJob> tryBegin(int number, JobOrder order, Consumer<HeldJob> whenBegun)
      throws IOException {
    Optional<Runnable> lock = hold(number);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    boolean kept = false;
    try {
      if (Files.exists(file(number))) {
        return Optional.empty();
      }
      JobFile.write(file(number), order);
      kept = true;
      KeptJob job = new KeptJob(number, order, Map.of(), Set.of());
      return Optional.of(new HeldJob(job, file(number), lock.get(), whenBegun));
    } finally {
      if (!kept) {
        lock.get().run();
      }
    }
  }

  /**
   * Takes a download for this shell.
   *
   * @return empty if there is none of that number, or it is taken
   * @throws DownloadException if it cannot be read
   */
  public Optional<HeldJob> take(int number) {
    if (!Files.exists(file(number))) {
      return Optional.empty();
    }
    Optional<Runnable> lock = Optional.empty();
    boolean taken = false;
    try {
      lock = hold(number);
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      // Read behind the lock: another shell may have gone on with it just now.
      Optional<KeptJob> job = JobFile.read(number, file(number));
      Runnable release = lock.get();
      taken = job.isPresent();
      return job.map(it -> new HeldJob(it, file(number), release));
    } catch (NoSuchFileException endedMeanwhile) {
      return Optional.empty();
    } catch (IOException | StoreException unreadable) {
      throw refused("download " + number + " cannot be taken up", unreadable);
    } finally {
      if (!taken) {
        lock.ifPresent(Runnable::run);
      }
    }
  }

  private Optional<Runnable> hold(int number) {
    synchronized (locking) {
      if (ours.contains(number)) {
        return Optional.empty();
      }
      Optional<FileLock> lock = FileLock.take(lock(number));
      if (lock.isPresent()) {
        ours.add(number);
      }
      return lock.map(held -> () -> giveBack(number, held));
    }
  }

  private void giveBack(int number, FileLock held) {
    synchronized (locking) {
      held.close();
      ours.remove(number);
    }
  }

  /**
   * Writes down how a download ended: it is forgotten if all its files are here, and so are those
   * of other ones that came with it. Where that cannot be written, what was fetched is here all the
   * same: a note says so, and the next run of it finds them.
   */
  public void settle(HeldJob held, DownloadReport report) {
    try {
      held.settle(report);
      settleOthers(held.job().order().options(), report, Optional.of(held));
    } catch (DownloadException unwritten) {
      notes.add(
          "how download "
              + held.number()
              + " ended could not be written down: "
              + unwritten.getMessage());
    }
  }

  /**
   * Takes note of files that came by another download into the same places, so that one that has
   * nothing left is kept no longer.
   */
  public void settleOthers(JobOptions options, DownloadReport report) {
    settleOthers(options, report, Optional.empty());
  }

  private void settleOthers(JobOptions options, DownloadReport report, Optional<HeldJob> by) {
    Map<String, KeptJob.Ended> here = new HashMap<>();
    for (FileOutcome outcome : report.outcomes()) {
      if (outcome.isHere()) {
        here.put(outcome.file().file().dataUri(), KeptJob.Ended.of(outcome));
      }
    }
    for (KeptJob job : list()) {
      boolean same = job.order().options().skips() && job.order().options().hasPlacesOf(options);
      if (same && job.order().uris().stream().anyMatch(here::containsKey)) {
        take(job.number()).ifPresent(held -> settle(held, here, by));
      }
    }
  }

  private static void settle(
      HeldJob held, Map<String, KeptJob.Ended> here, Optional<HeldJob> successor) {
    try (held) {
      for (String uri : held.job().order().uris()) {
        if (here.containsKey(uri)) {
          held.ended(uri, here.get(uri));
        }
      }
      if (held.job().left() == 0) {
        held.forget();
        successor.ifPresent(by -> goesOver(held, by));
      }
    }
  }

  static DownloadException refused(String message, Exception cause) {
    return new DownloadException(
        message + ": " + cause.getMessage(), "nothing has changed there", cause);
  }

  private Path file(int number) {
    return folder.resolve(number + ".jsonl");
  }

  private Path lock(int number) {
    return folder.resolve(number + ".lock");
  }
}
