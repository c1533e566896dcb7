package org.mastshell.output;

import java.util.Locale;

/** What a cell tells at a glance, and so its colour. */
enum Meaning {
  /** Nothing beyond what it says. */
  PLAIN,
  /** Not there yet: a planned observation. */
  PLANNED,
  /** Calibrated, exposure by exposure (level 2). */
  CALIBRATED,
  /** Combined of several exposures (level 3). */
  COMBINED,
  /** Contributed by a community (level 4). */
  CONTRIBUTED,
  /** Not for everybody: a login is needed. */
  EXCLUSIVE,
  /** For nobody but those who were named. */
  RESTRICTED;

  /** The meaning of a cell, by the column that it stands in. */
  static Meaning of(Look look, String cell) {
    return switch (look) {
      case LEVEL ->
          switch (cell) {
            case "-1" -> PLANNED;
            case "2" -> CALIBRATED;
            case "3" -> COMBINED;
            case "4" -> CONTRIBUTED;
            default -> PLAIN;
          };
      case RIGHTS ->
          switch (cell.toUpperCase(Locale.ROOT)) {
            case "EXCLUSIVE_ACCESS" -> EXCLUSIVE;
            case "RESTRICTED" -> RESTRICTED;
            default -> PLAIN;
          };
      default -> PLAIN;
    };
  }

  /** The text of a cell in the colour of what it means. */
  String painted(String text, Paint paint) {
    return switch (this) {
      case PLAIN -> text;
      case PLANNED -> paint.faint(text);
      case CALIBRATED -> paint.calibrated(text);
      case COMBINED -> paint.combined(text);
      case CONTRIBUTED -> paint.contributed(text);
      case EXCLUSIVE -> paint.attention(text);
      case RESTRICTED -> paint.error(text);
    };
  }
}
