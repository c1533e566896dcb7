package org.mastshell.demo;

import java.util.Locale;
import java.util.Set;

/** What a FITS file holds after its primary header. */
enum FitsLayout {
  /** Counts of each group and integration: four axes of 16-bit numbers. */
  RAMP,
  /** One image. */
  IMAGE,
  /** Science, error and quality images. */
  CALIBRATED,
  /** A cube with a wavelength axis. */
  CUBE,
  /** A spectrum as a table. */
  SPECTRUM,
  /** A time series as a table. */
  LIGHT_CURVE;

  private static final Set<String> RAMPS = Set.of("uncal", "raw", "d0m", "d0f");
  private static final Set<String> CALIBRATED_IMAGES =
      Set.of("rate", "cal", "crf", "i2d", "flt", "flc", "drz", "drc", "s2d", "segm");
  private static final Set<String> CUBES = Set.of("rateints", "calints", "crfints", "s3d", "tp");
  private static final Set<String> SPECTRA =
      Set.of("x1d", "x1dints", "c1d", "x1dsum", "spec", "mxlo", "vo");
  private static final Set<String> LIGHT_CURVES = Set.of("lc", "llc", "slc", "dvt", "fast-lc");

  /** The layout that goes with the last part of the file's name. */
  static FitsLayout of(Product product) {
    String name = product.fileName().toLowerCase(Locale.ROOT).replaceAll("\\.fits(\\.gz)?$", "");
    String suffix = name.substring(name.lastIndexOf('_') + 1);
    if (RAMPS.contains(suffix) || suffix.endsWith("-uncal")) {
      return RAMP;
    }
    if (CALIBRATED_IMAGES.contains(suffix)) {
      return CALIBRATED;
    }
    if (CUBES.contains(suffix)) {
      return CUBE;
    }
    if (SPECTRA.contains(suffix)) {
      return SPECTRUM;
    }
    return LIGHT_CURVES.contains(suffix) ? LIGHT_CURVE : IMAGE;
  }
}
