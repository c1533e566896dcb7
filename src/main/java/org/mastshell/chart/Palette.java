package org.mastshell.chart;

/** Colours of pictures. Those of groups can be told apart by colour-blind people, too. */
final class Palette {
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
}
