package org.mastshell.vocabulary;

import java.util.Locale;
import java.util.Set;

/**
 * What the name of a file, or of an observation, says. The grammar is that of JWST's file naming
 * convention; of other missions' names only the suffix and the extension are read.
 *
 * <p>Every part is null where the name does not have it. Numbers are without leading zeros.
 *
 * @param name as given
 * @param program number of the program
 * @param obsnum number of the observation in its program
 * @param visit number of the visit in its observation
 * @param exposure number of the exposure
 * @param segment number of the segment of a split exposure
 * @param detector as {@code nrca1}
 * @param stage {@code 1b}, {@code 2a}, {@code 2b} or {@code 3}
 * @param acid association candidate, as {@code o001}, {@code c1001}, {@code a3001}
 * @param source source, background or virtual slit, as {@code s000012345}
 * @param asnType kind of association, as {@code image3}
 * @param suffix the part between the last {@code _} and the extension, {@code _thumb} taken off
 * @param extension as {@code fits} or {@code fits.gz}, without a dot
 */
public record FileName(
    String name,
    String program,
    String obsnum,
    String visit,
    String exposure,
    String segment,
    String detector,
    String stage,
    String acid,
    String source,
    String asnType,
    String suffix,
    String extension) {

  static final Set<String> PACKED = Set.of("gz", "bz2", "xz", "zip", "z");
  static final String THUMB = "_thumb";

  /** Reads a name; a name that follows no known grammar has few parts, and never is an error. */
  public static FileName parse(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String extension = extension(lower);
    String stem =
        extension == null ? lower : lower.substring(0, lower.length() - extension.length() - 1);
    String whole = stem.endsWith(THUMB) ? stem.substring(0, stem.length() - THUMB.length()) : stem;
    int underscore = whole.lastIndexOf('_');
    String suffix =
        extension == null || underscore < 0 || underscore == whole.length() - 1
            ? null
            : whole.substring(underscore + 1);
    JwstName parts = JwstName.read(whole);
    return new FileName(
        name,
        parts.program,
        parts.obsnum,
        parts.visit,
        parts.exposure,
        parts.segment,
        parts.detector,
        stage(parts, suffix),
        parts.acid,
        parts.source,
        parts.asnType,
        suffix,
        extension);
  }

  private static String stage(JwstName parts, String suffix) {
    if (parts.isOfVisit()) {
      return ProcessingStage.ofExposure(suffix);
    }
    boolean combined = parts.acid != null && parts.asnType == null;
    return combined ? ProcessingStage.ofCombined(suffix) : null;
  }

  // The last part behind a dot, with the one before it where the last only says how it is packed.
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0 || !isPart(name, dot + 1, name.length())) {
      return null;
    }
    int earlier = name.lastIndexOf('.', dot - 1);
    boolean packed = PACKED.contains(name.substring(dot + 1));
    return packed && earlier >= 0 && isPart(name, earlier + 1, dot)
        ? name.substring(earlier + 1)
        : name.substring(dot + 1);
  }

  private static boolean isPart(String name, int from, int to) {
    return from < to && JwstName.isAlphanumeric(name.substring(from, to));
  }
}
