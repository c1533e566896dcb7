package org.mastshell.sky;

/**
 * A point on the plane of a projection.
 *
 * @param x to the right
 * @param y upwards, where north is
 */
public record PlanePoint(double x, double y) {}
