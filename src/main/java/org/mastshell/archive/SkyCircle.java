package org.mastshell.archive;

/**
 * A circle on the sky, ICRS.
 *
 * @param ra right ascension of its centre, degrees, 0 to 360
 * @param dec declination of its centre, degrees, -90 to 90
 * @param radius degrees, more than 0
 */
public record SkyCircle(double ra, double dec, double radius) {}
