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
   * Those of a download with such options.
   *
   * @param server a word for the archive that its files come from
   */
  public static JobPlaces of(TransferOptions options, String server) {
    return new JobPlaces(server, options.folder(), options.layout().word());
  }
}
