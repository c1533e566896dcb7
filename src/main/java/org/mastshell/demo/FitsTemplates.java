package org.mastshell.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.ImageData;
import nom.tam.fits.NullDataHDU;
import nom.tam.util.FitsOutputStream;

/** Files of each layout without any content, made once. */
final class FitsTemplates {
  /** The width and height of images in pixels. */
  static final int SIDE = 16;

  /** The rows of tables. */
  static final int ROWS = 64;

  /** The groups of a ramp, and the planes of a cube. */
  static final int PLANES = 3;

  private final Map<FitsLayout, List<FitsUnit>> templates = new EnumMap<>(FitsLayout.class);

  /** The units of a file of that layout; to be copied before they are changed. */
  synchronized List<FitsUnit> of(FitsLayout layout) throws IOException {
    List<FitsUnit> units = templates.get(layout);
    if (units == null) {
      units = make(layout);
      templates.put(layout, units);
    }
    return units;
  }

  private static List<FitsUnit> make(FitsLayout layout) throws IOException {
    List<FitsUnit> units = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      fits.addHDU(primary());
      addData(fits, layout);
      fits.setChecksum();
      fits.write(out);
      int start = 0;
      for (int index = 0; index < fits.getNumberOfHDUs(); index++) {
        int end = start + (int) fits.getHDU(index).getSize();
        units.add(new FitsUnit(Arrays.copyOfRange(bytes.toByteArray(), start, end)));
        start = end;
      }
    } catch (FitsException e) {
      throw new IOException("FITS file of layout " + layout + " cannot be made", e);
    }
    return List.copyOf(units);
  }

  private static BasicHDU<?> primary() throws FitsException {
    NullDataHDU primary = new NullDataHDU();
    Header header = primary.getHeader();
    header.addValue("ORIGIN", "MASTSHELL", "made by the MastShell project");
    for (String keyword : FitsFiles.TEXTS) {
      header.addValue(keyword, "", "");
    }
    for (String keyword : FitsFiles.NUMBERS) {
      header.addValue(keyword, 0.0, "");
    }
    header.insertComment("Synthetic data for tutorials and tests: no measurement of any sky.");
    return primary;
  }

  private static void addData(Fits fits, FitsLayout layout) throws FitsException {
    switch (layout) {
      case RAMP -> fits.addHDU(pixels("SCI", new short[1][PLANES][SIDE][SIDE]));
      case IMAGE -> fits.addHDU(pixels("SCI", new float[SIDE][SIDE]));
      case CUBE -> fits.addHDU(pixels("SCI", new float[PLANES][SIDE][SIDE]));
      case CALIBRATED -> {
        fits.addHDU(pixels("SCI", new float[SIDE][SIDE]));
        fits.addHDU(pixels("ERR", new float[SIDE][SIDE]));
        fits.addHDU(pixels("DQ", new int[SIDE][SIDE]));
      }
      case SPECTRUM -> fits.addHDU(table("EXTRACT1D", "WAVELENGTH", "FLUX"));
      case LIGHT_CURVE -> fits.addHDU(table("LIGHTCURVE", "TIME", "PDCSAP_FLUX"));
    }
  }

  private static BasicHDU<?> pixels(String name, Object array) throws FitsException {
    return named(name, ImageData.from(array).toHDU());
  }

  private static BasicHDU<?> table(String name, String first, String second) throws FitsException {
    BinaryTable table = new BinaryTable();
    table.addColumn(new double[ROWS]);
    table.addColumn(new float[ROWS]);
    BinaryTableHDU unit = BinaryTableHDU.wrap(table);
    unit.setColumnName(0, first, "first column");
    unit.setColumnName(1, second, "second column");
    return named(name, unit);
  }

  private static BasicHDU<?> named(String name, BasicHDU<?> unit) throws FitsException {
    unit.addValue("EXTNAME", name, "name of this extension");
    return unit;
  }
}
