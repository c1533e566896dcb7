package org.mastshell.chart;

import java.util.List;
import java.util.Locale;

/** Colours of pictures. Those of groups can be told apart by colour-blind people, too. */
final class Palette {
  /** The variable of the ground. */
  static final String GROUND = "--chart-ground";

  // After Okabe and Ito, "Color universal design" (2008), the lightest darkened for a white ground.
  private static final int[] ON_LIGHT = {
    0x0072B2, 0xD55E00, 0x009E73, 0xB0507F, 0x2F9BD6, 0xC98A00, 0x5B4FB0, 0x606060
  };
  private static final int[] ON_DARK = {
    0x56B4E9, 0xF0883E, 0x2FC79A, 0xE08DBB, 0xF0E442, 0x9A8CF0, 0xE8E8E8, 0x9AA0A6
  };

  private final boolean dark;

  Palette(boolean dark) {
    this.dark = dark;
  }

  /** The colour below everything, as 0xRRGGBB. */
  int ground() {
    return dark ? 0x14171C : 0xFFFFFF;
  }

  /** The colour of an ink, as 0xRRGGBB. */
  int color(Ink ink) {
    return switch (ink.role()) {
      case TEXT -> dark ? 0xE6E6E6 : 0x1A1A1A;
      case FAINT -> dark ? 0xA8ADB4 : 0x555555;
      case FRAME -> dark ? 0x8A9099 : 0x666666;
      case GRID -> dark ? 0x343A42 : 0xDADDE1;
      case SERIES -> (dark ? ON_DARK : ON_LIGHT)[ink.series() % ON_LIGHT.length];
    };
  }

  /**
   * The variable of a style sheet that holds the colour of an ink, where a page and not the picture
   * decides whether it is light or dark.
   */
  static String variable(Ink ink) {
    return ink.role() == Ink.Role.SERIES
        ? "--chart-" + ink.series() % ON_LIGHT.length
        : "--chart-" + ink.role().name().toLowerCase(Locale.ROOT);
  }

  /** What a style sheet says of all these variables. */
  String variables() {
    StringBuilder text = new StringBuilder();
    declare(text, GROUND, ground());
    for (Ink ink : List.of(Ink.TEXT, Ink.FAINT, Ink.FRAME, Ink.GRID)) {
      declare(text, variable(ink), color(ink));
    }
    for (int series = 0; series < ON_LIGHT.length; series++) {
      Ink ink = Ink.series(series);
      declare(text, variable(ink), color(ink));
    }
    return text.toString();
  }

  /** A colour as style sheets and SVG write it. */
  static String hex(int color) {
    return String.format(Locale.ROOT, "#%06x", color);
  }

  private static void declare(StringBuilder text, String name, int color) {
    text.append(name).append(": ").append(hex(color)).append(";\n");
  }
}
