package org.mastshell.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes cutouts: target-pixel files with the columns that those of TESS have, images, and pictures.
 * The same question gives the same bytes; every header says that the data are made up.
 */
final class CutoutImages {
  private static final int CADENCES = 5;
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final double HALF_AN_HOUR = 1 / 48.0;
  private static final double FIRST_DAY = 1683.4;
  private static final double SECTOR_DAYS = 27.4;

  /** The error of the flux, the background, and its error. */
  private static final List<Float> OF_EACH_PIXEL = List.of(1.5f, 80f, 0.5f);

  /** A target-pixel file: three units, as the cutouts of TESS have them. */
  byte[] targetPixels(
      TessCoverage.Seen seen, SkyPosition centre, int width, int height, String name)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<String> primary = primary(centre, name);
    primary.add(text("TELESCOP", "TESS"));
    primary.add(text("INSTRUME", "TESS Photometer"));
    primary.add(whole("SECTOR", seen.sector()));
    primary.add(whole("CAMERA", seen.camera()));
    primary.add(whole("CCD", seen.ccd()));
    file.write(unit(primary, new byte[0]));
    file.write(pixels(seen, width, height, name));
    List<String> aperture = image(32, width, height);
    aperture.add(text("EXTNAME", "APERTURE"));
    aperture.addAll(directions(centre, width, height, 21 / 3600.0));
    ByteBuffer mask = ByteBuffer.allocate(width * height * Integer.BYTES);
    while (mask.hasRemaining()) {
      mask.putInt(1);
    }
    file.write(unit(aperture, mask.array()));
    return file.toByteArray();
  }

  /** Images in extensions of these names. */
  byte[] image(
      SkyPosition centre, int width, int height, double pixel, String name, List<String> extensions)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(unit(primary(centre, name), new byte[0]));
    Random random = new Random(name.hashCode());
    for (String extension : extensions) {
      List<String> cards = image(-32, width, height);
      cards.add(text("EXTNAME", extension));
      cards.addAll(directions(centre, width, height, pixel));
      ByteBuffer data = ByteBuffer.allocate(width * height * Float.BYTES);
      for (float value : light(width, height, random)) {
        data.putFloat(value);
      }
      file.write(unit(cards, data.array()));
    }
    return file.toByteArray();
  }

  /** A picture of the kind that a word names. */
  byte[] picture(int width, int height, String kind, String name) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    float[] light = light(width, height, new Random(name.hashCode()));
    for (int i = 0; i < light.length; i++) {
      int grey = (int) Math.max(0, Math.min(255, 40 + light[i] / 3));
      int row = i / width;
      picture.setRGB(i % width, height - 1 - row, grey << 16 | grey << 8 | grey);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // By itself Java would keep it in a file of its own meanwhile.
    try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(picture, kind, memory)) {
        throw new IOException("This Java cannot write " + kind);
      }
    }
    return out.toByteArray();
  }

  private static byte[] pixels(TessCoverage.Seen seen, int width, int height, String name) {
    int image = width * height;
    List<String[]> columns = new ArrayList<>();
    columns.add(new String[] {"TIME", "D", "BJD - 2457000, days"});
    columns.add(new String[] {"TIMECORR", "E", "d"});
    columns.add(new String[] {"CADENCENO", "J", ""});
    columns.add(new String[] {"RAW_CNTS", image + "J", "count"});
    for (String flux : List.of("FLUX", "FLUX_ERR", "FLUX_BKG", "FLUX_BKG_ERR")) {
      columns.add(new String[] {flux, image + "E", "e-/s"});
    }
    columns.add(new String[] {"QUALITY", "J", ""});
    columns.add(new String[] {"POS_CORR1", "E", "pixel"});
    columns.add(new String[] {"POS_CORR2", "E", "pixel"});
    columns.add(new String[] {"FFI_FILE", "38A", ""});
    int row = 8 + 4 + 4 + image * 4 * 5 + 4 + 4 + 4 + 38;
    List<String> cards = new ArrayList<>();
    cards.add(card("XTENSION", "'BINTABLE'"));
    cards.add(whole("BITPIX", 8));
    cards.add(whole("NAXIS", 2));
    cards.add(whole("NAXIS1", row));
    cards.add(whole("NAXIS2", CADENCES));
    cards.add(whole("PCOUNT", 0));
    cards.add(whole("GCOUNT", 1));
    cards.add(whole("TFIELDS", columns.size()));
    for (int i = 0; i < columns.size(); i++) {
      String[] column = columns.get(i);
      cards.add(text("TTYPE" + (i + 1), column[0]));
      cards.add(text("TFORM" + (i + 1), column[1]));
      if (!column[2].isEmpty()) {
        cards.add(text("TUNIT" + (i + 1), column[2]));
      }
      if (column[1].startsWith(image + "J") || column[1].startsWith(image + "E")) {
        cards.add(text("TDIM" + (i + 1), "(" + width + "," + height + ")"));
      }
    }
    cards.add(text("EXTNAME", "PIXELS"));
    cards.add(text("TIMEUNIT", "d"));
    Random random = new Random(name.hashCode());
    ByteBuffer data = ByteBuffer.allocate(row * CADENCES);
    for (int cadence = 0; cadence < CADENCES; cadence++) {
      float[] light = light(width, height, random);
      data.putDouble(FIRST_DAY + SECTOR_DAYS * (seen.sector() - 14) + HALF_AN_HOUR * cadence);
      data.putFloat(0.001f);
      data.putInt(1000 * seen.sector() + cadence);
      for (float value : light) {
        data.putInt((int) (100 * value));
      }
      for (float value : light) {
        data.putFloat(value);
      }
      for (float same : OF_EACH_PIXEL) {
        for (int pixel = 0; pixel < image; pixel++) {
          data.putFloat(same);
        }
      }
      data.putInt(0);
      data.putFloat(0);
      data.putFloat(0);
      String from = String.format(Locale.ROOT, "tess-demo-%d-%s_ffic.fits", cadence, seen.name());
      data.put(
          String.format(Locale.ROOT, "%-38s", from).getBytes(StandardCharsets.US_ASCII), 0, 38);
    }
    return unit(cards, data.array());
  }

  private static List<String> primary(SkyPosition centre, String name) {
    List<String> cards = new ArrayList<>();
    cards.add(card("SIMPLE", String.format(Locale.ROOT, "%20s", "T")));
    cards.add(whole("BITPIX", 8));
    cards.add(whole("NAXIS", 0));
    cards.add(card("EXTEND", String.format(Locale.ROOT, "%20s", "T")));
    cards.add(text("ORIGIN", "MASTSHELL"));
    cards.add(text("FILENAME", name.length() > 60 ? name.substring(0, 60) : name));
    cards.add(number("RA_OBJ", centre.ra()));
    cards.add(number("DEC_OBJ", centre.dec()));
    cards.add(padded("COMMENT Synthetic data for tutorials and tests: no measurement of any sky."));
    return cards;
  }

  private static List<String> image(int bits, int width, int height) {
    List<String> cards = new ArrayList<>();
    cards.add(card("XTENSION", "'IMAGE   '"));
    cards.add(whole("BITPIX", bits));
    cards.add(whole("NAXIS", 2));
    cards.add(whole("NAXIS1", width));
    cards.add(whole("NAXIS2", height));
    cards.add(whole("PCOUNT", 0));
    cards.add(whole("GCOUNT", 1));
    return cards;
  }

  // North is up, and east to the left.
  private static List<String> directions(SkyPosition centre, int width, int height, double pixel) {
    return List.of(
        text("CTYPE1", "RA---TAN"),
        text("CTYPE2", "DEC--TAN"),
        text("CUNIT1", "deg"),
        text("CUNIT2", "deg"),
        number("CRPIX1", (width + 1) / 2.0),
        number("CRPIX2", (height + 1) / 2.0),
        number("CRVAL1", centre.ra()),
        number("CRVAL2", centre.dec()),
        number("CDELT1", -pixel),
        number("CDELT2", pixel));
  }

  // A star in the middle of a noisy sky.
  private static float[] light(int width, int height, Random random) {
    float[] pixels = new float[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int column = i % width;
      int row = i / width;
      double x = column - (width - 1) / 2.0;
      double y = row - (height - 1) / 2.0;
      pixels[i] = (float) (500 * Math.exp(-Math.hypot(x, y)) + 100 + random.nextGaussian());
    }
    return pixels;
  }

  private static byte[] unit(List<String> cards, byte[] data) {
    List<String> all = new ArrayList<>(cards);
    all.add(card("DATASUM", "'0       '"));
    all.add(card("CHECKSUM", "'0000000000000000'"));
    all.add(padded("END"));
    int header = blocks(all.size() * CARD);
    ByteBuffer bytes = ByteBuffer.allocate(header + blocks(data.length));
    all.forEach(one -> bytes.put(one.getBytes(StandardCharsets.US_ASCII)));
    while (bytes.position() < header) {
      bytes.put((byte) ' ');
    }
    bytes.put(data);
    FitsUnit unit = new FitsUnit(bytes.array());
    unit.seal();
    return unit.bytes();
  }

  private static int blocks(int length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static String text(String keyword, String value) {
    return card(keyword, String.format(Locale.ROOT, "'%-8s'", value.replace("'", "''")));
  }

  private static String whole(String keyword, int value) {
    return card(keyword, String.format(Locale.ROOT, "%20d", value));
  }

  private static String number(String keyword, double value) {
    return card(keyword, String.format(Locale.ROOT, "%20.12E", value));
  }

  private static String card(String keyword, String value) {
    return padded(String.format(Locale.ROOT, "%-8s= %s", keyword, value));
  }

  private static String padded(String card) {
    return String.format(Locale.ROOT, "%-80s", card).substring(0, CARD);
  }
}
