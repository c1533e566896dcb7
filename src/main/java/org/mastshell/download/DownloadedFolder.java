package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with downloaded files and what is written down about them. Paths in a manifest are not
 * to be trusted: somebody may have sent it.
 *
 * @param root what the manifest's paths are relative to
 * @param manifest where that is written down; need not exist
 * @param nested whether the root is {@code mastDownload} or another one that is downloads' alone,
 *     so that all below it is looked at; else that is so where the manifest has files in folders
 */
public record DownloadedFolder(Path root, Path manifest, boolean nested) {
  private static final String NESTED_ROOT = "mastDownload";
  private static final String NESTED_MANIFEST = "manifest.csv";
  private static final String FLAT_MANIFEST = "mastDownload_manifest.csv";

  /**
   * The folders that a place stands for: those that downloads into it have made, with or without
   * folders of their own; a folder below which files are; or that of a manifest.
   *
   * @param place a folder, or a manifest
   * @return at least one; with a manifest that does not exist where none was found
   */
  public static List<DownloadedFolder> at(Path place) {
    if (!Files.isDirectory(place)) {
      Path csv =
          place.resolveSibling(place.getFileName().toString().replaceAll("\\.json$", ".csv"));
      boolean flat = csv.getFileName().toString().equals(FLAT_MANIFEST);
      return List.of(new DownloadedFolder(place.toAbsolutePath().getParent(), csv, !flat));
    }
    List<DownloadedFolder> found = new ArrayList<>();
    for (Path nested : List.of(place, place.resolve(NESTED_ROOT))) {
      Path manifest = nested.resolve(NESTED_MANIFEST);
      if (Files.isRegularFile(manifest)) {
        found.add(new DownloadedFolder(nested, manifest, true));
      }
    }
    if (Files.isRegularFile(place.resolve(FLAT_MANIFEST))) {
      found.add(new DownloadedFolder(place, place.resolve(FLAT_MANIFEST), false));
    }
    if (!found.isEmpty()) {
      return found;
    }
    Path nested = place.resolve(NESTED_ROOT);
    Path root = Files.isDirectory(nested) ? nested : place;
    return List.of(new DownloadedFolder(root, root.resolve(NESTED_MANIFEST), true));
  }

  /**
   * The two folders that downloads into a folder may have made files in: with a folder of their own
   * and without. Neither need exist.
   */
  static List<DownloadedFolder> below(Path downloads) {
    Path nested = downloads.resolve(NESTED_ROOT);
    return List.of(
        new DownloadedFolder(nested, nested.resolve(NESTED_MANIFEST), true),
        new DownloadedFolder(downloads, downloads.resolve(FLAT_MANIFEST), false));
  }

  /** The folder of each manifest that lies in a folder. */
  static List<DownloadedFolder> withManifestIn(Path place) {
    return Stream.of(
            new DownloadedFolder(place, place.resolve(NESTED_MANIFEST), true),
            new DownloadedFolder(place, place.resolve(FLAT_MANIFEST), false))
        .filter(folder -> Files.isRegularFile(folder.manifest))
        .toList();
  }

  /** A folder of which nothing is written down. */
  static DownloadedFolder unknown(Path place) {
    return new DownloadedFolder(place, place.resolve(NESTED_MANIFEST), true);
  }

  /** Whether a file has the name of a manifest or of its twin. */
  static boolean isNameOfManifest(Path file) {
    String csv = file.getFileName().toString().replaceAll("\\.json$", ".csv");
    return csv.equals(NESTED_MANIFEST) || csv.equals(FLAT_MANIFEST);
  }

  /** Whether a download has been there. */
  public boolean isOfDownload() {
    return Files.isRegularFile(manifest) || root.endsWith(NESTED_ROOT);
  }

  /**
   * The folder that {@code download} would have to be told to write here again; empty where the
   * folder or its manifest have other names than it gives.
   */
  public Optional<Path> downloadFolder() {
    if (!nested) {
      return Optional.of(root);
    }
    boolean usual = root.endsWith(NESTED_ROOT) && manifest.endsWith(NESTED_MANIFEST);
    return usual ? Optional.ofNullable(root.toAbsolutePath().getParent()) : Optional.empty();
  }

  /**
   * The place of a path of the manifest; empty if such a path could lead out of the folder. That
   * says nothing of links on the way: {@link #holds} does.
   */
  Optional<Path> resolve(String relative) {
    Path path = root;
    try {
      for (String part : relative.split("/", -1)) {
        boolean plain = !part.isEmpty() && part.chars().noneMatch(c -> c < ' ' || c == '\\');
        if (!plain || part.equals(".") || part.equals("..") || Path.of(part).isAbsolute()) {
          return Optional.empty();
        }
        path = path.resolve(part);
      }
      return Optional.of(path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether a file that is there is really in the folder, links considered. */
  boolean holds(Path file) throws IOException {
    return file.toRealPath().startsWith(root.toRealPath());
  }

  /** Whether a name is that of a file which a download keeps for itself. */
  boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    String own = manifest.getFileName().toString();
    return name.startsWith(".")
        || name.startsWith(own)
        || name.startsWith(Manifest.twin(manifest).getFileName().toString())
        || name.matches(".*\\.part(\\..*)?");
  }

  static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
