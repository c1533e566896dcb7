package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;

/**
 * Carries plans out. Every file is written under a temporary name, checked, and renamed when its
 * bytes are on the disk; one that fails does not stop the others.
 */
public final class Downloader {
  private final FileSource source;
  private final TransferOptions options;
  private final Backoff backoff;
  private final FreeSpace freeSpace;
  private final ContentCheck contentCheck;
  private final ParallelLimit limit;

  /** Fetches from a source that nobody else asks; the plans to come must be for the same folder. */
  public Downloader(FileSource source, TransferOptions options) {
    this(source, options, Backoff.usual(), FreeSpace.ofDisk(), new ContentChecks());
  }

  /**
   * Fetches from a source that others may ask at the same time.
   *
   * @param limits of this program, for all servers
   * @param server a word for the one that is asked
   */
  public Downloader(
      FileSource source, TransferOptions options, ServerLimits limits, String server) {
    this(
        source,
        options,
        Backoff.usual(),
        FreeSpace.ofDisk(),
        new ContentChecks(),
        limits.of(server));
  }

  /** One that does not judge what is in the files. */
  Downloader(FileSource source, TransferOptions options, Backoff backoff, FreeSpace freeSpace) {
    this(source, options, backoff, freeSpace, ContentCheck.none());
  }

  Downloader(
      FileSource source,
      TransferOptions options,
      Backoff backoff,
      FreeSpace freeSpace,
      ContentCheck contentCheck) {
    this(source, options, backoff, freeSpace, contentCheck, new ParallelLimit());
  }

  private Downloader(
      FileSource source,
      TransferOptions options,
      Backoff backoff,
      FreeSpace freeSpace,
      ContentCheck contentCheck,
      ParallelLimit limit) {
    this.limit = limit;
    this.source = Objects.requireNonNull(source);
    this.options = Objects.requireNonNull(options);
    this.backoff = backoff;
    this.freeSpace = freeSpace;
    this.contentCheck = contentCheck;
  }

  /**
   * Fetches what a plan says is to be fetched, and waits for it.
   *
   * <p>When called off, files under way end; what came of them stays as parts, with which the next
   * download goes on. Complete ones stay, and the report says so. Where nothing has to be fetched,
   * nothing is asked, and nothing is written but what a killed program left unfinished, and a
   * damaged manifest anew.
   *
   * @param progress is told how many files are done, from the calling thread
   * @throws DownloadException if files cannot be written there, or do not fit, and that is known
   *     before the first byte; what comes later is in the report
   */
  public DownloadReport run(DownloadPlan plan, Progress progress, Cancellation cancellation) {
    return run(plan, progress, ended -> {}, cancellation);
  }

  /**
   * The same.
   *
   * @param ended is told what became of each file, once, as it ends, from the calling thread
   */
  public DownloadReport run(
      DownloadPlan plan,
      Progress progress,
      Consumer<FileOutcome> ended,
      Cancellation cancellation) {
    if (!plan.options().dataFolder().equals(options.dataFolder())) {
      throw new IllegalArgumentException("the plan is for another folder");
    }
    DataFolder folder = new DataFolder(options.dataFolder(), freeSpace);
    refuseHopeless(plan, folder, freeSpace);
    tidy(plan, folder);
    if (!asksForFiles(plan)) {
      return nothingToFetch(plan, ended);
    }
    Hashes hashes = Hashes.forBytes(plan.bytesToFetch());
    StopSignal stop = new StopSignal();
    Cancellation.Registration registration = cancellation.onCancel(stop::stop);
    try (FolderLocks locks = FolderLocks.open(folder.root());
        ParallelLimit.Share places = limit.join(options.parallel())) {
      Meter meter = new Meter(plan);
      meter.restsBy(places::rest);
      FolderSync names = new FolderSync();
      stop.cancellation().onCancel(places::wake);
      Arrivals arrivals = new Arrivals(plan, folder, hashes, stop.cancellation());
      FileTransfer transfer =
          new FileTransfer(
              options,
              backoff,
              folder,
              new Claims(locks, folder, arrivals, meter, stop),
              new Reception(source, folder),
              new Acceptance(contentCheck, arrivals, names, stop.cancellation()),
              places,
              meter,
              stop,
              hashes);
      RunRecords records = new RunRecords(plan.options().manifest(), folder, locks);
      return new TransferRun(plan, transfer, folder, records, names, meter, stop)
          .run(progress, ended);
    } catch (IOException e) {
      throw new DownloadException(
          "files cannot be written into " + folder.root() + ": " + DiskTrouble.reason(e),
          DataFolder.OTHER_PLACE,
          e);
    } finally {
      registration.close();
    }
  }

