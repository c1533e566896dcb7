package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * What a download would do, found out without asking the archive anything and without writing
 * anything.
 */
public final class DownloadPlan {
  private final TransferOptions options;
  private final List<PlannedFile> files;
  private final int duplicates;
  private final int withoutUri;
  private final long freeSpace;
  private final List<String> notes;
  private final boolean updating;
  private final boolean repair;

  private DownloadPlan(
      TransferOptions options,
      List<PlannedFile> files,
      int duplicates,
      int withoutUri,
      long freeSpace,
      List<String> notes,
      boolean updating,
      boolean repair) {
    this.options = options;
    this.files = List.copyOf(files);
    this.duplicates = duplicates;
    this.withoutUri = withoutUri;
    this.freeSpace = freeSpace;
    this.notes = notes;
    this.updating = updating;
    this.repair = repair;
  }

  /**
   * Plans the download of products: each {@code dataURI} once, in the order of its first row.
   *
   * <p>What is on the disk is judged without a request: by the manifest's record of it, by the
   * version and the size that the archive lists, and by its own size. {@link PlannedFile.State}
   * says what that can come to.
   *
   * @param products a table with the archive's product columns ({@code dataURI obs_collection
   *     obs_id productFilename size dataRights prvversion checksum}); those it lacks count as
   *     missing
   */
  public static DownloadPlan of(Table products, TransferOptions options) {
    return of(products, options, new ReadManifests());
  }

  /**
   * The same.
   *
   * @param manifests what has been read for this look at the disk
   */
  public static DownloadPlan of(Table products, TransferOptions options, ReadManifests manifests) {
    return of(products, options, FreeSpace.ofDisk(), manifests);
  }

  static DownloadPlan of(Table products, TransferOptions options, FreeSpace freeSpace) {
    return of(products, options, freeSpace, new ReadManifests());
  }

  private static DownloadPlan of(
      Table products, TransferOptions options, FreeSpace freeSpace, ReadManifests manifests) {
    List<PlannedFile> planned = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Manifest manifest = manifests.at(options.manifest());
    TargetPaths paths = new TargetPaths(options, manifest, products);
    DataFolder folder = new DataFolder(options.dataFolder(), freeSpace);
    Presence presence = new Presence(manifest, folder);
    boolean anew = options.existing() == ExistingFiles.OVERWRITE;
    int withoutUri = 0;
    for (int row = 0; row < products.size(); row++) {
      FileToFetch file = file(products, row);
      if (file.dataUri().isBlank()) {
        withoutUri++;
      } else if (known.add(file.dataUri())) {
        PlannedFile judged = presence.of(file, paths.of(file, row));
        planned.add(anew ? Presence.anew(judged, folder) : judged);
      }
    }
    int duplicates = products.size() - withoutUri - planned.size();
    long free = freeSpace.at(options.dataFolder());
    return new DownloadPlan(
        options, planned, duplicates, withoutUri, free, notes(options, manifest), false, false);
  }

  /**
   * Plans to fetch files again that an earlier download was to put into a folder, each to the very
   * place that the manifest names. What a download has put there stays until the new file is whole;
   * what none has put there is a person's, and stays beside it. Of a part of a folder, to which the
   * manifest was found by looking further up, all that stood there stays beside the new file.
   *
   * @param options must be for that folder
   */
  public static DownloadPlan again(
      CheckedPlace part, Collection<ManifestEntry> entries, TransferOptions options) {
    DownloadedFolder where = part.folder();
    FreeSpace freeSpace = FreeSpace.ofDisk();
    DataFolder folder = new DataFolder(options.dataFolder(), freeSpace);
    Manifest records = Manifest.read(where.manifest());
    List<PlannedFile> planned = new ArrayList<>();
    for (ManifestEntry entry : entries) {
      where
          .resolve(entry.path())
          .ifPresent(target -> planned.add(again(entry, target, part, folder, records)));
    }
    return new DownloadPlan(
        options, planned, 0, 0, freeSpace.at(options.dataFolder()), List.of(), false, true);
  }

