package org.mastshell.download;

/**
 * What becomes of a file that stands already where one is to go. Whatever is chosen: the place of a
 * file that the manifest knows by another {@code dataURI} is never taken.
 */
public enum ExistingFiles {
  /**
   * What is here is not fetched again. Of a file that the manifest does not know, only one with the
   * listed size counts as here; the new one goes beside any other, under a number.
   */
  SKIP,
  /** Everything is fetched anew and takes the place of what is here as soon as it is whole. */
  OVERWRITE,
  /** Everything is fetched anew and goes beside what is here, under a number. */
  KEEP_BOTH
}
