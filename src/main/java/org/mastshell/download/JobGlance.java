package org.mastshell.download;

/**
 * How much is left of a download that is kept, as far as is written down.
 *
 * @param number which people call it by
 * @param server a word for the archive that they come from
 * @param files how many files were asked for
 * @param left how many of them are not here
 */
public record JobGlance(int number, String server, int files, int left) {}
