package org.mastshell.download;

/**
 * How much is left of a download that is kept, as far as is written down.
 *
 * @param number which people call it by
 * @param places where its files come from and go
 * @param files how many files were asked for
 * @param left how many of them are not here
 */
public record JobGlance(int number, JobPlaces places, int files, int left) {}
