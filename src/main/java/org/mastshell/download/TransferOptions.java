package org.mastshell.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where files go and how they are fetched.
 *
 * @param folder the download folder that the user chose; need not exist yet
 * @param layout the folders below it
 * @param existing what becomes of files that are there already
 * @param parallel how many files are fetched at a time, 1 to 64
 * @param retries how many more times a file is tried after its first failure, 0 to 100
 * @param stallTimeout how long a transfer may go without a byte before it counts as failed
 */
public record TransferOptions(
    Path folder,
    Layout layout,
    ExistingFiles existing,
    int parallel,
    int retries,
    Duration stallTimeout) {

  /** The most transfers at a time: more would be impolite to the archive and no faster. */
  public static final int MOST_PARALLEL = 64;

  private static final int MOST_RETRIES = 100;
  private static final String OWN_FOLDER = "mastDownload";

  /** Numbers outside their ranges are refused. */
  public TransferOptions {
    // The working folder is written "." so that paths in it can be told from bare names.
    folder = folder.toString().isEmpty() ? Path.of(".") : folder;
    Objects.requireNonNull(layout);
    Objects.requireNonNull(existing);
    Objects.requireNonNull(stallTimeout);
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new IllegalArgumentException("parallel is 1 to " + MOST_PARALLEL + ", not " + parallel);
    }
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("retries is 0 to " + MOST_RETRIES + ", not " + retries);
    }
    if (stallTimeout.isNegative() || stallTimeout.isZero()) {
      throw new IllegalArgumentException("the stall timeout must be longer than nothing");
    }
  }

  /** In the usual layout or the flat one; what is here is skipped. */
  public TransferOptions(
      Path folder, boolean flat, int parallel, int retries, Duration stallTimeout) {
    this(
        folder,
        flat ? Layout.flat() : Layout.mast(),
        ExistingFiles.SKIP,
        parallel,
        retries,
        stallTimeout);
  }

  /** The folder that nothing from the archive is ever written outside of. */
  public Path dataFolder() {
    return layout.inOwnFolder() ? folder.resolve(OWN_FOLDER) : folder;
  }

  /**
   * Where it is written down what came: {@code mastDownload/manifest.csv}, or {@code
   * mastDownload_manifest.csv} in a folder that may hold other things too. Its paths are relative
   * to its own folder, so that the two can be moved together.
   */
  public Path manifest() {
    return dataFolder()
        .resolve(layout.inOwnFolder() ? "manifest.csv" : OWN_FOLDER + "_manifest.csv");
  }
}
