package org.mastshell.language;

/**
 * A point on the sky with a name.
 *
 * @param name what a person calls it
 * @param ra right ascension in degrees, ICRS, from 0 to 360
 * @param dec declination in degrees, from -90 to 90
 */
public record Target(String name, double ra, double dec) {}
