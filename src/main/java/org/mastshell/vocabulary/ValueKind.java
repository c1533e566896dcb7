package org.mastshell.vocabulary;

/** What the values of a field are, and so how they are typed, compared and shown. */
public enum ValueKind {
  /** One text, compared as a whole. */
  TEXT,
  /** Several texts between semicolons, each compared by itself. */
  LIST,
  /** A whole number. */
  INTEGER,
  /** A decimal number, with or without a unit of its own. */
  DECIMAL,
  /** An instant, Modified Julian Date (UTC) in the archive. */
  DATE,
  /** A position or an angle in degrees. */
  ANGLE,
  /** A length of a wave, nanometres in the archive. */
  WAVELENGTH,
  /** A length of time, seconds in the archive. */
  DURATION,
  /** A number of bytes. */
  SIZE,
  /** True or false. */
  FLAG;

  /** Whether the values are numbers, or dates and quantities that are stored as such. */
  public boolean isNumber() {
    return this != TEXT && this != LIST && this != FLAG;
  }
}
