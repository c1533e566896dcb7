package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.download.PlannedFile.State;

/**
 * Judges again what is to be done for a file when its turn has come: between the plan and the turn
 * hours may lie, in which other downloads, or people, put files into the same folder.
 */
final class Arrivals {
  private static final String ARRIVED = "another download has fetched it";
  private static final String MENDED = "it is again as it was fetched";
  private static final int MOST_NUMBERED = 100;

  private final DownloadPlan plan;
  private final DataFolder folder;
  private final ContentChecks contents;
  private final CurrentRecords records;
  private final Cancellation cancellation;

  Arrivals(DownloadPlan plan, DataFolder folder, Hashes hashes, Cancellation cancellation) {
    this.plan = plan;
    this.folder = folder;
    this.contents = new ContentChecks(hashes);
    this.records = new CurrentRecords(plan.options().manifest());
    this.cancellation = cancellation;
  }

  /**
   * What is to be done for a file.
   *
   * @param arrived whether nothing is: it is there, and is not even to be asked about
   */
  record Judgement(PlannedFile file, boolean arrived) {}

  /**
   * What is to be done for a file now. To be asked by who alone may write it.
   *
   * @return the file as it was planned; or one that has arrived; or one with another place, since
   *     what has come into its own is not to be replaced
   * @throws IOException if it cannot be told
   */
  Judgement judged(PlannedFile planned) throws IOException {
    if (Downloader.hasVanished(planned)) {
      return toDo(presence(planned, planned.target(), records.renewed()));
    }
    if (!planned.standing().hasBeenTaken(planned.target())) {
      return toDo(planned);
    }
    Records known = records.renewed();
    if (isAnothers(planned, planned.target(), known)) {
      return beside(planned, known, true);
    }
    PlannedFile now = presence(planned, planned.target(), known);
    Optional<ManifestEntry> record = now.standing().record();
    if (record.isPresent() && isOfAnotherFetch(record.get(), planned)) {
      return fetchedSince(planned, now, known);
    }
    if (overwrites()) {
      return toDo(planned);
    }
    if (record.isEmpty()) {
      return now.isThere() ? new Judgement(now, true) : beside(planned, known, true);
    }
    return writtenTo(planned, now, record.get(), known);
  }

  // Only a later fetch is an arrival: what the plan has seen was to be fetched all the same.
  private static boolean isOfAnotherFetch(ManifestEntry record, PlannedFile planned) {
    return planned.standing().record().filter(record::isOfTheSameFetch).isEmpty();
  }

  private Judgement fetchedSince(PlannedFile planned, PlannedFile now, Records known)
      throws IOException {
    if (now.state() == State.HERE) {
      return new Judgement(saying(now, ARRIVED, Remark.MEANWHILE), true);
    }
    if (overwrites() || (plan.isUpdating() && now.state() == State.STALE)) {
      return toDo(Presence.anew(Presence.renewed(now, folder), folder));
    }
    return now.isThere() ? new Judgement(now, true) : beside(planned, known, true);
  }

  // Its record is that of the plan: somebody has touched it, mended it, or put another one there.
  private Judgement writtenTo(
      PlannedFile planned, PlannedFile now, ManifestEntry record, Records known)
      throws IOException {
    boolean asRecorded = now.isThere() && isAsRecorded(planned.target(), record);
    if (planned.isThere()) {
      // To be asked about: without the bytes that the archive once sent, it cannot be.
      return asRecorded ? toDo(now) : beside(planned, known, true);
    }
    if (!asRecorded) {
      return beside(planned, known, true);
    }
    return now.state() == State.STALE
        ? toDo(Presence.renewed(now, folder))
        : new Judgement(saying(now, MENDED, Remark.MEANWHILE), true);
  }

  private boolean isAsRecorded(Path place, ManifestEntry record) throws IOException {
    String hash = contents.inspect(place, record.path(), cancellation).sha256();
    return hash.equals(record.sha256().toLowerCase(Locale.ROOT));
  }

  /** The same file with a free place, since something has come into the one that it had. */
  PlannedFile beside(PlannedFile taken) throws IOException {
    return beside(taken, records.renewed(), false).file();
  }

  /** Whether what stands in the place of a file may be that file, by what is written down of it. */
  boolean mayBeThere(PlannedFile file) throws IOException {
    return !isAnothers(file, file.target(), records.renewed());
  }

  /** Whether what stands in the place of a file is to go as soon as the file is whole. */
  boolean mayReplace(PlannedFile file) {
    boolean known = !file.standing().isNothing();
    return overwrites() || (known && !file.standing().hasBeenTaken(file.target()));
  }

  private boolean overwrites() {
    return plan.options().existing() == ExistingFiles.OVERWRITE;
  }

  // The file itself may have come under a number, too.
  private Judgement beside(PlannedFile taken, Records known, boolean orArrived) throws IOException {
    for (int number = 2; number <= MOST_NUMBERED; number++) {
      Path place = taken.target().resolveSibling(SafeName.numbered(taken.name(), number));
      boolean stands = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
      if (isAnothers(taken, place, known)) {
        continue;
      }
      PlannedFile now = presence(taken, place, known);
      if (stands && orArrived && now.state() == State.HERE) {
        return new Judgement(saying(now, ARRIVED, Remark.MEANWHILE), true);
      }
      if (!stands && now.state() == State.TO_FETCH) {
        String note =
            "saved as %s, something has come into the place of %s meanwhile"
                .formatted(place.getFileName(), taken.name());
        String earlier = taken.isThere() ? "" : taken.note();
        return toDo(saying(now, Presence.joined(earlier, note), Remark.OTHER));
      }
    }
    throw new IOException("something has come into its place, and there is no name beside it");
  }

  private PlannedFile presence(PlannedFile file, Path place, Records known) {
    return new Presence(known, folder)
        .of(file.file(), new TargetPaths.Place(folder.relative(place), place, ""));
  }

  private boolean isAnothers(PlannedFile file, Path place, Records known) {
    Optional<ManifestEntry> owner = known.entry(folder.relative(place));
    return owner.isPresent()
        && owner.get().isWhole()
        && !owner.get().uri().equals(file.file().dataUri());
  }

  private static Judgement toDo(PlannedFile file) {
    return new Judgement(file, false);
  }

  private static PlannedFile saying(PlannedFile file, String note, Remark remark) {
    return new PlannedFile(
        file.file(), file.target(), file.state(), note, file.kept(), file.standing(), remark);
  }
}
