package org.mastshell.chart;

/**
 * This Java cannot write text into pictures, since the system has no fonts or no library for it.
 */
public final class NoFontsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoFontsException(Throwable cause) {
    super("this Java has no fonts to write into pictures with", cause);
  }
}
