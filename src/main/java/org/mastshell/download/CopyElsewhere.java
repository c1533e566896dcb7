package org.mastshell.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a plan would fetch, though an earlier download has put it into another place: in
 * another layout, or below another folder. Judged as a plan judges what is in its own place, by the
 * record, the list and the size on the disk, without a request.
 *
 * @param dataUri which file
 * @param place where it is
 * @param bytes how large it is there
 */
public record CopyElsewhere(String dataUri, Path place, long bytes) {

  /** No part may be null. */
  public CopyElsewhere {
    Objects.requireNonNull(dataUri);
    Objects.requireNonNull(place);
  }

  /**
   * Those of a plan; a file may be in several places. A plan that is to replace files, or to keep
   * them beside others, has none: whoever asked for that wants them to be fetched.
   *
   * @param folders download folders that may have them; their copies come in this order
   * @param manifests what has been read for this look at the disk
   */
  public static List<CopyElsewhere> of(
      DownloadPlan plan, Collection<Path> folders, ReadManifests manifests) {
    Map<String, FileToFetch> wanted = new HashMap<>();
    if (plan.options().existing() == ExistingFiles.SKIP && !plan.isRepair()) {
      plan.files().stream()
          .filter(file -> file.state() == PlannedFile.State.TO_FETCH)
          .filter(file -> file.standing().isNothing())
          .forEach(file -> wanted.put(file.file().dataUri(), file.file()));
    }
    List<CopyElsewhere> found = new ArrayList<>();
    if (!wanted.isEmpty()) {
      for (Path folder : folders) {
        DownloadedFolder.below(folder).forEach(place -> found.addAll(in(place, wanted, manifests)));
      }
    }
    return found;
  }

  private static List<CopyElsewhere> in(
      DownloadedFolder folder, Map<String, FileToFetch> wanted, ReadManifests manifests) {
    List<CopyElsewhere> copies = new ArrayList<>();
    try {
      for (ManifestEntry entry : manifests.at(folder.manifest()).entries()) {
        FileToFetch file = wanted.get(entry.uri());
        if (file != null && entry.isWhole() && isAsListed(entry, file)) {
          folder
              .resolve(entry.path())
              .filter(place -> DownloadPlan.size(place).equals(Optional.of(entry.bytes())))
              .ifPresent(place -> copies.add(new CopyElsewhere(entry.uri(), place, entry.bytes())));
        }
      }
    } catch (DownloadException unreadable) {
      // What another folder has is a help to know, and no reason not to plan for this one.
      return List.of();
    }
    return copies;
  }

  private static boolean isAsListed(ManifestEntry entry, FileToFetch file) {
    boolean sameSize = file.listedSize() < 0 || file.listedSize() == entry.bytes();
    return sameSize && (file.version().isEmpty() || file.version().equals(entry.version()));
  }
}
