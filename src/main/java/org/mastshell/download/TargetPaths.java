package org.mastshell.download;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives each file its place. No two files share one, case not considered, and a place that an
 * earlier download gave to another file stays that file's.
 */
final class TargetPaths {
  private static final int MOST_NUMBERED = 100;

  private final TransferOptions options;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  TargetPaths(TransferOptions options, Manifest manifest) {
    this.options = options;
    for (ManifestEntry entry : manifest.entries()) {
      if (entry.isWhole()) {
        owners.put(SafeName.folded(entry.path()), entry.uri());
        places.put(entry.uri(), entry.path());
      }
    }
  }

  /**
   * A place.
   *
   * @param relative the path below the data folder, parts separated by {@code /}
   * @param note why it is not the expected one; empty if it is
   */
  record Place(String relative, Path path, String note) {}

  /** The place of a file; the same one when asked again. */
  Place of(FileToFetch file) {
    List<String> parts = new ArrayList<>();
    if (!options.flat()) {
      parts.add(part(file.collection().isBlank() ? "unknown" : file.collection()));
      parts.add(part(file.obsId().isBlank() ? "unknown" : file.obsId()));
    }
    String wanted = file.fileName().isBlank() ? lastPart(file.dataUri()) : file.fileName();
    String name = part(wanted);
    String folder = parts.isEmpty() ? "" : String.join("/", parts) + "/";
    String note = name.equals(wanted) ? "" : "saved as " + name + ", a name that is safe here";
    int number = earlierNumber(file.dataUri(), folder, name);
    while (isAnothers(folder + numbered(name, number), file.dataUri())) {
      number++;
    }
    if (number > 1) {
      note = "saved as " + numbered(name, number) + ", another file has the name " + name;
    }
    String relative = folder + numbered(name, number);
    owners.put(SafeName.folded(relative), file.dataUri());
    return new Place(relative, resolve(relative), note);
  }

  /** The path of a place below the data folder. */
  private Path resolve(String relative) {
    Path path = options.dataFolder();
    for (String part : relative.split("/", -1)) {
      path = path.resolve(part);
    }
    return path;
  }

  private boolean isAnothers(String relative, String uri) {
    String owner = owners.get(SafeName.folded(relative));
    return owner != null && !owner.equals(uri);
  }

  // The file may have got a numbered name earlier, when its own was another file's.
  private int earlierNumber(String uri, String folder, String name) {
    String earlier = places.get(uri);
    for (int number = 1; earlier != null && number < MOST_NUMBERED; number++) {
      if (earlier.equals(folder + numbered(name, number))) {
        return number;
      }
    }
    return 1;
  }

  private static String numbered(String name, int number) {
    return number == 1 ? name : SafeName.numbered(name, number);
  }

  // Without a locale of UTF-8 only some characters can be in the name of a file.
  private static String part(String raw) {
    String name = SafeName.of(raw);
    try {
      Objects.requireNonNull(Path.of(name));
      return name;
    } catch (InvalidPathException e) {
      return name.replaceAll("[^\\x20-\\x7e]", "_");
    }
  }

  private static String lastPart(String uri) {
    String path = uri.replaceAll("[?#].*$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isBlank() ? uri.substring(uri.lastIndexOf('/') + 1) : last;
  }
}
