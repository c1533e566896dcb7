package org.mastshell.demo;

/**
 * A direction on the sky.
 *
 * @param ra right ascension in degrees
 * @param dec declination in degrees
 */
record SkyPosition(double ra, double dec) {
  /** The angle between the two directions in degrees, exact for small and large ones. */
  double separation(SkyPosition other) {
    double difference = Math.toRadians(other.ra - ra);
    double here = Math.toRadians(dec);
    double there = Math.toRadians(other.dec);
    double across = Math.cos(there) * Math.sin(difference);
    double along =
        Math.cos(here) * Math.sin(there) - Math.sin(here) * Math.cos(there) * Math.cos(difference);
    double cosine =
        Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(difference);
    return Math.toDegrees(Math.atan2(Math.hypot(across, along), cosine));
  }

  /**
   * Where the other direction lies on the plane that touches the sphere here (gnomonic), as east
   * and north; null when it lies behind.
   */
  double[] project(SkyPosition other) {
    double difference = Math.toRadians(other.ra - ra);
    double here = Math.toRadians(dec);
    double there = Math.toRadians(other.dec);
    double cosine =
        Math.sin(here) * Math.sin(there) + Math.cos(here) * Math.cos(there) * Math.cos(difference);
    if (cosine <= 0) {
      return null;
    }
    double east = Math.cos(there) * Math.sin(difference) / cosine;
    double north =
        (Math.cos(here) * Math.sin(there) - Math.sin(here) * Math.cos(there) * Math.cos(difference))
            / cosine;
    return new double[] {east, north};
  }

  /** The direction that lies so many degrees east and north, for small shifts. */
  SkyPosition shifted(double east, double north) {
    double newDec = Math.max(-90, Math.min(90, dec + north));
    double scale = Math.max(0.001, Math.cos(Math.toRadians(newDec)));
    return new SkyPosition(((ra + east / scale) % 360 + 360) % 360, newDec);
  }
}
