package org.mastshell.sky;

import java.util.Collection;

/** A direction on the sky as a vector of length one: exact for small and for large angles. */
public record SkyVector(double x, double y, double z) {
  private static final double NOTHING = 1e-15;
  private static final double FULL_CIRCLE = 360;

  /** The direction of a position in degrees; right ascensions may be negative or above 360. */
  public static SkyVector of(double ra, double dec) {
    double lambda = Math.toRadians(ra);
    double phi = Math.toRadians(dec);
    return new SkyVector(
        Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
  }

  /** The direction in the middle of several; that of the first where they have none. */
  static SkyVector middle(Collection<SkyVector> directions) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (SkyVector one : directions) {
      x += one.x;
      y += one.y;
      z += one.z;
    }
    SkyVector sum = new SkyVector(x, y, z);
    return sum.length() < NOTHING * directions.size()
        ? directions.iterator().next()
        : sum.normalized();
  }

  /** The right ascension in degrees, from 0 up to, but not including, 360. */
  public double ra() {
    double degrees = Math.toDegrees(Math.atan2(y, x));
    // A tiny negative angle becomes 360 by rounding.
    double positive = degrees < 0 ? degrees + FULL_CIRCLE : degrees;
    return positive >= FULL_CIRCLE ? 0 : positive;
  }

  /** The declination in degrees, from -90 to 90. */
  public double dec() {
    return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
  }

  /** The angle to another direction, in degrees. */
  public double separation(SkyVector other) {
    return Math.toDegrees(Math.atan2(cross(other).length(), dot(other)));
  }

  /** The square of the chord to another direction, which grows with the angle. */
  double chordSquared(SkyVector other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return dx * dx + dy * dy + dz * dz;
  }

  /** The angle to the nearest point of the arc of a great circle between two directions. */
  double toArc(SkyVector from, SkyVector to) {
    SkyVector pole = from.cross(to);
    double length = pole.length();
    boolean beside =
        length > NOTHING && pole.cross(from).dot(this) > 0 && to.cross(pole).dot(this) > 0;
    if (!beside) {
      return Math.min(separation(from), separation(to));
    }
    return Math.abs(Math.toDegrees(Math.asin(dot(pole) / length)));
  }

  /** The bearing of another direction as seen from here, in radians from north by east. */
  double bearing(SkyVector other) {
    SkyVector east = new SkyVector(-y, x, 0);
    SkyVector north = cross(east);
    return Math.atan2(other.dot(east), other.dot(north));
  }

  /**
   * The direction that lies so far from here.
   *
   * @param bearing in radians from north by east
   * @param degrees how far
   */
  public SkyVector at(double bearing, double degrees) {
    SkyVector east = east();
    SkyVector north = cross(east);
    double angle = Math.toRadians(degrees);
    double ahead = Math.sin(angle);
    double eastward = ahead * Math.sin(bearing);
    double northward = ahead * Math.cos(bearing);
    double here = Math.cos(angle);
    return new SkyVector(
        here * x + eastward * east.x + northward * north.x,
        here * y + eastward * east.y + northward * north.y,
        here * z + eastward * east.z + northward * north.z);
  }

  /**
   * A direction on the way of the great circle to another one.
   *
   * @param part from 0, here, to 1, there
   */
  public SkyVector towards(SkyVector other, double part) {
    SkyVector chord =
        new SkyVector(x + part * (other.x - x), y + part * (other.y - y), z + part * (other.z - z));
    return chord.length() < NOTHING ? this : chord.normalized();
  }

  /** Due east of here; at a pole, where all is south or north, some direction at a right angle. */
  SkyVector east() {
    double length = Math.hypot(x, y);
    return length < NOTHING ? new SkyVector(0, 1, 0) : new SkyVector(-y / length, x / length, 0);
  }

  double dot(SkyVector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  SkyVector cross(SkyVector other) {
    return new SkyVector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  private SkyVector normalized() {
    double length = length();
    return new SkyVector(x / length, y / length, z / length);
  }

  private double length() {
    return Math.sqrt(dot(this));
  }
}
