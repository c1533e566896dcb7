package org.mastshell.download;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.mastshell.download.PlannedFile.State;

/**
 * Judges what is on the disk of a file, without a request. The manifest's record vouches for a file
 * as long as the archive lists the version and the size that it listed when the file came; data are
 * processed again under the same name, and often with the same size.
 */
final class Presence {
  private static final String STALE = "stale: ";

  private final Records records;
  private final DataFolder folder;

  Presence(Records records, DataFolder folder) {
    this.records = records;
    this.folder = folder;
  }

  /** What is to be done for a file that belongs there. */
  PlannedFile of(FileToFetch file, TargetPaths.Place place) {
    // Seen before it is judged: what comes after this look is new.
    Standing standing = Standing.at(place.path()).recorded(file, records.entry(place.relative()));
    long found = DownloadPlan.size(place.path()).orElse(-1L);
    Optional<ManifestEntry> record = standing.record();
    if (found >= 0 && record.isPresent() && record.get().bytes() == found) {
      return judged(file, place, record.get(), standing);
    }
    if (found >= 0 && record.isEmpty() && found == file.listedSize()) {
      return planned(
          file,
          place,
          State.UNVERIFIED,
          "here, version unverified: no record of it; --existing overwrite fetches it with one",
          standing);
    }
    Optional<String> obstacle =
        folder.obstacle(place.path()).or(() -> new PartPlace(place.path()).obstacle());
    if (obstacle.isPresent()) {
      return new PlannedFile(file, place.path(), State.BLOCKED, obstacle.get(), standing);
    }
    Note note = found >= 0 ? replaces(place.path(), found) : Note.of("");
    note = Note.of(place.note()).and(note).and(misfit(file, place.path()));
    return new PlannedFile(
        file,
        place.path(),
        State.TO_FETCH,
        note.text,
        kept(file, place.path()),
        standing,
        note.remark);
  }

  /** What is said of a file; with anything besides it is no more what is said of many. */
  private record Note(String text, Remark remark) {
    static Note of(String text) {
      return new Note(text, Remark.OTHER);
    }

    Note and(Note more) {
      if (text.isEmpty() || more.text.isEmpty()) {
        return text.isEmpty() ? more : this;
      }
      return of(joined(text, more.text));
    }
  }

  /**
   * A file without a record as one that is here, if it has come since another download was begun
   * that fetches it; any other as it is.
   */
  static PlannedFile arriving(PlannedFile file, Instant begun) {
    // Some disks keep whole seconds.
    Instant earliest = begun.minusSeconds(1);
    boolean came =
        file.state() == State.UNVERIFIED
            && file.standing().record().isEmpty()
            && file.standing()
                .modified()
                .filter(time -> time.toInstant().isAfter(earliest))
                .isPresent();
    return came
        ? new PlannedFile(file.file(), file.target(), State.HERE, "", file.standing())
        : file;
  }

  /** A stale file as one to fetch; any other as it is. */
  static PlannedFile renewed(PlannedFile file, DataFolder folder) {
    if (file.state() != State.STALE) {
      return file;
    }
    String note = file.note().replaceFirst(STALE, "replaces a stale file: ");
    return toFetch(file, Note.of(note), folder);
  }

  /** A file that is there as one to fetch: what is there stays only until the new one is whole. */
  static PlannedFile anew(PlannedFile file, DataFolder folder) {
    if (!file.isThere()) {
      return file;
    }
    Note there = replaces(file.target(), DownloadPlan.size(file.target()).orElse(0L));
    Note note = Note.of(file.state() == State.HERE ? file.note() : "");
    return toFetch(file, note.and(there), folder);
  }

  private static Note replaces(Path place, long bytes) {
    return Files.isSymbolicLink(place)
        ? Note.of("replaces a link; what it leads to stays")
        : new Note("replaces a file of " + Sizes.text(bytes), Remark.REPLACES);
  }

  private PlannedFile judged(
      FileToFetch file, TargetPaths.Place place, ManifestEntry record, Standing standing) {
    boolean versions = !record.version().isEmpty() && !file.version().isEmpty();
    if (versions && !record.version().equals(file.version())) {
      String change =
          "version " + record.version() + " was fetched, the archive lists " + file.version();
      return planned(file, place, State.STALE, STALE + change, standing);
    }
    if (record.listedSize() >= 0
        && file.listedSize() >= 0
        && record.listedSize() != file.listedSize()) {
      String change =
          "it was listed with %d bytes, now with %d"
              .formatted(record.listedSize(), file.listedSize());
      return planned(file, place, State.STALE, STALE + change, standing);
    }
    boolean unknown = record.version().isEmpty() != file.version().isEmpty();
    if (unknown) {
      String which = record.version().isEmpty() ? "its record" : "the list";
      return planned(
          file,
          place,
          State.UNVERIFIED,
          "here, version unverified: " + which + " has none",
          standing);
    }
    return planned(file, place, State.HERE, "", standing);
  }

  private static PlannedFile toFetch(PlannedFile file, Note note, DataFolder folder) {
    Optional<String> obstacle = folder.obstacle(file.target());
    if (obstacle.isPresent()) {
      return new PlannedFile(
          file.file(), file.target(), State.BLOCKED, obstacle.get(), file.standing());
    }
    long kept = kept(file.file(), file.target());
    Note all = note.and(misfit(file.file(), file.target()));
    return new PlannedFile(
        file.file(), file.target(), State.TO_FETCH, all.text, kept, file.standing(), all.remark);
  }

  private static PlannedFile planned(
      FileToFetch file, TargetPaths.Place place, State state, String note, Standing standing) {
    return new PlannedFile(file, place.path(), state, joined(place.note(), note), standing);
  }

  // One of which nothing is noted may be another shell's that is at it just now.
  private static Note misfit(FileToFetch file, Path target) {
    return new PartPlace(target)
        .misfit(file)
        .filter(part -> !part.perhapsUnderWay())
        .map(part -> Note.of(part.text()))
        .orElse(Note.of(""));
  }

  static long kept(FileToFetch file, Path target) {
    return new PartPlace(target).usable(file).map(PartNote::bytes).orElse(0L);
  }

  static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
  }
}
