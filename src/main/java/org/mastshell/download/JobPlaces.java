package org.mastshell.download;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What decides which file a download puts where: two with equal ones put a file that both have
 * asked for into one place, and fetch the same bytes for it.
 *
 * @param server a word for the archive that the files come from
 * @param folder the download folder that they go into
 * @param layout the word of the layout below it
 */
public record JobPlaces(String server, Path folder, String layout) {

  /** The folder is compared as an absolute path. */
  public JobPlaces {
    Objects.requireNonNull(server);
    folder = folder.toAbsolutePath().normalize();
    Objects.requireNonNull(layout);
  }

  /**
   * Those of a plan.
   *
   * @param server a word for the archive that it is carried out with
   */
  public static JobPlaces of(DownloadPlan plan, String server) {
    JobOptions options = JobOptions.of(plan);
    return new JobPlaces(server, options.folder(), options.layout());
  }
}
