package org.mastshell.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/**
 * Makes small, valid FITS files (FITS standard 4.0) with checksums. Every file says in its header
 * that it is synthetic. All files of one layout have the same size.
 */
final class FitsFiles {
  /** The keywords of the primary header that hold a text. */
  static final List<String> TEXTS =
      List.of("FILENAME", "TELESCOP", "INSTRUME", "FILTER", "OBJECT", "PROGRAM", "OBS_ID");

  /** The keywords of the primary header that hold a number: seconds and degrees. */
  static final List<String> NUMBERS = List.of("EXPTIME", "RA_TARG", "DEC_TARG");

  // The third extension flags bad pixels, of which there are none.
  private static final int QUALITY = 3;
  private static final int LONGEST_TEXT = 60;
  private static final double FIRST_STEP = 1;
  private static final double STEP = 0.02;

  private final FitsTemplates templates = new FitsTemplates();

  byte[] make(Product product) throws IOException {
    FitsLayout layout = FitsLayout.of(product);
    Random random = new Random(product.fileName().hashCode());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int index = 0;
    for (FitsUnit template : templates.of(layout)) {
      FitsUnit unit = new FitsUnit(template.bytes());
      if (index == 0) {
        describe(product, unit);
      } else if (index < QUALITY) {
        fill(layout, unit.data(), random);
      }
      unit.seal();
      file.write(unit.bytes());
      index++;
    }
    return file.toByteArray();
  }

  private static void describe(Product product, FitsUnit unit) {
    Observation owner = product.owner();
    unit.setText("FILENAME", shortened(product.fileName()));
    unit.setText("TELESCOP", shortened(owner.text("obs_collection")));
    unit.setText("INSTRUME", shortened(owner.text("instrument_name")));
    unit.setText("FILTER", shortened(owner.text("filters")));
    unit.setText("OBJECT", shortened(owner.text("target_name")));
    unit.setText("PROGRAM", shortened(owner.text("proposal_id")));
    unit.setText("OBS_ID", shortened(owner.obsId()));
    unit.setNumber("EXPTIME", owner.number("t_exptime"));
    unit.setNumber("RA_TARG", owner.number("s_ra"));
    unit.setNumber("DEC_TARG", owner.number("s_dec"));
  }

  private static void fill(FitsLayout layout, ByteBuffer data, Random random) {
    switch (layout) {
      case RAMP -> fillRamp(data, random);
      case IMAGE, CALIBRATED -> fillImage(data, random);
      case CUBE -> {
        for (int plane = 0; plane < FitsTemplates.PLANES; plane++) {
          fillImage(data, random);
        }
      }
      case SPECTRUM, LIGHT_CURVE -> fillTable(data, random);
    }
  }

  private static void fillImage(ByteBuffer data, Random random) {
    for (float pixel : image(random)) {
      data.putFloat(pixel);
    }
  }

  // The counts grow from group to group.
  private static void fillRamp(ByteBuffer data, Random random) {
    float[] light = image(random);
    for (int group = 1; group <= FitsTemplates.PLANES; group++) {
      for (float pixel : light) {
        data.putShort((short) (1000 + group * pixel));
      }
    }
  }

  private static void fillTable(ByteBuffer data, Random random) {
    for (int row = 0; row < FitsTemplates.ROWS; row++) {
      data.putDouble(FIRST_STEP + STEP * row);
      data.putFloat((float) (1000 + 10 * random.nextGaussian()));
    }
  }

  // A star somewhere on a noisy sky.
  private static float[] image(Random random) {
    int side = FitsTemplates.SIDE;
    float[] pixels = new float[side * side];
    double starX = side * random.nextDouble();
    double starY = side * random.nextDouble();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double light = 500 * Math.exp(-Math.hypot(x - starX, y - starY));
        pixels[y * side + x] = (float) (light + random.nextGaussian());
      }
    }
    return pixels;
  }

  // A card holds 68 characters of text.
  private static String shortened(String text) {
    String known = text == null || text.isEmpty() ? "N/A" : text;
    return known.length() <= LONGEST_TEXT ? known : known.substring(0, LONGEST_TEXT);
  }
}
