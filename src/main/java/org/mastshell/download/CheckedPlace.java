package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mastshell.store.OwnHands;

/**
 * What is to be checked of a folder with downloaded files: all of it, what is below another folder
 * in it, or one file.
 *
 * @param folder the folder, with the manifest that speaks of its files
 * @param place the part of it: the folder itself, a folder below it, or a file; need not exist
 * @param recorded whether the manifest has, or can have, records of it
 * @param doubted a manifest further up that was not looked into, since others can write there
 */
public record CheckedPlace(
    DownloadedFolder folder, Path place, boolean recorded, Optional<Path> doubted) {

  /**
   * What a name stands for: the folders that downloads have made there, that of a manifest, or else
   * a part of the folder whose manifest, the nearest above, has records of files there. Above,
   * where a person has not looked, only manifests count that nobody else can have written, and
   * nothing is looked for above the first folder into which others can write.
   *
   * @param place a folder, a manifest or another file; need not exist
   * @return at least one, if it exists; for a file or folder that no manifest records, with the
   *     name of one that does not exist
   */
  public static List<CheckedPlace> at(Path place) {
    return at(place, OwnHands.ofThisProgram());
  }

  static List<CheckedPlace> at(Path place, OwnHands hands) {
    Path here = place.toAbsolutePath().normalize();
    boolean isFolder = Files.isDirectory(here);
    if (isFolder || isManifest(here)) {
      List<DownloadedFolder> own = DownloadedFolder.at(here);
      if (!isFolder || own.stream().anyMatch(one -> Files.exists(one.manifest()))) {
        return whole(own, Optional.empty());
      }
      return recorded(here, hands)
          .map(List::of)
          .orElseGet(() -> whole(own, doubtedAbove(here, hands)));
    }
    Optional<CheckedPlace> recorded = recorded(here, hands);
    if (recorded.isPresent() || !DownloadedFolder.exists(here)) {
      return recorded.stream().toList();
    }
    Path real = real(here);
    DownloadedFolder unknown = DownloadedFolder.unknown(real.getParent());
    return List.of(new CheckedPlace(unknown, real, false, doubtedAbove(here, hands)));
  }

  /** All of a folder. */
  public static CheckedPlace all(DownloadedFolder folder) {
    return new CheckedPlace(folder, folder.root(), true, Optional.empty());
  }

  private static List<CheckedPlace> whole(List<DownloadedFolder> folders, Optional<Path> doubted) {
    return folders.stream()
        .map(folder -> new CheckedPlace(folder, folder.root(), true, doubted))
        .toList();
  }

  // By another name it may be somebody's table, or the very data that are to be checked.
  private static boolean isManifest(Path file) {
    return Files.isRegularFile(file)
        && (DownloadedFolder.isNameOfManifest(file) || Manifest.looksLikeOne(file));
  }

  // A link on the way may hide where the files really are.
  private static Optional<CheckedPlace> recorded(Path here, OwnHands hands) {
    Path real = real(here);
    return recordedAbove(here, hands)
        .or(() -> real.equals(here) ? Optional.empty() : recordedAbove(real, hands));
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException missing) {
      return place;
    }
  }

  private static Optional<CheckedPlace> recordedAbove(Path here, OwnHands hands) {
    if (Files.isDirectory(here) && !hands.holdFolder(here)) {
      return Optional.empty();
    }
    for (Path above = here.getParent();
        above != null && isOwnOrMissing(above, hands);
        above = above.getParent()) {
      for (DownloadedFolder folder : DownloadedFolder.withManifestIn(above)) {
        CheckedPlace part = new CheckedPlace(folder, here, true, Optional.empty());
        if (Manifest.isAllOf(folder.manifest(), hands)
            && Manifest.read(folder.manifest()).entries().stream().anyMatch(part::isOf)) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  // A folder that has gone may be what is to be fetched again.
  private static boolean isOwnOrMissing(Path folder, OwnHands hands) {
    return !DownloadedFolder.exists(folder) || hands.holdFolder(folder);
  }

  private static Optional<Path> doubtedAbove(Path here, OwnHands hands) {
    boolean own = !Files.isDirectory(here) || hands.holdFolder(here);
    for (Path above = here.getParent(); above != null; above = above.getParent()) {
      own = own && isOwnOrMissing(above, hands);
      for (DownloadedFolder folder : DownloadedFolder.withManifestIn(above)) {
        if (!own || !Manifest.isAllOf(folder.manifest(), hands)) {
          return Optional.of(folder.manifest());
        }
      }
    }
    return Optional.empty();
  }

  /** Why a manifest further up was not looked into, if there is one. */
  Optional<String> doubt() {
    return doubted.map(
        manifest ->
            manifest
                + " does not count for it, since others can write there (named itself, it does)");
  }

  /** Whether it is all of the folder. */
  public boolean isWhole() {
    return place.equals(folder.root());
  }

  /** Whether it is one file that is there. */
  public boolean isFile() {
    return !isWhole() && !Files.isDirectory(place) && DownloadedFolder.exists(place);
  }

  /** Whether what a manifest says of a path is said of something here. */
  boolean isOf(ManifestEntry entry) {
    return isWhole()
        || folder.resolve(entry.path()).filter(file -> file.startsWith(place)).isPresent();
  }

  /**
   * Why one file can be checked by nothing: no manifest has a record of it, and it is one that
   * downloads keep for themselves, or of a kind whose content tells nothing.
   *
   * @param quick whether contents are not looked at
   */
  public Optional<String> refusal(boolean quick) {
    if (recorded) {
      return Optional.empty();
    }
    String none = doubt().orElse("no manifest records it") + ", and ";
    if (!Files.isRegularFile(place)) {
      return Optional.of(none + "it is no file with data");
    }
    if (folder.isOurs(place)) {
      return Optional.of(none + "it is none that holds data: downloads keep such for themselves");
    }
    if (quick) {
      return Optional.of(none + "--quick does not look at its content");
    }
    try {
      return ContentChecks.knows(place)
          ? Optional.empty()
          : Optional.of(none + "its content is of a kind that tells nothing");
    } catch (IOException unreadable) {
      // Checking it says why.
      return Optional.empty();
    }
  }
}
