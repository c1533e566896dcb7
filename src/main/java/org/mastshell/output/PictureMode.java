package org.mastshell.output;

import java.util.Locale;

/** How pictures are shown in a terminal. */
public enum PictureMode {
  /** As the terminal can: as pictures, else with characters. */
  AUTO,
  /** By Kitty's graphics protocol, whatever the terminal says. */
  KITTY,
  /** As Sixel, whatever the terminal says. */
  SIXEL,
  /** With block and braille characters. */
  BLOCKS,
  /** With the characters of ASCII. */
  ASCII,
  /** Not at all: what they would show is written as a table. */
  OFF;

  /** The mode of that name, which is one. */
  public static PictureMode of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
