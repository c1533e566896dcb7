package org.mastshell.download;

/**
 * How much is left of a download that is kept, as far as is written down.
 *
 * @param number which people call it by
 * @param server a word for the archive that they come from
 * @param folder the download folder that they go into
 * @param layout the word of the layout below it
 * @param files how many files were asked for
 * @param left how many of them are not here
 */
public record JobGlance(
    int number, String server, String folder, String layout, int files, int left) {

  /** Whether files that both have asked for have one place. */
  public boolean sharesPlacesWith(JobGlance other) {
    return server.equals(other.server)
        && folder.equals(other.folder)
        && layout.equals(other.layout);
  }
}
