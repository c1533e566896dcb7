package org.mastshell.vocabulary;

import java.util.Set;

/**
 * The parts of a name that JWST's file naming convention knows, by their places between the {@code
 * _}. Read by hand, since a list of products has hundreds of thousands of names and regular
 * expressions take most of a second for them.
 */
final class JwstName {
  private static final String START = "jw";
  private static final int PROGRAM_END = 7;
  private static final int OBSERVATION_END = 10;
  private static final int VISIT_END = 13;
  private static final String SEGMENT = "-seg";
  static final Set<String> DETECTORS =
      Set.of(
          "nrca1",
          "nrca2",
          "nrca3",
          "nrca4",
          "nrca5",
          "nrcalong",
          "nrcb1",
          "nrcb2",
          "nrcb3",
          "nrcb4",
          "nrcb5",
          "nrcblong",
          "nrs1",
          "nrs2",
          "nis",
          "mirimage",
          "mirifulong",
          "mirifushort",
          "guider1",
          "guider2");

  private final String[] parts;
  private final String start;
  private int next = 1;

  String program;
  String obsnum;
  String visit;
  String exposure;
  String segment;
  String detector;
  String acid;
  String source;
  String asnType;

  private JwstName(String stem) {
    parts = stem.split("_", -1);
    start = parts[0];
  }

  /**
   * Reads a name.
   *
   * @param stem in small letters, without an extension
   */
  static JwstName read(String stem) {
    JwstName name = new JwstName(stem);
    if (name.start.startsWith(START) && digits(name.start, START.length(), PROGRAM_END)) {
      name.read();
    }
    return name;
  }

  /** Whether it is the name of something that belongs to one visit, an exposure for the most. */
  boolean isOfVisit() {
    return visit != null;
  }

  private void read() {
    boolean ofVisit = start.length() == VISIT_END && digits(start, PROGRAM_END, VISIT_END);
    boolean known = ofVisit || start.length() == PROGRAM_END || start.charAt(PROGRAM_END) == '-';
    if (known) {
      program = number(start, START.length(), PROGRAM_END);
    }
    if (ofVisit) {
      obsnum = number(start, PROGRAM_END, OBSERVATION_END);
      visit = number(start, OBSERVATION_END, VISIT_END);
      readExposure();
    } else if (known && start.length() > PROGRAM_END) {
      readCombined();
    }
  }

  private void readExposure() {
    String group = part(next);
    String number = part(next + 1);
    boolean segmented = number.length() == 12 && number.startsWith(SEGMENT, 5);
    if (isActivity(group)
        && digits(number, 0, 5)
        && (number.length() == 5 || (segmented && digits(number, 9, 12)))) {
      exposure = number(number, 0, 5);
      segment = segmented ? number(number, 9, 12) : null;
      next += 2;
    }
    if (DETECTORS.contains(part(next))) {
      detector = part(next++);
    }
    acid = isCandidate(part(next)) ? part(next) : null;
  }

  private void readCombined() {
    int end = headEnd(start, PROGRAM_END + 1);
    String candidate = start.substring(PROGRAM_END + 1, end);
    if (!isCandidate(candidate)) {
      return;
    }
    acid = candidate;
    obsnum = acid.startsWith("o") ? number(acid, 1, acid.length()) : null;
    if (end < start.length()) {
      return;
    }
    String time = part(next);
    boolean timed =
        time.length() == 15 && digits(time, 0, 8) && time.charAt(8) == 't' && digits(time, 9, 15);
    String serial = part(next + 2);
    if (timed && isWord(part(next + 1)) && digits(serial, 0, serial.length())) {
      asnType = part(next + 1);
      next += 3;
    }
    String target = part(next).substring(0, headEnd(part(next), 0));
    boolean isSource = target.length() > 1 && "sbv".indexOf(target.charAt(0)) >= 0;
    source = isSource && digits(target, 1, target.length()) ? target : null;
  }

  private String part(int place) {
    return place < parts.length ? parts[place] : "";
  }

  // Visit group, parallel sequence and activity: "02101", the activity in base 36.
  private static boolean isActivity(String text) {
    return text.length() == 5 && digits(text, 0, 2) && isAlphanumeric(text);
  }

  private static boolean isCandidate(String text) {
    return (text.length() == 4 || text.length() == 5)
        && "oca".indexOf(text.charAt(0)) >= 0
        && digits(text, 1, text.length());
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && isAlphanumeric(text.replace("-", ""));
  }

  static boolean isAlphanumeric(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  private static int headEnd(String text, int from) {
    int dash = text.indexOf('-', from);
    return dash < 0 ? text.length() : dash;
  }

  private static boolean digits(String text, int from, int to) {
    if (from >= to || to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String number(String text, int from, int to) {
    return Integer.toString(Integer.parseInt(text, from, to, 10));
  }
}
