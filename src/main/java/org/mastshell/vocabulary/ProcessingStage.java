package org.mastshell.vocabulary;

import java.util.Set;

/** Tells the stage of processing from a suffix (JWST pipeline documentation, data products). */
final class ProcessingStage {
  static final Set<String> FIRST =
      Set.of("dark", "trapsfilled", "rate", "rateints", "fitopt", "ramp");
  static final Set<String> SECOND =
      Set.of(
          "bsub",
          "bsubints",
          "cal",
          "calints",
          "i2d",
          "s2d",
          "s3d",
          "x1d",
          "x1dints",
          "flat",
          "mbsub",
          "image-cal",
          "stacked-cal");
  static final Set<String> RAW = Set.of("uncal", "image-uncal", "stacked-uncal");
  static final Set<String> INFORMATION = Set.of("asn", "pool", "msa");

  private ProcessingStage() {}

  /** The stage of a file that belongs to one exposure; null where the suffix does not tell. */
  static String ofExposure(String suffix) {
    if (suffix == null) {
      return null;
    }
    if (RAW.contains(suffix)) {
      return "1b";
    }
    if (FIRST.contains(suffix)) {
      return "2a";
    }
    if (SECOND.contains(suffix)) {
      return "2b";
    }
    // The third stage writes these beside its combined products, under the exposure's name.
    return suffix.startsWith("crf") ? "3" : null;
  }

  /** The stage of what is made of several exposures. */
  static String ofCombined(String suffix) {
    return suffix != null && INFORMATION.contains(suffix) ? null : "3";
  }
}
