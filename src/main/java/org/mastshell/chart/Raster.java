package org.mastshell.chart;

/** A picture as its pixels. */
public final class Raster {
  private final int width;
  private final int height;
  private final int[] pixels;

  /**
   * @param width in pixels, above 0
   * @param height in pixels, above 0
   * @param pixels row by row from the upper left corner, each 0xRRGGBB; shared, not copied, since
   *     there are millions
   */
  public Raster(int width, int height, int... pixels) {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          width + "x" + height + " with " + pixels.length + " pixels");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** All pixels, row by row; not to be changed. */
  public int[] pixels() {
    return pixels;
  }

  /** The pixel at a place. */
  public int at(int x, int y) {
    return pixels[y * width + x];
  }

  /**
   * The picture in another size: each new pixel is the mean of what it covers.
   *
   * @param newWidth above 0
   * @param newHeight above 0
   */
  public Raster scaled(int newWidth, int newHeight) {
    int[] scaled = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int top = (int) ((long) y * height / newHeight);
      int bottom = (int) Math.max(top + 1, ((long) y + 1) * height / newHeight);
      for (int x = 0; x < newWidth; x++) {
        int left = (int) ((long) x * width / newWidth);
        int right = (int) Math.max(left + 1, ((long) x + 1) * width / newWidth);
        scaled[y * newWidth + x] = mean(left, top, right, bottom);
      }
    }
    return new Raster(newWidth, newHeight, scaled);
  }

  private int mean(int left, int top, int right, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = pixels[y * width + x];
        red += (pixel >> 16) & 0xFF;
        green += (pixel >> 8) & 0xFF;
        blue += pixel & 0xFF;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (int) (((red / count) << 16) | ((green / count) << 8) | (blue / count));
  }
}
