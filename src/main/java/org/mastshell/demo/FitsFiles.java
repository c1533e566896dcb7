package org.mastshell.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.ImageData;
import nom.tam.fits.NullDataHDU;
import nom.tam.util.FitsOutputStream;

/**
 * Makes small, valid FITS files (FITS standard 4.0) with checksums. Every file says in its header
 * that it is synthetic. All files of one layout have the same number of cards and pixels, and so
 * the same size.
 */
final class FitsFiles {
  private static final int SIDE = 16;
  private static final int ROWS = 64;

  byte[] make(Product product) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Random random = new Random(product.fileName().hashCode());
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      fits.addHDU(primary(product));
      addData(fits, FitsLayout.of(product), random);
      fits.setChecksum();
      fits.write(out);
    } catch (FitsException e) {
      throw new IOException("FITS file " + product.fileName() + " cannot be made", e);
    }
    return bytes.toByteArray();
  }

  private static BasicHDU<?> primary(Product product) throws FitsException {
    NullDataHDU primary = new NullDataHDU();
    Header header = primary.getHeader();
    Observation owner = product.owner();
    header.addValue("ORIGIN", "MASTSHELL", "made by the MastShell project");
    header.addValue("FILENAME", shortened(product.fileName()), "name of the file");
    header.addValue("TELESCOP", shortened(owner.text("obs_collection")), "mission it imitates");
    header.addValue("INSTRUME", shortened(owner.text("instrument_name")), "instrument and mode");
    header.addValue("FILTER", shortened(owner.text("filters")), "optical elements");
    header.addValue("OBJECT", shortened(owner.text("target_name")), "target");
    header.addValue("PROGRAM", shortened(owner.text("proposal_id")), "proposal");
    header.addValue("OBS_ID", shortened(owner.obsId()), "observation");
    header.addValue("EXPTIME", owner.number("t_exptime"), "exposure time in s");
    header.addValue("RA_TARG", owner.number("s_ra"), "right ascension in deg");
    header.addValue("DEC_TARG", owner.number("s_dec"), "declination in deg");
    header.insertComment("Synthetic data for tutorials and tests: no measurement of any sky.");
    return primary;
  }

  private static void addData(Fits fits, FitsLayout layout, Random random) throws FitsException {
    switch (layout) {
      case RAMP -> fits.addHDU(named("SCI", pixels(ramp(random))));
      case IMAGE -> fits.addHDU(named("SCI", pixels(image(random))));
      case CUBE -> fits.addHDU(named("SCI", pixels(cube(random))));
      case CALIBRATED -> {
        fits.addHDU(named("SCI", pixels(image(random))));
        fits.addHDU(named("ERR", pixels(image(random))));
        fits.addHDU(named("DQ", pixels(new int[SIDE][SIDE])));
      }
      case SPECTRUM -> fits.addHDU(named("EXTRACT1D", table("WAVELENGTH", "FLUX", random)));
      case LIGHT_CURVE -> fits.addHDU(named("LIGHTCURVE", table("TIME", "PDCSAP_FLUX", random)));
    }
  }

  private static BasicHDU<?> pixels(Object array) throws FitsException {
    return ImageData.from(array).toHDU();
  }

  private static BasicHDU<?> named(String name, BasicHDU<?> unit) throws FitsException {
    unit.addValue("EXTNAME", name, "name of this extension");
    return unit;
  }

  private static BasicHDU<?> table(String first, String second, Random random)
      throws FitsException {
    double[] steps = new double[ROWS];
    float[] values = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      steps[row] = 1 + 0.02 * row;
      values[row] = (float) (1000 + 10 * random.nextGaussian());
    }
    BinaryTable table = new BinaryTable();
    table.addColumn(steps);
    table.addColumn(values);
    BinaryTableHDU unit = BinaryTableHDU.wrap(table);
    unit.setColumnName(0, first, "first column");
    unit.setColumnName(1, second, "second column");
    return unit;
  }

  // A star somewhere on a noisy sky.
  private static float[][] image(Random random) {
    float[][] pixels = new float[SIDE][SIDE];
    double starX = SIDE * random.nextDouble();
    double starY = SIDE * random.nextDouble();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double star = 500 * Math.exp(-Math.hypot(x - starX, y - starY));
        pixels[y][x] = (float) (star + random.nextGaussian());
      }
    }
    return pixels;
  }

  private static float[][][] cube(Random random) {
    return new float[][][] {image(random), image(random), image(random)};
  }

  private static short[][][][] ramp(Random random) {
    float[][] light = image(random);
    short[][][][] counts = new short[1][4][SIDE][SIDE];
    for (int group = 0; group < 4; group++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          counts[0][group][y][x] = (short) (1000 + (group + 1) * light[y][x]);
        }
      }
    }
    return counts;
  }

  // A card holds 68 characters of text and a comment only what is left of them.
  private static String shortened(String text) {
    String known = text == null || text.isEmpty() ? "N/A" : text;
    return known.length() <= 60 ? known : known.substring(0, 60);
  }
}
