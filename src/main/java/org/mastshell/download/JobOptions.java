package org.mastshell.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the files of a kept download go and how they are fetched, as it can be written down.
 *
 * @param folder the download folder
 * @param layout the word of the layout below it
 * @param existing what becomes of files that were there when it was begun
 * @param updating whether files that are stale are replaced
 * @param parallel how many files are fetched at a time
 * @param retries how many more times a file is tried
 */
public record JobOptions(
    Path folder,
    String layout,
    ExistingFiles existing,
    boolean updating,
    int parallel,
    int retries) {

  /** The folder is kept as an absolute path: the next program may be started elsewhere. */
  public JobOptions {
    folder = folder.toAbsolutePath().normalize();
    Objects.requireNonNull(layout);
    Objects.requireNonNull(existing);
  }

  /** Those of a plan. */
  static JobOptions of(DownloadPlan plan) {
    TransferOptions options = plan.options();
    return new JobOptions(
        options.folder(),
        options.layout().word(),
        options.existing(),
        plan.isUpdating(),
        options.parallel(),
        options.retries());
  }

  /**
   * What a transfer needs.
   *
   * @param meant the layout that the word stands for
   * @param stallTimeout how long a transfer may go without a byte
   */
  public TransferOptions transfer(Layout meant, Duration stallTimeout) {
    return new TransferOptions(folder, meant, existing, parallel, retries, stallTimeout);
  }

  /** Whether files go to the same places in the same way, however quickly. */
  boolean hasPlacesOf(JobOptions other) {
    return folder.equals(other.folder)
        && layout.equals(other.layout)
        && existing == other.existing
        && updating == other.updating;
  }

  /** Whether files that are here are looked for on the disk alone, each time anew. */
  boolean skips() {
    return existing == ExistingFiles.SKIP && !updating;
  }
}
