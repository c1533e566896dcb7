package org.mastshell.archive;

/** A direction on the sky as a vector of length one: exact for small and for large angles. */
record SkyVector(double x, double y, double z) {
  private static final double NOTHING = 1e-15;

  /** The direction of a position in degrees. */
  static SkyVector of(double ra, double dec) {
    double lambda = Math.toRadians(ra);
    double phi = Math.toRadians(dec);
    return new SkyVector(
        Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi));
  }

  /** The angle to another direction, in degrees. */
  double separation(SkyVector other) {
    return Math.toDegrees(Math.atan2(cross(other).length(), dot(other)));
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

  private double dot(SkyVector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  private SkyVector cross(SkyVector other) {
    return new SkyVector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  private double length() {
    return Math.sqrt(dot(this));
  }
}
