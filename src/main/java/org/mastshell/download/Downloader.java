package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

  /** Fetches from a source; the plans to come must be for the same folder. */
  public Downloader(FileSource source, TransferOptions options) {
    this(source, options, Backoff.usual(), FreeSpace.ofDisk(), new ContentChecks());
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
   * nothing is asked, and nothing is written but the manifest that a killed program left behind.
   *
   * @param progress is told how many files are done, from the calling thread
   * @throws DownloadException if files cannot be written there, or do not fit: before the first
   *     byte where that can be known, else with a report of what was done
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
    if (plan.count(PlannedFile.State.TO_FETCH) == 0 && !plan.isUpdating()) {
      return nothingToFetch(plan, ended);
    }
    DataFolder folder = new DataFolder(options.dataFolder(), freeSpace);
    if (freeSpace.at(options.dataFolder()) <= 0) {
      // No room at all is often no disk at all: a place that cannot be written is said as such.
      folder.prepare();
    }
    refuseIfTooLarge(plan);
    folder.prepare();
    Hashes hashes = Hashes.forBytes(plan.bytesToFetch());
    StopSignal stop = new StopSignal();
    Cancellation.Registration registration = cancellation.onCancel(stop::stop);
    try (FolderLocks locks = FolderLocks.open(folder.root())) {
      Meter meter = new Meter(plan);
      FolderSync names = new FolderSync();
      ParallelLimit places = new ParallelLimit(options.parallel());
      stop.cancellation().onCancel(places::wake);
      FileTransfer transfer =
          new FileTransfer(
              source,
              options,
              backoff,
              folder,
              locks,
              names,
              places,
              meter,
              stop,
              contentCheck,
              hashes);
      return new TransferRun(plan, transfer, folder, locks, names, meter, stop)
          .run(progress, ended);
    } catch (IOException e) {
      throw new DownloadException(
          "files cannot be written into " + folder.root() + ": " + DiskTrouble.reason(e),
          "choose another place with download --dir FOLDER",
          e);
    } finally {
      registration.close();
    }
  }

  private DownloadReport nothingToFetch(DownloadPlan plan, Consumer<FileOutcome> ended) {
    mergeWhatIsLeft();
    List<FileOutcome> outcomes = plan.files().stream().map(Downloader::untried).toList();
    outcomes.forEach(ended);
    return new DownloadReport(outcomes, options.manifest(), false);
  }

  private void mergeWhatIsLeft() {
    if (ManifestJournal.of(options.manifest()).entries().isEmpty()) {
      return;
    }
    Path root = options.manifest().toAbsolutePath().getParent();
    try (FolderLocks locks = FolderLocks.open(root)) {
      Manifest.merge(options.manifest(), locks, List.of());
    } catch (IOException later) {
      // Whoever reads the manifest here reads the journal too: nothing is lost.
      return;
    }
  }

  static FileOutcome untried(PlannedFile file) {
    if (file.isThere()) {
      long size = DownloadPlan.size(file.target()).orElse(0L);
      return FileOutcome.untried(file, FileOutcome.Status.SKIPPED, size, file.note());
    }
    return FileOutcome.untried(file, FileOutcome.Status.FAILED, 0, file.note());
  }

  private void refuseIfTooLarge(DownloadPlan plan) {
    Room room = plan.room(freeSpace.at(options.dataFolder()));
    if (!room.suffices()) {
      throw new DownloadException(
          "these files need "
              + Sizes.text(room.needed())
              + (room.needed() > room.free()
                  ? ""
                  : " and " + Sizes.text(room.spare()) + " to spare")
              + ", the disk of "
              + options.dataFolder()
              + " has "
              + Sizes.text(room.free())
              + " free",
          "make room, fetch fewer files, or choose another place with download --dir FOLDER",
          null);
    }
  }
}
