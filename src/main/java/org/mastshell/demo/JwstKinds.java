package org.mastshell.demo;

import java.util.Locale;
import java.util.Map;

/** What the suffixes of JWST files mean (JWST pipeline documentation, product types). */
final class JwstKinds {
  private static final Map<String, String> EXPOSURE =
      Map.ofEntries(
          Map.entry("uncal", "exposure (L1b): Uncalibrated 4D exposure data"),
          Map.entry("trapsfilled", "exposure (L2a): charge trap product for persistence"),
          Map.entry("rateints", "exposure (L2a): 3D countrate per integration"),
          Map.entry("rate", "exposure (L2a): 2D count rate averaged over integrations"),
          Map.entry("cal", "exposure (L2b): 2D calibrated exposure average over integrations"),
          Map.entry("calints", "exposure (L2b): 3D calibrated exposure"),
          Map.entry("crf", "exposure (L2c): 2D exposure with cosmic rays flagged"),
          Map.entry("crfints", "exposure (L2c): 3D exposure with cosmic rays flagged"),
          Map.entry("i2d", "exposure (L2b): 2D rectified image"));
  private static final Map<String, String> EITHER =
      Map.ofEntries(
          Map.entry("i2d", "target (L3): 2D combined image"),
          Map.entry("s2d", "exposure/target (L2b/L3): 2D rectified spectrum"),
          Map.entry("s3d", "exposure/target (L2b/L3): 3D image of spectrum"),
          Map.entry("x1d", "exposure/target (L2b/L3): 1D extracted spectrum"),
          Map.entry("x1dints", "exposure/target (L2b/L3): 1D spectra per integration"),
          Map.entry("c1d", "source (L3): 1D combined spectrum"),
          Map.entry("segm", "target (L3): segmentation map"),
          Map.entry("cat", "target (L3): source catalog"),
          Map.entry("phot", "target (L3): photometry of a time series"),
          Map.entry("whtlt", "target (L3): white-light curve"),
          Map.entry("asn", "source/target (L3) : association generator"),
          Map.entry("pool", "source/target (L3) : association pool"),
          Map.entry("msa", "shutter configuration"));

  private JwstKinds() {}

  static ProductKind exposure(String suffix) {
    String description = EXPOSURE.getOrDefault(suffix, EITHER.get(suffix));
    String type = suffix.equals("trapsfilled") ? "AUXILIARY" : "SCIENCE";
    return ProductKind.of(type, upper(suffix), description, suffix.equals("uncal") ? 1 : 2);
  }

  static ProductKind set(String suffix) {
    String description = EITHER.getOrDefault(suffix, "target (L3): " + upper(suffix));
    String type = suffix.equals("segm") ? "AUXILIARY" : "SCIENCE";
    return ProductKind.of(type, upper(suffix), description, 3);
  }

  /** Associations and pools. */
  static ProductKind information(String suffix, int level) {
    return ProductKind.of("INFO", upper(suffix), EITHER.get(suffix), level);
  }

  /** Files that help to use others, such as shutter configurations and guide stars. */
  static ProductKind auxiliary(String suffix, int level) {
    String description = EITHER.getOrDefault(suffix, "guide star: " + upper(suffix));
    return ProductKind.of("AUXILIARY", upper(suffix), description, level);
  }

  static ProductKind preview(String suffix, int level) {
    return ProductKind.of("PREVIEW", upper(suffix), "Preview-Full", level);
  }

  static ProductKind thumbnail(String suffix, int level) {
    return ProductKind.of("THUMBNAIL", upper(suffix), "Preview-Thumb", level);
  }

  private static String upper(String suffix) {
    return suffix.toUpperCase(Locale.ROOT);
  }
}
