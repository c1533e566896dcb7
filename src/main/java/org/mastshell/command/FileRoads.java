package org.mastshell.command;

import java.net.URI;
import java.util.List;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.CloudPaths;
import org.mastshell.archive.FileSource;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;

/**
 * The way that files come: from the archive, or from its public bucket as the setting source says.
 */
final class FileRoads {
  private static final int MOST_NAMED = 5;

  private final ArchiveAccess archive;

  FileRoads(ArchiveAccess archive) {
    this.archive = archive;
  }

  /** Where the files of a plan are to be taken from. Asks the archive where the bucket has them. */
  FileSource of(DownloadPlan plan, Work work) {
    Settings settings = work.session().settings();
    ArchiveClient client = archive.client(settings);
    List<PlannedFile> open =
        settings.get(Setting.SOURCE).equals("archive") ? List.of() : openToAll(plan);
    if (open.isEmpty()) {
      return client.files();
    }
    CloudPaths paths = paths(open, work);
    boolean all = settings.get(Setting.SOURCE).equals("cloud");
    say(paths, open, all, work);
    return client.files(URI.create(settings.get(Setting.CLOUD_ENDPOINT)), paths, all);
  }

  /** Where the bucket has these files. */
  CloudPaths paths(List<PlannedFile> files, Work work) {
    List<String> uris = files.stream().map(planned -> planned.file().dataUri()).toList();
    try (Watch watch = work.watch("asking where the cloud has them")) {
      return archive.client(work.session().settings()).cloudPaths(uris, watch, work.cancellation());
    }
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

  private static void say(CloudPaths paths, List<PlannedFile> open, boolean all, Work work) {
    work.say(
        "  the cloud has %s of %s"
            .formatted(
                Counts.text(paths.count()), Counts.of(open.size(), "public file", "public files")));
    if (!paths.trouble().isEmpty()) {
      work.say("  where it has others could not be asked: " + paths.trouble());
    }
    List<String> missing =
        open.stream()
            .filter(planned -> paths.isMissing(planned.file().dataUri()))
            .map(PlannedFile::name)
            .toList();
    if (all && !missing.isEmpty()) {
      String more = missing.size() > MOST_NAMED ? ", …" : "";
      List<String> named = missing.stream().limit(MOST_NAMED).toList();
      work.say(
          "  from the archive, since the cloud does not have: " + String.join(", ", named) + more);
    }
  }
}
