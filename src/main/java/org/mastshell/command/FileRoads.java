package org.mastshell.command;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CloudPaths;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;

/**
 * The way that files come: from the archive, or from its public bucket as the setting source says.
 *
 * @param source the setting source
 * @param bucket its address
 */
record FileRoads(String source, URI bucket) {
  /** What a person is told while the archive is asked where the bucket has files. */
  static final String ASKING = "asking where the cloud has them";

  private static final int MOST_NAMED = 5;

  static FileRoads of(Settings settings) {
    return new FileRoads(
        settings.get(Setting.SOURCE), URI.create(settings.get(Setting.CLOUD_ENDPOINT)));
  }

  /** The way for a plan that a person waits for. */
  FileSource open(DownloadPlan plan, ArchiveClient client, Work work) {
    try (Watch watch = work.watch(ASKING)) {
      return open(plan, client, watch, work::say, work.cancellation());
    }
  }

  /**
   * The way for a plan. Asks the archive where the bucket has its files, if the setting says so.
   *
   * @param say is told what a person should know
   */
  FileSource open(
      DownloadPlan plan,
      ArchiveClient client,
      Progress progress,
      Consumer<String> say,
      Cancellation cancellation) {
    List<PlannedFile> open = source.equals("archive") ? List.of() : openToAll(plan);
    if (open.isEmpty()) {
      return client.files();
    }
    CloudPaths paths = paths(open, client, progress, cancellation);
    boolean all = source.equals("cloud");
    tell(paths, open, all, say);
    return client.files(bucket, paths, all);
  }

  /** Where the bucket has these files. */
  static CloudPaths paths(
      List<PlannedFile> files, ArchiveClient client, Progress progress, Cancellation cancellation) {
    List<String> uris = files.stream().map(planned -> planned.file().dataUri()).toList();
    return client.cloudPaths(uris, progress, cancellation);
  }

  // Exclusive files are in no public bucket, and nobody is told of them.
  private static List<PlannedFile> openToAll(DownloadPlan plan) {
    return plan.files().stream()
        .filter(planned -> !planned.file().exclusive())
        .filter(
            planned ->
                planned.state() == PlannedFile.State.TO_FETCH
                    || (plan.isUpdating() && planned.isThere()))
        .toList();
  }

  private static void tell(
      CloudPaths paths, List<PlannedFile> open, boolean all, Consumer<String> say) {
    say.accept(
        "  the cloud has %s of %s"
            .formatted(
                Counts.text(paths.count()), Counts.of(open.size(), "public file", "public files")));
    if (!paths.trouble().isEmpty()) {
      say.accept("  where it has others could not be asked: " + paths.trouble());
    }
    List<String> missing =
        open.stream()
            .filter(planned -> paths.isMissing(planned.file().dataUri()))
            .map(PlannedFile::name)
            .toList();
    if (all && !missing.isEmpty()) {
      String more = missing.size() > MOST_NAMED ? ", …" : "";
      List<String> named = missing.stream().limit(MOST_NAMED).toList();
      say.accept(
          "  from the archive, since the cloud does not have: " + String.join(", ", named) + more);
    }
  }
}