  private static PlannedFile again(
      ManifestEntry entry, Path place, CheckedPlace part, DataFolder folder, Records records) {
    boolean persons = !entry.isFetched() && DownloadedFolder.exists(place);
    Path target = persons ? beside(place, folder, records) : place;
    boolean keeps = !part.isWhole() && DownloadedFolder.exists(target);
    String note =
        persons
            ? "saved as %s, the %s here is not from a download and stays"
                .formatted(target.getFileName(), place.getFileName())
            : "";
    boolean refused = entry.status() == FileOutcome.Status.REFUSED;
    FileToFetch file =
        new FileToFetch(
            entry.uri(),
            "",
            "",
            String.valueOf(target.getFileName()),
            entry.listedSize(),
            refused,
            entry.version(),
            // The manifest keeps no sum of the list.
            "",
            entry.isWhole() && entry.bytes() == 0);
    Standing seen = Standing.at(target).recorded(file, Optional.of(entry));
    Standing standing = keeps ? seen.kept() : seen;
    return folder
        .obstacle(target)
        .or(() -> new PartPlace(target).obstacle())
        .map(why -> new PlannedFile(file, target, PlannedFile.State.BLOCKED, why, standing))
        .orElseGet(() -> new PlannedFile(file, target, PlannedFile.State.TO_FETCH, note, standing));
  }

  private static Path beside(Path place, DataFolder folder, Records records) {
    String name = String.valueOf(place.getFileName());
    int number = 2;
    Path free = place.resolveSibling(SafeName.numbered(name, number));
    while (DownloadedFolder.exists(free) || records.entry(folder.relative(free)).isPresent()) {
      number++;
      free = place.resolveSibling(SafeName.numbered(name, number));
    }
    return free;
  }

  /** The same plan for some of its files: those that were refused, say, after a login. */
  public DownloadPlan only(Collection<PlannedFile> some) {
    // Their places may be others by now: what came meanwhile keeps its own.
    Set<FileToFetch> wanted = some.stream().map(PlannedFile::file).collect(Collectors.toSet());
    List<PlannedFile> kept = files.stream().filter(file -> wanted.contains(file.file())).toList();
    return new DownloadPlan(options, kept, 0, 0, freeSpace, notes, updating, repair);
  }

  /** Every file of the plan, in the order of the products. */
  public List<PlannedFile> files() {
    return files;
  }

  /** The path of a file below the folder of data, its parts separated by {@code /}. */
  public String relative(PlannedFile file) {
    return new DataFolder(options.dataFolder(), FreeSpace.ofDisk()).relative(file.target());
  }

  /** What earlier downloads have put into the same folder, and is not of this plan. */
  public List<ManifestEntry> fetchedEarlier() {
    Set<String> own = files.stream().map(file -> file.file().dataUri()).collect(Collectors.toSet());
    return Manifest.read(options.manifest()).entries().stream()
        .filter(entry -> entry.isWhole() && !own.contains(entry.uri()))
        .toList();
  }

  /** Where and how, as asked for. */
  public TransferOptions options() {
    return options;
  }

  /** How many rows were left out since an earlier one has the same {@code dataURI}. */
  public int duplicates() {
    return duplicates;
  }

  /** How many rows were left out since they have no {@code dataURI}. */
  public int withoutUri() {
    return withoutUri;
  }

  /**
   * The same plan, with stale files to be fetched again in the place of those that are there. The
   * archive will also be asked about each file whose record has a validator, since data can be made
   * anew with the same version and the same size: one request, without its bytes if it is the same.
   */
  public DownloadPlan updating() {
    DataFolder folder = new DataFolder(options.dataFolder(), FreeSpace.ofDisk());
    List<PlannedFile> renewed = files.stream().map(file -> Presence.renewed(file, folder)).toList();
    return new DownloadPlan(
        options, renewed, duplicates, withoutUri, freeSpace, notes, true, repair);
  }

  /**
   * The same plan where it is known that other downloads are at some files: what has come of these
   * since then, and has no record yet, is none of unknown version.
   *
   * @param begun when that was, by {@code dataURI}
   */
  public DownloadPlan whileOthersFetch(Map<String, Instant> begun) {
    List<PlannedFile> known =
        files.stream()
            .map(
                file ->
                    begun.containsKey(file.file().dataUri())
                        ? Presence.arriving(file, begun.get(file.file().dataUri()))
                        : file)
            .toList();
    return new DownloadPlan(
        options, known, duplicates, withoutUri, freeSpace, notes, updating, repair);
  }

