package org.mastshell.archive;

/**
 * A named point on the sky near which observations are wanted.
 *
 * @param name what the person calls it
 * @param ra right ascension, degrees, ICRS, 0 to 360
 * @param dec declination, degrees, -90 to 90
 */
public record SkyTarget(String name, double ra, double dec) {}
