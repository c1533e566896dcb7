package org.mastshell.output;

import org.mastshell.formats.Format;

/** Styles for tests. */
final class Styles {
  static final Style PLAIN = new Style(Format.TABLE, false, true, false, false);
  static final Style COLORED = new Style(Format.TABLE, true, true, false, false);
  static final Style QUIET = new Style(Format.TABLE, false, true, true, false);

  private Styles() {}

  static Style data(Format format) {
    return new Style(format, false, true, false, false);
  }
}
