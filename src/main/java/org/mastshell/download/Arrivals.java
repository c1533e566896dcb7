package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.mastshell.download.PlannedFile.State;

/**
 * Judges again what is to be done for a file when its turn has come: between the plan and the turn
 * hours may lie, in which other downloads, or people, put files into the same folder.
 */
final class Arrivals {
  private static final int MOST_NUMBERED = 100;
  private static final String ARRIVED = "another download has fetched it";

  private final TransferOptions options;
  private final DataFolder folder;

  Arrivals(TransferOptions options, DataFolder folder) {
    this.options = options;
    this.folder = folder;
  }

  /**
   * What is to be done for a file now. To be asked by who alone may write it.
   *
   * @return the file as it was planned; or one that is there, and needs no transfer any more; or
   *     one with another place, since what has come into its own is not to be replaced
   * @throws IOException if it cannot be told
   */
  PlannedFile judged(PlannedFile planned) throws IOException {
    if (!planned.standing().hasBeenTaken(planned.target())) {
      return planned;
    }
    Manifest records = Manifest.load(options.manifest());
    PlannedFile now = presence(planned, planned.target(), records);
    boolean anothers = isAnothers(planned, planned.target(), records);
    if (!anothers && now.state() == State.HERE) {
      return saying(now, ARRIVED);
    }
    if (!anothers && overwrites()) {
      return planned;
    }
    return !anothers && now.isThere() ? now : beside(planned, records, true);
  }

  /** The same file with a free place, since something has come into the one that it had. */
  PlannedFile beside(PlannedFile taken) throws IOException {
    return beside(taken, Manifest.load(options.manifest()), false);
  }

  /** Whether what stands in the place of a file is to go as soon as the file is whole. */
  boolean mayReplace(PlannedFile file) {
    boolean known = !file.standing().isNothing();
    return overwrites() || (known && !file.standing().hasBeenTaken(file.target()));
  }

  private boolean overwrites() {
    return options.existing() == ExistingFiles.OVERWRITE;
  }

  // The file itself may have come under a number, too.
  private PlannedFile beside(PlannedFile taken, Manifest records, boolean orArrived)
      throws IOException {
    for (int number = 2; number <= MOST_NUMBERED; number++) {
      Path place = taken.target().resolveSibling(SafeName.numbered(taken.name(), number));
      boolean stands = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
      if (isAnothers(taken, place, records)) {
        continue;
      }
      PlannedFile now = presence(taken, place, records);
      if (stands && orArrived && now.state() == State.HERE) {
        return saying(now, ARRIVED);
      }
      if (!stands && now.state() == State.TO_FETCH) {
        String note =
            "saved as %s, something has come into the place of %s meanwhile"
                .formatted(place.getFileName(), taken.name());
        return saying(now, Presence.joined(taken.note(), note));
      }
    }
    throw new IOException("something has come into its place, and there is no name beside it");
  }

  private PlannedFile presence(PlannedFile file, Path place, Manifest records) {
    return new Presence(records, folder)
        .of(file.file(), new TargetPaths.Place(folder.relative(place), place, ""));
  }

  private boolean isAnothers(PlannedFile file, Path place, Manifest records) {
    Optional<ManifestEntry> owner = records.entry(folder.relative(place));
    return owner.isPresent()
        && owner.get().isWhole()
        && !owner.get().uri().equals(file.file().dataUri());
  }

  private static PlannedFile saying(PlannedFile file, String note) {
    return new PlannedFile(
        file.file(), file.target(), file.state(), note, file.kept(), file.standing());
  }
}
