package org.mastshell.output;

/** How the cells of a column are shown to people. Data formats get the archive's own values. */
public enum Look {
  /** As it is, left-aligned. */
  TEXT,
  /** A name whose end says as much as its beginning: shortened in the middle. */
  NAME,
  /** A number, right-aligned. */
  NUMBER,
  /** A Modified Julian Date, shown as date and time, UTC. */
  DATE,
  /** A number of bytes, shown as 1.2 GB. */
  SIZE,
  /** A number of seconds, shown as 3m 35s. */
  DURATION,
  /** Nanometres, shown as µm above a thousand. */
  WAVELENGTH,
  /** Degrees. */
  ANGLE,
  /** A calibration level: -1 planned, 0 and 1 raw, 2 calibrated, 3 combined, 4 contributed. */
  LEVEL,
  /** Who may have the data. */
  RIGHTS;

  /** What files add to the description of a column of dates, whose unit alone says nothing. */
  public static final String DATE_FORM = " (MJD, UTC)";

  /** Whether cells are words, which are left-aligned and may be shortened. */
  boolean isText() {
    return this == TEXT || this == NAME || this == RIGHTS;
  }
}
