package org.mastshell.chart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a picture in pixels.
 *
 * @param width from {@value #LEAST} to {@value #MOST}
 * @param height from {@value #LEAST} to {@value #MOST}
 */
public record PictureSize(int width, int height) {
  /** The usual size of a file. */
  public static final PictureSize USUAL = new PictureSize(1200, 800);

  /** What can be asked for, for people. */
  public static final String ALLOWED = "width x height in pixels, each from 200 to 6000: 1200x800";

  static final int LEAST = 200;
  static final int MOST = 6000;
  // Of text in a picture of the usual width, whatever its surface.
  private static final double LINE = 21;
  private static final int MARGINS = 24;
  private static final Pattern TYPED = Pattern.compile("(\\d{1,5})\\s*[xX×]\\s*(\\d{1,5})");

  /**
   * The usual size, or a higher one where a chart needs that to show all that it has, or a lower
   * one where the rest would stay blank.
   */
  public static PictureSize of(Chart chart) {
    int filled = chart.linesOfUse() > 0 ? height(chart.linesOfUse()) : USUAL.height;
    int wanted = Math.max(Math.min(USUAL.height, filled), height(chart.linesForAll()));
    return new PictureSize(USUAL.width, Math.max(LEAST, Math.min(MOST, wanted)));
  }

  private static int height(double lines) {
    return (int) Math.ceil(lines * LINE) + MARGINS;
  }

  /** The size that was typed, such as {@code 1200x800}; empty if it is none that can be had. */
  public static Optional<PictureSize> of(String text) {
    Matcher typed = TYPED.matcher(text.strip());
    return typed.matches()
        ? Optional.of(
                new PictureSize(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2))))
            .filter(size -> isPossible(size.width) && isPossible(size.height))
        : Optional.empty();
  }

  private static boolean isPossible(int pixels) {
    return pixels >= LEAST && pixels <= MOST;
  }
}
