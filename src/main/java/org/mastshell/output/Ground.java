package org.mastshell.output;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The background of a terminal, which colours are chosen for. */
public enum Ground {
  /** Text is lighter than it. */
  DARK,
  /** Text is darker than it. */
  LIGHT;

  private static final Pattern COLOR =
      Pattern.compile(
          "rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?");
  private static final Pattern HINT = Pattern.compile("\\d{1,3};(?:[^;]*;)?(\\d{1,3})");
  // As bright as eyes find the three (ITU-R BT.601), of one.
  private static final double[] LIGHT_OF = {0.299, 0.587, 0.114};
  private static final int WHITE = 7;
  private static final int GREY = 8;
  private static final int SIXTEEN = 16;
  private static final int HEXADECIMAL = 16;

  /**
   * What the environment says (COLORFGBG, as rxvt and Konsole set it: the numbers of the colours of
   * text and background); dark where it says nothing.
   */
  public static Ground hinted(Map<String, String> environment) {
    Matcher hint = HINT.matcher(environment.getOrDefault("COLORFGBG", ""));
    if (!hint.matches()) {
      return DARK;
    }
    int color = Integer.parseInt(hint.group(1));
    return color >= WHITE && color != GREY && color < SIXTEEN ? LIGHT : DARK;
  }

  /**
   * What a colour says that a terminal has named, such as {@code rgb:ffff/ffff/ffff}; empty if it
   * is none.
   */
  public static Optional<Ground> of(String color) {
    Matcher named = COLOR.matcher(color.strip());
    if (!named.matches()) {
      return Optional.empty();
    }
    double light = 0;
    for (int channel = 0; channel < LIGHT_OF.length; channel++) {
      String digits = named.group(channel + 1);
      double most = Math.pow(HEXADECIMAL, digits.length()) - 1;
      light += LIGHT_OF[channel] * Integer.parseInt(digits, HEXADECIMAL) / most;
    }
    return Optional.of(light > 0.5 ? LIGHT : DARK);
  }
}
