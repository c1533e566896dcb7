package org.mastshell.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CloudPaths;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.MissionUri;
import org.mastshell.archive.Progress;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.JobOrder;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.SettingException;
import org.mastshell.session.Settings;

/**
 * The way that files come: from the archive, or from its public bucket as the setting source says.
 *
 * @param source the setting source
 * @param bucket its address
 * @param known where the bucket has files, once the archive was asked
 */
record FileRoads(String source, URI bucket, Optional<CloudPaths> known) {
  /** What a person is told while the archive is asked where the bucket has files. */
  static final String ASKING = "asking where the cloud has them";

  private static final String ARCHIVE_ALONE = "archive";
  private static final int MOST_NAMED = 5;

  /** Before the archive was asked. */
  FileRoads(String source, URI bucket) {
    this(source, bucket, Optional.empty());
  }

  static FileRoads of(Settings settings) {
    return new FileRoads(
        settings.get(Setting.SOURCE), URI.create(settings.get(Setting.CLOUD_ENDPOINT)));
  }

  /**
   * The way of a download that was begun before: the same as then, unless somebody has said
   * otherwise since.
   */
  static FileRoads of(JobOrder begun, Settings settings) {
    if (begun.source().isEmpty() || !settings.isStandard(Setting.SOURCE)) {
      return of(settings);
    }
    try {
      return of(settings.with(Setting.SOURCE, begun.source()));
    } catch (SettingException unknownHere) {
      // A later version may know ways that this one does not.
      return of(settings);
    }
  }

  /** What to say of the way of a download that was begun before, if it is not the usual one. */
  Optional<String> since(JobOrder begun) {
    if (begun.source().isEmpty() || (begun.source().equals(source) && !areTwo())) {
      return Optional.empty();
    }
    if (begun.source().equals(source)) {
      return Optional.of("source %s, as it was begun".formatted(source));
    }
    return Optional.of(
        "source %s, as it is set now; it was begun with source %s"
            .formatted(source, begun.source()));
  }

  /** Whether files may come from the bucket too. */
  boolean areTwo() {
    return !source.equals(ARCHIVE_ALONE);
  }

  /**
   * With where the bucket has the files of a plan. Asks the archive, if the setting says so and it
   * was not asked before.
   */
  FileRoads found(
      DownloadPlan plan, ArchiveClient client, Progress progress, Cancellation cancellation) {
    List<PlannedFile> open = lookedFor(plan);
    return open.isEmpty() || known.isPresent()
        ? this
        : new FileRoads(source, bucket, Optional.of(paths(open, client, progress, cancellation)));
  }

  /** The way for files of which it was found out. */
  FileSource source(ArchiveClient client) {
    return known
        .map(paths -> client.files(bucket, paths, tellsMissing()))
        .orElseGet(() -> client.files());
  }

  // Who asked for the cloud wants to know what does not come from there.
  private boolean tellsMissing() {
    return source.equals("cloud");
  }

  /** Where the bucket has these files. */
  static CloudPaths paths(
      List<PlannedFile> files, ArchiveClient client, Progress progress, Cancellation cancellation) {
    List<String> uris = files.stream().map(planned -> planned.file().dataUri()).toList();
    return client.cloudPaths(uris, progress, cancellation);
  }

  /** Whether the archive can be asked where the bucket has a file. */
  static boolean isLookedFor(PlannedFile planned) {
    return MissionUri.read(planned.file().dataUri()).isEmpty();
  }

  /** The files that are looked for in the bucket. */
  private List<PlannedFile> lookedFor(DownloadPlan plan) {
    return openToAll(plan).stream().filter(FileRoads::isLookedFor).toList();
  }

  private List<PlannedFile> openToAll(DownloadPlan plan) {
    // Exclusive files are in no public bucket, and nobody is told of them.
    return plan.files().stream()
        .filter(planned -> areTwo() && !planned.file().exclusive())
        .filter(
            planned ->
                planned.state() == PlannedFile.State.TO_FETCH
                    || (plan.isUpdating() && planned.isThere()))
        .toList();
  }

  /** How many files the bucket has; empty if the archive was not asked. */
  OptionalInt inCloud() {
    return known.isPresent() ? OptionalInt.of(known.get().count()) : OptionalInt.empty();
  }

  /** What a person should know of them. */
  List<String> lines(DownloadPlan plan) {
    List<String> lines = new ArrayList<>(known.map(paths -> lines(paths, plan)).orElse(List.of()));
    long others = openToAll(plan).stream().filter(planned -> !isLookedFor(planned)).count();
    if (others > 0) {
      lines.add(
          "not looked for in the cloud: %s that a mission's search has listed"
              .formatted(Counts.of(others, "file", "files")));
    }
    return lines;
  }

  private List<String> lines(CloudPaths paths, DownloadPlan plan) {
    List<PlannedFile> open = lookedFor(plan);
    List<String> lines = new ArrayList<>();
    lines.add(
        "the cloud has %s of %s"
            .formatted(
                Counts.text(paths.count()), Counts.of(open.size(), "public file", "public files")));
    if (!paths.trouble().isEmpty()) {
      lines.add("where it has others could not be asked: " + paths.trouble());
    }
    List<String> missing =
        open.stream()
            .filter(planned -> paths.isMissing(planned.file().dataUri()))
            .map(PlannedFile::name)
            .toList();
    if (tellsMissing() && !missing.isEmpty()) {
      String more = missing.size() > MOST_NAMED ? ", …" : "";
      List<String> named = missing.stream().limit(MOST_NAMED).toList();
      lines.add(
          "from the archive, since the cloud does not have: " + String.join(", ", named) + more);
    }
    return lines;
  }
}