  // A file that was named just before a kill has no record: it is here, its version unverified.
  private static void tidy(DownloadPlan plan, DataFolder folder) {
    List<Path> left =
        plan.files().stream()
            .filter(file -> file.state() == PlannedFile.State.UNVERIFIED)
            .map(PlannedFile::target)
            .filter(target -> new PartPlace(target).hasJournal())
            .toList();
    if (left.isEmpty()) {
      return;
    }
    try (FolderLocks locks = FolderLocks.open(folder.root())) {
      for (Path target : left) {
        Optional<FolderLocks.Held> held = locks.file(folder.relative(target));
        if (held.isPresent()) {
          new PartPlace(target).tidy();
          held.get().release();
        }
      }
    } catch (IOException later) {
      // The next download looks again.
      return;
    }
  }

  private DownloadReport nothingToFetch(DownloadPlan plan, Consumer<FileOutcome> ended) {
    List<FileOutcome> outcomes = plan.files().stream().map(Downloader::untried).toList();
    mergeWhatIsLeft(outcomes);
    outcomes.forEach(ended);
    return new DownloadReport(outcomes, options.manifest(), false);
  }

  private void mergeWhatIsLeft(List<FileOutcome> outcomes) {
    Path root = options.manifest().toAbsolutePath().getParent();
    try {
      boolean damaged = Manifest.load(options.manifest()).trouble().isPresent();
      if (!damaged && ManifestJournal.of(options.manifest()).entries().isEmpty()) {
        return;
      }
      DataFolder folder = new DataFolder(options.dataFolder(), freeSpace);
      try (FolderLocks locks = FolderLocks.open(root)) {
        RunRecords records = new RunRecords(options.manifest(), folder, locks);
        if (damaged) {
          // Set aside, it is written anew, with what is here and has lost its record.
          outcomes.stream().filter(FileOutcome::isHere).forEach(records::addLater);
        }
        records.mergeAll();
      }
    } catch (IOException later) {
      // Whoever reads the manifest here reads the journal too: nothing is lost.
      return;
    }
  }

  /** Whether a file is gone that was here when it was planned. */
  static boolean hasVanished(PlannedFile file) {
    return file.isThere() && Standing.at(file.target()).isNothing();
  }

  static FileOutcome untried(PlannedFile file) {
    if (file.isThere()) {
      long size = DownloadPlan.size(file.target()).orElse(0L);
      return FileOutcome.untried(file, FileOutcome.Status.SKIPPED, size, file.note());
    }
    return FileOutcome.untried(file, FileOutcome.Status.FAILED, 0, file.note());
  }

  /**
   * Finds out whether a plan can be begun at all, and makes its folder.
   *
   * @throws DownloadException if files cannot be written there, or do not fit
   */
  public static void refuseHopeless(DownloadPlan plan) {
    FreeSpace disk = FreeSpace.ofDisk();
    refuseHopeless(plan, new DataFolder(plan.options().dataFolder(), disk), disk);
  }

  private static void refuseHopeless(DownloadPlan plan, DataFolder folder, FreeSpace freeSpace) {
    boolean asks = asksForFiles(plan);
    boolean blocked =
        plan.count(PlannedFile.State.BLOCKED) > 0
            && !(Files.isDirectory(folder.root()) && Files.isWritable(folder.root()));
    // No room at all is often no disk at all: a place that cannot be written is said as such.
    if (blocked || (asks && freeSpace.at(folder.root()) <= 0)) {
      folder.prepare();
    }
    if (asks) {
      refuseIfTooLarge(plan, freeSpace.at(folder.root()));
      folder.prepare();
    }
  }

  private static boolean asksForFiles(DownloadPlan plan) {
    return plan.isUpdating()
        || plan.files().stream()
            .anyMatch(file -> file.state() == PlannedFile.State.TO_FETCH || hasVanished(file));
  }

  private static void refuseIfTooLarge(DownloadPlan plan, long free) {
    Room room = plan.room(free);
    if (!room.suffices() && room.needed() == 0) {
      throw new DownloadException(
          "the disk of %s has %s free, too little for files of unknown size"
              .formatted(plan.options().dataFolder(), Sizes.text(room.free())),
          "make room on it, or choose another place with download --dir FOLDER",
          null);
    }
    if (!room.suffices()) {
      throw new DownloadException(
          "these files need "
              + Sizes.text(room.needed())
              + (room.needed() > room.free()
                  ? ""
                  : " and " + Sizes.text(room.spare()) + " to spare")
              + ", the disk of "
              + plan.options().dataFolder()
              + " has "
              + Sizes.text(room.free())
              + " free",
          "make room, or fetch fewer files, or elsewhere: download --dir FOLDER",
          null);
    }
  }
}
