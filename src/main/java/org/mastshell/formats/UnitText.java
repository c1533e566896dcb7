package org.mastshell.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of a column as the standards write it: FITS 4.0 (section 4.3), which ECSV takes as well,
 * and VOUnits 1.1 for VOTable. Read is what files have: those two, astropy's {@code erg / (cm2 s)},
 * and the older {@code erg.s-1.cm-2} of catalogues. A unit that is none of these stays as it is.
 */
final class UnitText {
  // Behind a bare 10 only a sign begins an exponent: 100 is a hundred.
  private static final Pattern SCALE =
      Pattern.compile(
          "(?:1(?:\\.0*)?[eE]|10(?:\\*\\*|\\^|(?=\\(?[-+])))"
              + "\\(?([-+]?\\d{1,3})\\)?(?![\\d.])[ *.]*");
  private static final Pattern FACTOR =
      Pattern.compile(
          "(\\p{L}+|%)(?:(?:\\*\\*|\\^)?([-+]?\\d{1,2})|(?:\\*\\*|\\^)\\(([-+]?\\d{1,2}(?:/\\d)?)\\))?");
  private static final Pattern SEPARATOR = Pattern.compile(" *([*./]) *| +");

  /** What the standards call the units for which people have other words. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("micron", "um"),
          Map.entry("microns", "um"),
          Map.entry("\u00b5m", "um"),
          Map.entry("\u03bcm", "um"),
          Map.entry("\u00c5", "Angstrom"),
          Map.entry("\u212b", "Angstrom"),
          Map.entry("AA", "Angstrom"),
          Map.entry("angstrom", "Angstrom"),
          Map.entry("angstroms", "Angstrom"),
          Map.entry("Angstroms", "Angstrom"),
          Map.entry("sec", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("hr", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("year", "yr"),
          Map.entry("years", "yr"),
          Map.entry("degree", "deg"),
          Map.entry("degrees", "deg"));

  /** A unit to a power, as the standards write the power: {@code -2}, {@code 1/2}. */
  private record Power(String unit, String exponent) {
    boolean isFraction() {
      return exponent.indexOf('/') >= 0;
    }

    Power inverse() {
      String other = exponent.startsWith("-") ? exponent.substring(1) : "-" + exponent;
      return new Power(unit, other);
    }
  }

  private final String scale;
  private final List<Power> powers;

  private UnitText(String scale, List<Power> powers) {
    this.scale = scale;
    this.powers = List.copyOf(powers);
  }

  /** A unit as FITS and ECSV write it: {@code 10**-17 erg s-1 cm-2}, {@code km/s}. */
  static String inFits(String unit) {
    return read(unit)
        .map(
            read -> (read.scale.isEmpty() ? "" : "10**" + read.scale + " ") + read.written(" ", ""))
        .orElse(unit);
  }

  /** A unit as VOTable writes it: {@code 10**-17erg.s**-1.cm**-2}, {@code km/s}. */
  static String inVoTable(String unit) {
    return read(unit)
        .map(read -> (read.scale.isEmpty() ? "" : "10**" + read.scale) + read.written(".", "**"))
        .orElse(unit);
  }

  private String written(String between, String raised) {
    boolean over =
        powers.size() > 1
            && powers.get(powers.size() - 1).exponent().equals("-1")
            && powers.stream().filter(power -> power.exponent().startsWith("-")).count() == 1;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < powers.size(); i++) {
      Power power = powers.get(i);
      boolean below = over && i == powers.size() - 1;
      text.append(below ? "/" : i == 0 ? "" : between).append(power.unit());
      if (power.isFraction()) {
        text.append("**(").append(power.exponent()).append(')');
      } else if (!below && !power.exponent().equals("1")) {
        text.append(raised).append(power.exponent());
      }
    }
    return text.toString();
  }

  private static Optional<UnitText> read(String text) {
    String rest = text.strip();
    Matcher scale = SCALE.matcher(rest);
    String exponent = "";
    if (scale.lookingAt()) {
      exponent = Integer.toString(Integer.parseInt(scale.group(1)));
      rest = rest.substring(scale.end());
    }
    String factor = exponent;
    return new Reader(rest)
        .all()
        .filter(powers -> !powers.isEmpty())
        .map(powers -> new UnitText(factor, powers));
  }

  /** Goes through a unit from its beginning to its end. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    /** All factors; empty if something there is none. */
    Optional<List<Power>> all() {
      return product().filter(all -> at == text.length());
    }

    private Optional<List<Power>> product() {
      List<Power> all = new ArrayList<>();
      if (text.startsWith("1/", at) || text.startsWith("1 /", at)) {
        at++;
      } else if (!add(all, false)) {
        return Optional.empty();
      }
      boolean divided = false;
      while (at < text.length() && text.charAt(at) != ')') {
        Matcher separator = SEPARATOR.matcher(text).region(at, text.length());
        if (!separator.lookingAt()) {
          return Optional.empty();
        }
        at = separator.end();
        boolean below = "/".equals(separator.group(1));
        // Whether what is multiplied behind a slash stands above or below it is a matter of taste.
        if ((divided && !below) || !add(all, below)) {
          return Optional.empty();
        }
        divided |= below;
      }
      return Optional.of(all);
    }

    private boolean add(List<Power> all, boolean below) {
      if (at < text.length() && text.charAt(at) == '(') {
        at++;
        Optional<List<Power>> inner = product();
        if (inner.isEmpty() || at >= text.length()) {
          return false;
        }
        at++;
        inner.get().forEach(power -> all.add(below ? power.inverse() : power));
        return true;
      }
      Matcher factor = FACTOR.matcher(text).region(at, text.length());
      if (!factor.lookingAt()) {
        return false;
      }
      at = factor.end();
      String exponent = factor.group(2) == null ? factor.group(3) : factor.group(2);
      String word = factor.group(1);
      Power power =
          new Power(
              WORDS.getOrDefault(word, word),
              exponent == null ? "1" : exponent.replaceFirst("^\\+", ""));
      all.add(below ? power.inverse() : power);
      return true;
    }
  }
}