  /** The same plan with another note. */
  public DownloadPlan noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new DownloadPlan(
        options, files, duplicates, withoutUri, freeSpace, List.copyOf(more), updating, repair);
  }

  /** Whether it puts files back into the places where they were, which nobody chooses now. */
  public boolean isRepair() {
    return repair;
  }

  /** Whether the archive is to be asked if files that are here are still the same. */
  public boolean isUpdating() {
    return updating;
  }

  /** How many files are in a state. */
  public int count(PlannedFile.State state) {
    return (int) files.stream().filter(file -> file.state() == state).count();
  }

  /** How many of the files to fetch replace what is here once they are whole. */
  public int replacing() {
    return (int)
        files.stream()
            .filter(
                file -> file.state() == PlannedFile.State.TO_FETCH && !file.standing().isNothing())
            .count();
  }

  /** How many files that are here the archive is asked about, when their turn comes. */
  public int asking() {
    if (!updating) {
      return 0;
    }
    return (int)
        files.stream()
            .filter(PlannedFile::isThere)
            .filter(
                file ->
                    file.standing().record().filter(one -> !one.validator().isEmpty()).isPresent())
            .count();
  }

  /** Listed bytes of the files to fetch; those of unknown size count as 0. */
  public long bytesToFetch() {
    long sum = 0;
    for (FileToFetch file : toFetch(anyFile -> true)) {
      // What the archive lists is not to be trusted: a sum that is too large must not become small.
      long size = Math.max(0, file.listedSize());
      sum = sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size;
    }
    return sum;
  }

  /** Listed bytes that are to come: those to fetch without what is here of them. */
  public long bytesToCome() {
    return Math.max(0, bytesToFetch() - bytesKept());
  }

  /** Bytes of earlier parts that need not be fetched again. */
  public long bytesKept() {
    return files.stream()
        .filter(file -> file.state() == PlannedFile.State.TO_FETCH)
        .mapToLong(PlannedFile::kept)
        .sum();
  }

  /** Bytes on the disk of the files that are here, verified or not. */
  public long bytesHere() {
    return files.stream()
        .filter(PlannedFile::isThere)
        .mapToLong(file -> size(file.target()).orElse(0L))
        .sum();
  }

  /** What the files to fetch need of the disk, and what it has. */
  public Room room() {
    return room(freeSpace);
  }

  /** The same, where so many bytes are free now, or -1. */
  Room room(long free) {
    return new Room(bytesToCome(), count(PlannedFile.State.TO_FETCH), free);
  }

  /** How many of the files to fetch have no listed size. */
  public int unknownSizes() {
    return toFetch(file -> file.listedSize() < 0).size();
  }

  /** How many of the files to fetch are exclusive: they need a login with the right to them. */
  public int exclusive() {
    return toFetch(FileToFetch::exclusive).size();
  }

  /** Bytes that can still be written where the files would go, or -1 if that is unknown. */
  public long freeSpace() {
    return freeSpace;
  }

  /** Anything else that should be said before the download; usually nothing. */
  public List<String> notes() {
    return notes;
  }

  /** The size of a regular file, if there is one. */
  static Optional<Long> size(Path target) {
    try {
      return Files.isRegularFile(target) ? Optional.of(Files.size(target)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> notes(TransferOptions options, Manifest manifest) {
    List<String> notes = new ArrayList<>();
    manifest
        .trouble()
        .map(
            trouble ->
                manifest.isComplete()
                    ? trouble
                    : trouble
                        + ": files that are here without a record are judged by their listed size")
        .ifPresent(trouble -> notes.add(trouble + ", and it is kept under another name"));
    if (hasForeignTwin(options.manifest())) {
      notes.add(
          Manifest.twin(options.manifest())
              + " was not written by a download: it is kept under another name");
    }
    return List.copyOf(notes);
  }

  private static boolean hasForeignTwin(Path manifest) {
    try {
      return Manifest.isTwinForeign(manifest);
    } catch (IOException later) {
      // Whoever writes the manifest says so.
      return false;
    }
  }

  private List<FileToFetch> toFetch(Predicate<FileToFetch> which) {
    return files.stream()
        .filter(file -> file.state() == PlannedFile.State.TO_FETCH)
        .map(PlannedFile::file)
        .filter(which)
        .toList();
  }

  private static FileToFetch file(Table products, int row) {
    String rights = text(products, row, "dataRights");
    double size = products.find("size").map(cells -> number(cells, row)).orElse(Double.NaN);
    return new FileToFetch(
        text(products, row, "dataURI"),
        text(products, row, "obs_collection"),
        text(products, row, "obs_id"),
        text(products, row, "productFilename"),
        // The archive lists 0 where it does not know.
        size >= 1 && size < Long.MAX_VALUE ? (long) size : -1,
        !rights.isEmpty() && !rights.equalsIgnoreCase("PUBLIC"),
        text(products, row, "prvversion").strip(),
        text(products, row, "checksum").strip(),
        size == 0);
  }

  private static double number(Column cells, int row) {
    return cells.isMissing(row) ? Double.NaN : cells.number(row);
  }

  private static String text(Table products, int row, String column) {
    String text = products.text(row, column);
    return text == null ? "" : text;
  }
}
