package org.mastshell.language;

/** How what was read of a line ends: whether more belongs to it. */
public enum LineEnd {
  /** The line is whole. */
  DONE,
  /**
   * The last character is a backslash that is neither part of a comment nor escaped by another one.
   */
  BACKSLASH,
  /** A quote is open. */
  QUOTE
}
