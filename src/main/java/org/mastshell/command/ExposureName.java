package org.mastshell.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.vocabulary.NameGrammar;

/**
 * What the name of a file or an observation of Webb says of its exposure; other names stand for
 * themselves.
 *
 * @param exposure the beginning that all files of an exposure have in common: {@code
 *     jw01073006001_02101_00001}; the name without its suffix where it is of none
 * @param segment one of several parts of a long exposure; empty where the name tells none
 * @param detector in small letters: {@code nrca1}; empty where the name tells none
 */
record ExposureName(String exposure, String segment, String detector) {
  private static final Pattern OF_VISIT = Pattern.compile(NameGrammar.OF_VISIT);
  private static final int NUMBER = NameGrammar.partsOfVisit().indexOf("exposure") + 1;
  private static final int SEGMENT = NameGrammar.partsOfVisit().indexOf("segment") + 1;
  private static final int DETECTOR = NameGrammar.partsOfVisit().indexOf("detector") + 1;

  /** Reads a name, in any case. */
  static ExposureName of(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    Matcher parts = OF_VISIT.matcher(plain.replaceFirst("\\..*$", ""));
    if (!parts.lookingAt() || parts.group(NUMBER) == null) {
      return new ExposureName(KeywordProducts.withoutSuffix(plain), "", "");
    }
    return new ExposureName(
        plain.substring(0, parts.end(NUMBER)), told(parts, SEGMENT), told(parts, DETECTOR));
  }

  private static String told(Matcher parts, int group) {
    return parts.group(group) == null ? "" : parts.group(group);
  }

  /** Whether neither its detector nor its segment is another than that of the other name. */
  boolean agreesWith(ExposureName other) {
    return agree(detector, other.detector) && agree(segment, other.segment);
  }

  private static boolean agree(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
