package org.mastshell.download;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mastshell.table.Table;

/**
 * Gives each file its place. No two files share one, case not considered, and a place that an
 * earlier download gave to another file stays that file's. A file that nobody knows is not put
 * another one in the place of, unless that was asked for.
 */
final class TargetPaths {
  private static final int MOST_NUMBERED = 100;
  // Some systems allow 1024 bytes for a whole path: the rest is for the download folder itself.
  private static final int MOST_BYTES = 760;

  private final TransferOptions options;
  private final LayoutRows layout;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Set<String>> fetched = new HashMap<>();

  TargetPaths(TransferOptions options, Manifest manifest, Table products) {
    this.options = options;
    this.layout = new LayoutRows(options.layout(), products);
    for (ManifestEntry entry : manifest.entries()) {
      owners.put(SafeName.folded(entry.path()), entry.uri());
      if (entry.isFetched()) {
        fetched.computeIfAbsent(entry.uri(), uri -> new HashSet<>()).add(entry.path());
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

  /**
   * The place of a file.
   *
   * @param row the file's row in the table of products
   */
  Place of(FileToFetch file, int row) {
    String listed = file.fileName().isBlank() ? lastPart(file.dataUri()) : file.fileName();
    List<String> raw = layout.of(row, listed);
    String wanted = raw.get(raw.size() - 1);
    String name = part(wanted);
    String folder = folder(raw.subList(0, raw.size() - 1), name);
    Candidate first = new Candidate(folder, name, 1);
    Candidate chosen = new Candidate(folder, name, firstNumber(file.dataUri(), first));
    while (isTaken(chosen, file)) {
      chosen = new Candidate(folder, name, chosen.number + 1);
    }
    String note = name.equals(wanted) ? "" : "saved as " + name + ", a name that is safe here";
    if (chosen.number > 1) {
      note = "saved as " + chosen.numbered() + ", " + reason(first, file);
    }
    owners.put(SafeName.folded(chosen.relative()), file.dataUri());
    return new Place(chosen.relative(), resolve(chosen.relative()), note);
  }

  /** A place that a file might get: its own name, or that name with a number from 2 up. */
  private record Candidate(String folder, String name, int number) {
    String numbered() {
      return number == 1 ? name : SafeName.numbered(name, number);
    }

    String relative() {
      return folder + numbered();
    }
  }

  private boolean isTaken(Candidate candidate, FileToFetch file) {
    return isAnothers(candidate.relative(), file.dataUri())
        || switch (options.existing()) {
          case OVERWRITE -> false;
          case KEEP_BOTH -> stands(candidate);
          case SKIP -> isStranger(candidate, file);
        };
  }

  private boolean isAnothers(String relative, String uri) {
    String owner = owners.get(SafeName.folded(relative));
    return owner != null && !owner.equals(uri);
  }

  private boolean stands(Candidate candidate) {
    return Files.exists(resolve(candidate.relative()), LinkOption.NOFOLLOW_LINKS);
  }

  // A file that was fetched here, or has the listed size, is taken for the one that is wanted.
  private boolean isStranger(Candidate candidate, FileToFetch file) {
    Path path = resolve(candidate.relative());
    if (!stands(candidate) || Files.isDirectory(path)) {
      return false;
    }
    boolean known = fetched(file.dataUri()).contains(candidate.relative());
    long size = DownloadPlan.size(path).orElse(-1L);
    return !known && (size < 0 || size != file.listedSize());
  }

  // The file may have got a numbered name earlier, when its own was another file's.
  private int firstNumber(String uri, Candidate first) {
    Set<String> earlier = options.existing() == ExistingFiles.SKIP ? fetched(uri) : Set.of();
    for (int number = 1; !earlier.isEmpty() && number < MOST_NUMBERED; number++) {
      if (earlier.contains(new Candidate(first.folder, first.name, number).relative())) {
        return number;
      }
    }
    return 1;
  }

  private Set<String> fetched(String uri) {
    return fetched.getOrDefault(uri, Set.of());
  }

  private String reason(Candidate first, FileToFetch file) {
    if (isAnothers(first.relative(), file.dataUri())) {
      return "another file has the name " + first.name;
    }
    if (options.existing() == ExistingFiles.KEEP_BOTH) {
      return "beside " + first.name;
    }
    return stands(first)
        ? "the " + first.name + " here may be another file"
        : "its name here since an earlier download";
  }

  // Long paths get shorter folders: a name that is cut keeps a mark of all that it was.
  private static String folder(List<String> raw, String name) {
    List<String> parts = new ArrayList<>(raw.stream().map(TargetPaths::part).toList());
    int room = MOST_BYTES - SafeName.bytes(name);
    if (SafeName.bytes(String.join("/", parts)) > room) {
      int most = room / parts.size() - 1;
      parts.replaceAll(part -> SafeName.shortened(part, most));
    }
    return parts.isEmpty() ? "" : String.join("/", parts) + "/";
  }

  /** The path of a place below the data folder. */
  private Path resolve(String relative) {
    Path path = options.dataFolder();
    for (String part : relative.split("/", -1)) {
      path = path.resolve(part);
    }
    return path;
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
