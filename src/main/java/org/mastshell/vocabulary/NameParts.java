package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name of a file or of an observation says, part by part, in words. JWST's names are those
 * of {@link FileName}; HST's rootnames ({@code ipppssoot}) are explained in the HST Data Handbooks,
 * TESS' names on the mission's page of data products at the archive.
 */
public final class NameParts {
  private static final Map<Character, String> HST_INSTRUMENTS =
      Map.ofEntries(
          Map.entry('i', "WFC3"),
          Map.entry('j', "ACS"),
          Map.entry('l', "COS"),
          Map.entry('n', "NICMOS"),
          Map.entry('o', "STIS"),
          Map.entry('u', "WFPC2"),
          Map.entry('v', "HSP"),
          Map.entry('w', "WFPC"),
          Map.entry('x', "FOC"),
          Map.entry('y', "FOS"),
          Map.entry('z', "GHRS"),
          Map.entry('f', "FGS"));
  private static final Pattern HST_ROOT =
      Pattern.compile("([a-z])([a-z0-9]{3})([a-z0-9]{2})([a-z0-9]{2})([a-z0-9])(?:_.*|\\..*)?");
  private static final Pattern HST_ADVANCED =
      Pattern.compile(
          "hst_(\\d+)_([a-z0-9]+)_([a-z0-9-]+)_([a-z0-9-]+)_([a-z0-9-]+)_([a-z0-9]+)(?:_.*|\\..*)?");
  private static final Pattern TESS_TIME = Pattern.compile("tess(\\d{4})(\\d{3})\\d{6}-(.*)");
  private static final Pattern TESS_TARGET =
      Pattern.compile("s(\\d{4})-(\\d{16})-(\\d{4})-([abxs])(?:_.*|\\..*)?");
  private static final Pattern TESS_FRAME =
      Pattern.compile("s(\\d{4})-(\\d)-(\\d)-(\\d{4})-([abxs])(?:_.*|\\..*)?");
  private static final Pattern TESS_SEARCH =
      Pattern.compile("s(\\d{4})-s(\\d{4})-(\\d{16})(?:-.*|_.*|\\..*)?");
  private static final Pattern JWST_TARGET = Pattern.compile("jw\\d{5}-[oca]\\d{3,4}_t(\\d+)_(.*)");
  private static final Pattern JWST_GROUP =
      Pattern.compile("jw\\d{11}_(\\d{2})(\\d)([a-z0-9]{2})_\\d{5}.*");

  private final List<String> parts = new ArrayList<>();

  private NameParts() {}

  /**
   * The parts in words, as {@code program 1073}; none where the name follows no known grammar.
   *
   * @param mission as in {@code obs_collection}
   */
  public static List<String> of(String mission, String name) {
    NameParts read = new NameParts();
    String lower = name.toLowerCase(Locale.ROOT);
    switch (mission.toUpperCase(Locale.ROOT)) {
      case "JWST" -> read.jwst(lower);
      case "HST", "HLA" -> read.hst(lower);
      case "TESS" -> read.tess(lower);
      default -> {}
    }
    return List.copyOf(read.parts);
  }

  /** The instrument that the name of an HST file tells, where it does. */
  public static Optional<String> hstInstrument(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher advanced = HST_ADVANCED.matcher(lower);
    if (advanced.matches()) {
      return Optional.of(advanced.group(3).toUpperCase(Locale.ROOT));
    }
    return HST_ROOT.matcher(lower).matches()
        ? Optional.ofNullable(HST_INSTRUMENTS.get(lower.charAt(0)))
        : Optional.empty();
  }

  private void jwst(String name) {
    FileName file = FileName.parse(name);
    add("program ", file.program());
    add("observation ", file.obsnum());
    add("visit ", file.visit());
    Matcher group = JWST_GROUP.matcher(name);
    if (group.matches()) {
      add("visit group ", group.group(1));
      add("parallel sequence ", group.group(2));
      add("activity ", group.group(3));
    }
    add("exposure ", file.exposure());
    add("segment ", file.segment());
    add("detector ", file.detector());
    if (file.acid() != null) {
      add("association candidate ", file.acid() + " (" + candidate(file.acid()) + ")");
    }
    add("association type ", file.asnType());
    Matcher target = JWST_TARGET.matcher(name);
    if (target.matches()) {
      add("target ", number(target.group(1)));
      String[] optics = target.group(2).split("_", -1);
      add("instrument ", optics[0]);
      // Of a file the last part is the suffix.
      boolean elements = optics.length > (file.suffix() == null ? 1 : 2);
      add("optical elements ", elements ? optics[1] : null);
    }
    add("source ", file.source());
    add("stage ", file.stage());
  }

  private static String candidate(String acid) {
    return switch (acid.charAt(0)) {
      case 'o' -> "one observation";
      case 'c' -> "proposed with others";
      default -> "found by rules";
    };
  }

  private void hst(String name) {
    Matcher advanced = HST_ADVANCED.matcher(name);
    if (advanced.matches()) {
      add("program ", advanced.group(1));
      add("visit ", advanced.group(2));
      add("instrument ", advanced.group(3).toUpperCase(Locale.ROOT));
      add("detector or target ", advanced.group(4));
      add("optical element ", advanced.group(5));
      add("beginning of the rootname ", advanced.group(6));
      return;
    }
    Matcher root = HST_ROOT.matcher(name);
    if (root.matches() && HST_INSTRUMENTS.containsKey(root.group(1).charAt(0))) {
      add("instrument ", HST_INSTRUMENTS.get(root.group(1).charAt(0)));
      add("program code ", root.group(2));
      add("visit ", root.group(3));
      boolean association = root.group(5).matches("\\d");
      add(association ? "association " : "exposure ", root.group(4));
    }
  }

  private void tess(String name) {
    Matcher time = TESS_TIME.matcher(name);
    if (!time.matches()) {
      return;
    }
    Matcher target = TESS_TARGET.matcher(time.group(3));
    Matcher frame = TESS_FRAME.matcher(time.group(3));
    Matcher search = TESS_SEARCH.matcher(time.group(3));
    if (target.matches()) {
      add("sector ", number(target.group(1)));
      add("target TIC ", number(target.group(2)));
      add("", cosmicRays(target.group(4)));
    } else if (frame.matches()) {
      add("sector ", number(frame.group(1)));
      add("camera ", frame.group(2));
      add("CCD ", frame.group(3));
      add("", cosmicRays(frame.group(5)));
    } else if (search.matches()) {
      add("sectors ", number(search.group(1)) + " to " + number(search.group(2)));
      add("target TIC ", number(search.group(3)));
    }
    add("day " + time.group(2) + " of ", time.group(1));
  }

  private static String cosmicRays(String flag) {
    return switch (flag) {
      case "s" -> "cosmic rays mitigated on board";
      case "a" -> "cosmic rays mitigated by the pipeline";
      case "b" -> "cosmic rays mitigated on board and by the pipeline";
      default -> "cosmic rays not mitigated";
    };
  }

  private static String number(String digits) {
    return digits.replaceFirst("^0+(?=\\d)", "");
  }

  private void add(String word, String value) {
    if (value != null) {
      parts.add(word + value);
    }
  }
}
