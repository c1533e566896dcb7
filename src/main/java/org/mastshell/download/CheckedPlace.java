package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be checked of a folder with downloaded files: all of it, what is below another folder
 * in it, or one file.
 *
 * @param folder the folder, with the manifest that speaks of its files
 * @param place the part of it: the folder itself, a folder below it, or a file; need not exist
 * @param recorded whether the manifest has, or can have, records of it
 */
public record CheckedPlace(DownloadedFolder folder, Path place, boolean recorded) {

  /**
   * What a name stands for: the folders that downloads have made there, that of a manifest, or else
   * a part of the folder whose manifest, the nearest above, has records of files there.
   *
   * @param place a folder, a manifest or another file; need not exist
   * @return at least one, if it exists; for a file or folder that no manifest records, with the
   *     name of one that does not exist
   */
  public static List<CheckedPlace> at(Path place) {
    Path here = place.toAbsolutePath().normalize();
    boolean isFolder = Files.isDirectory(here);
    if (isFolder || isManifest(here)) {
      List<DownloadedFolder> own = DownloadedFolder.at(here);
      if (!isFolder || own.stream().anyMatch(one -> Files.exists(one.manifest()))) {
        return whole(own);
      }
      return recorded(here).map(List::of).orElseGet(() -> whole(own));
    }
    Optional<CheckedPlace> recorded = recorded(here);
    if (recorded.isPresent() || !DownloadedFolder.exists(here)) {
      return recorded.stream().toList();
    }
    Path real = real(here);
    return List.of(new CheckedPlace(DownloadedFolder.unknown(real.getParent()), real, false));
  }

  /** All of a folder. */
  public static CheckedPlace all(DownloadedFolder folder) {
    return new CheckedPlace(folder, folder.root(), true);
  }

  private static List<CheckedPlace> whole(List<DownloadedFolder> folders) {
    return folders.stream().map(CheckedPlace::all).toList();
  }

  // By another name it may be somebody's table, or the very data that are to be checked.
  private static boolean isManifest(Path file) {
    return Files.isRegularFile(file)
        && (DownloadedFolder.isNameOfManifest(file) || Manifest.looksLikeOne(file));
  }

  // A link on the way may hide where the files really are.
  private static Optional<CheckedPlace> recorded(Path here) {
    Path real = real(here);
    return recordedAbove(here).or(() -> real.equals(here) ? Optional.empty() : recordedAbove(real));
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException missing) {
      return place;
    }
  }

  private static Optional<CheckedPlace> recordedAbove(Path here) {
    for (Path above = here.getParent(); above != null; above = above.getParent()) {
      for (DownloadedFolder folder : DownloadedFolder.withManifestIn(above)) {
        CheckedPlace part = new CheckedPlace(folder, here, true);
        if (Manifest.read(folder.manifest()).entries().stream().anyMatch(part::isOf)) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
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
    String none = "no manifest records it, and ";
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
