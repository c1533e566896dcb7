package org.mastshell.download;

/**
 * What files need of a disk, and what it has.
 *
 * @param needed bytes that are still to come, as far as they are listed
 * @param files how many files they are of
 * @param free bytes that can be written there, or -1 if that is not known
 */
public record Room(long needed, int files, long free) {
  // A disk gives room in blocks, folders and the manifest take some, and others write as well.
  private static final long SPARE_PER_FILE = 8192;
  private static final long SPARE_PART = 100;

  /** Bytes that have to stay free beside the files: 1 % of them and 8 KiB for each. */
  public long spare() {
    return needed / SPARE_PART + files * SPARE_PER_FILE;
  }

  /** Whether the files fit, or that cannot be known. */
  public boolean suffices() {
    return free < 0 || files == 0 || needed <= free - spare();
  }
}
