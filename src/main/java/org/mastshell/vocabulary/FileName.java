package org.mastshell.vocabulary;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final String DETECTORS =
      "nrc[ab](?:[1-5]|long)|nrs[12]|nis|mirimage|mirifulong|mirifushort|guider[12]";
  private static final Pattern EXPOSURE =
      Pattern.compile(
          "jw(?<program>\\d{5})(?<obsnum>\\d{3})(?<visit>\\d{3})"
              + "(?:_\\d{2}[0-9a-z]{3}_(?<exposure>\\d{5})(?:-seg(?<segment>\\d{3}))?)?"
              + "(?:_(?<detector>"
              + DETECTORS
              + "))?(?:_(?<acid>[oca]\\d{3,4})(?=_|$))?(?:_.*)?");
  private static final Pattern COMBINED =
      Pattern.compile(
          "jw(?<program>\\d{5})-(?<acid>[oca]\\d{3,4})"
              + "(?:_\\d{8}t\\d{6}_(?<asn>[a-z0-9-]+?)_\\d+(?=_|$))?"
              + "(?:_(?:t\\d+|(?<source>[sbv]\\d+)))?(?:[-_].*)?");
  private static final Pattern PROGRAM = Pattern.compile("jw(?<program>\\d{5})(?:[-_].*)?");
  private static final Pattern EXTENSION =
      Pattern.compile("\\.([a-z0-9]+(?:\\.(?:gz|bz2|xz|zip|z))?)$");
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif");
  private static final String THUMB = "_thumb";
  private static final String GUIDE_STAR = "_gs-";

  /** Reads a name; a name that follows no known grammar has few parts, and never is an error. */
  public static FileName parse(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher dot = EXTENSION.matcher(lower);
    String extension = dot.find() ? dot.group(1) : null;
    String stem = extension == null ? lower : lower.substring(0, dot.start());
    String whole = stem.endsWith(THUMB) ? stem.substring(0, stem.length() - THUMB.length()) : stem;
    int underscore = whole.lastIndexOf('_');
    String suffix =
        extension == null || underscore < 0 || underscore == whole.length() - 1
            ? null
            : whole.substring(underscore + 1);
    if (whole.startsWith("jw")) {
      Matcher exposure = EXPOSURE.matcher(whole);
      if (exposure.matches()) {
        return exposure(name, exposure, suffix, extension);
      }
      Matcher combined = COMBINED.matcher(whole);
      if (combined.matches()) {
        return combined(name, combined, suffix, extension);
      }
      Matcher program = PROGRAM.matcher(whole);
      if (program.matches()) {
        return plain(name, number(program.group("program")), suffix, extension);
      }
    }
    return plain(name, null, suffix, extension);
  }

  /** Whether it is a file of the guide star rather than of the target. */
  public boolean isGuideStar() {
    return name.toLowerCase(Locale.ROOT).contains(GUIDE_STAR);
  }

  /** Whether it is a picture to look at, thumbnails among them. */
  public boolean isPreview() {
    return extension != null && PICTURES.contains(extension);
  }

  /** Whether it is a small preview picture. */
  public boolean isThumbnail() {
    return extension != null && name.toLowerCase(Locale.ROOT).endsWith(THUMB + "." + extension);
  }

  private static FileName exposure(String name, Matcher parts, String suffix, String extension) {
    return new FileName(
        name,
        number(parts.group("program")),
        number(parts.group("obsnum")),
        number(parts.group("visit")),
        number(parts.group("exposure")),
        number(parts.group("segment")),
        parts.group("detector"),
        ProcessingStage.ofExposure(suffix),
        parts.group("acid"),
        null,
        null,
        suffix,
        extension);
  }

  private static FileName combined(String name, Matcher parts, String suffix, String extension) {
    String acid = parts.group("acid");
    boolean association = parts.group("asn") != null;
    return new FileName(
        name,
        number(parts.group("program")),
        acid.startsWith("o") ? number(acid.substring(1)) : null,
        null,
        null,
        null,
        null,
        association ? null : ProcessingStage.ofCombined(suffix),
        acid,
        parts.group("source"),
        parts.group("asn"),
        suffix,
        extension);
  }

  private static FileName plain(String name, String program, String suffix, String extension) {
    return new FileName(
        name, program, null, null, null, null, null, null, null, null, null, suffix, extension);
  }

  private static String number(String digits) {
    return digits == null ? null : Integer.toString(Integer.parseInt(digits));
  }
}
