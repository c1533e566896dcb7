package org.mastshell.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Charts as files, and files as pictures. Java's pictures are loaded with the first of them. */
public final class Pictures {
  private static final long MOST_PIXELS = 100_000_000;
  private static final int ENOUGH = 2000;

  private Pictures() {}

  /** A chart as a PNG file on a white ground. */
  public static byte[] png(Chart chart, PictureSize size) {
    return png(drawn(chart, size, false, false));
  }

  /** A chart as an SVG file on a white ground: text stays text. */
  public static String svg(Chart chart, PictureSize size) {
    SvgSurface surface = SvgSurface.white(size);
    chart.draw(surface);
    return surface.text(chart.title(), chart.description());
  }

  /**
   * A chart as an SVG element to stand within a web page, whose style sheet has the colours that
   * {@link #variables} names.
   */
  public static String element(Chart chart, PictureSize size) {
    SvgSurface surface = SvgSurface.ofPage(size);
    chart.draw(surface);
    return surface.element(chart.title(), chart.description());
  }

  /**
   * The colours of charts as declarations of a style sheet.
   *
   * @param dark whether on a dark ground
   */
  public static String variables(boolean dark) {
    return new Palette(dark).variables();
  }

  /**
   * A chart as pixels, for a terminal's screen.
   *
   * @param dark whether on a dark ground
   */
  public static Raster raster(Chart chart, PictureSize size, boolean dark) {
    return raster(drawn(chart, size, dark, true));
  }

  /** Pixels as a PNG file. */
  public static byte[] png(Raster raster) {
    return png(image(raster));
  }

  /** Pixels as a JPEG file of the usual quality. */
  public static byte[] jpeg(Raster raster) {
    return file(image(raster), "jpeg");
  }

  /** A picture in a file of another format, within an SVG file. */
  public static String svg(byte[] picture, String mediaType, Raster raster, String title) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
        width="%d" height="%d" role="img" aria-labelledby="title">
        <title id="title">%s</title>
        <image width="100%%" height="100%%" xlink:href="data:%s;base64,%s"/>
        </svg>
        """
        .formatted(
            raster.width(),
            raster.height(),
            XmlText.escape(title),
            mediaType,
            Base64.getEncoder().encodeToString(picture));
  }

  /** The media type of a picture by how it begins; empty if it is none that can be read. */
  public static String mediaType(byte... file) {
    if (file.length > 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
      return "image/jpeg";
    }
    boolean png = file.length > 3 && (file[0] & 0xFF) == 0x89 && file[1] == 'P' && file[2] == 'N';
    if (png) {
      return "image/png";
    }
    return file.length > 3 && file[0] == 'G' && file[1] == 'I' && file[2] == 'F' ? "image/gif" : "";
  }

  /**
   * Reads a picture. One with more than a hundred million pixels is refused before it is unpacked;
   * of a large one only every so manieth pixel is kept.
   *
   * @param file JPEG, PNG or GIF
   * @throws IOException that says, in a few words, why it cannot be read
   */
  public static Raster read(byte... file) throws IOException {
    String type = mediaType(file);
    if (type.isEmpty()) {
      throw new IOException("it is no JPEG, PNG or GIF picture");
    }
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException | IOException broken) {
      if (broken instanceof TooLarge) {
        throw broken;
      }
      // What the library says of broken pictures is about its own insides.
      throw new IOException("the picture is broken, or of a kind that cannot be read", broken);
    }
  }

  /** A picture is refused for its size. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int width, int height) {
      super(
          String.format(
              Locale.ROOT,
              "the picture says to be %,d by %,d pixels, which is too large",
              width,
              height));
    }
  }

  private static Raster read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new TooLarge(width, height);
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int every = Math.max(1, Math.max(width, height) / ENOUGH);
    param.setSourceSubsampling(every, every, 0, 0);
    return raster(reader.read(0, param));
  }

  private static Raster raster(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xFFFFFF;
    }
    return new Raster(width, height, pixels);
  }

  private static BufferedImage drawn(Chart chart, PictureSize size, boolean dark, boolean screen) {
    boolean fitted = !screen && size.equals(PictureSize.of(chart));
    ImageSurface surface = surface(size, dark, screen, fitted);
    chart.draw(surface);
    return surface.image();
  }

  // Java's own library of fonts fails with all kinds of errors where the system's is missing.
  private static ImageSurface surface(
      PictureSize size, boolean dark, boolean screen, boolean fitted) {
    try {
      return new ImageSurface(size, dark, screen, fitted);
    } catch (LinkageError | InternalError | RuntimeException missing) {
      throw new NoFontsException(missing);
    }
  }

  private static BufferedImage image(Raster raster) {
    BufferedImage image =
        new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
    return image;
  }

  private static byte[] png(BufferedImage image) {
    return file(image, "png");
  }

  private static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // A cache on disk is of no use for what is in memory anyway.
    ImageIO.setUseCache(false);
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("this Java cannot write " + format);
      }
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return out.toByteArray();
  }
}
