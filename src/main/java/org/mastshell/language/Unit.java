package org.mastshell.language;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Units of measure, each as a multiple of the smallest common one of its kind. */
enum Unit {
  NANOMETRE(Measure.LENGTH, "1", "nm"),
  MICROMETRE(Measure.LENGTH, "1000", "um", "\u00b5m", "\u03bcm", "micron", "microns"),
  MILLIMETRE(Measure.LENGTH, "1000000", "mm"),
  ANGSTROM(Measure.LENGTH, "0.1", "A", "\u00c5", "angstrom", "angstroms"),
  SECOND(Measure.TIME, "1", "s", "sec", "second", "seconds"),
  MINUTE(Measure.TIME, "60", "min", "minute", "minutes"),
  HOUR(Measure.TIME, "3600", "h", "hr", "hour", "hours"),
  DAY(Measure.TIME, "86400", "d", "day", "days"),
  DEGREE(Measure.ANGLE, "3600", "deg", "\u00b0", "degree", "degrees"),
  ARC_MINUTE(Measure.ANGLE, "60", "arcmin", "'", "\u2032", "arcminute", "arcminutes"),
  ARC_SECOND(Measure.ANGLE, "1", "arcsec", "\"", "\u2033", "arcsecond", "arcseconds"),
  BYTE(Measure.SIZE, "1", "B", "byte", "bytes"),
  KILOBYTE(Measure.SIZE, "1000", "kB"),
  MEGABYTE(Measure.SIZE, "1000000", "MB"),
  GIGABYTE(Measure.SIZE, "1000000000", "GB"),
  TERABYTE(Measure.SIZE, "1000000000000", "TB"),
  KIBIBYTE(Measure.SIZE, "1024", "KiB"),
  MEBIBYTE(Measure.SIZE, "1048576", "MiB"),
  GIBIBYTE(Measure.SIZE, "1073741824", "GiB"),
  TEBIBYTE(Measure.SIZE, "1099511627776", "TiB");

  /** What units measure. */
  enum Measure {
    LENGTH("wavelength"),
    TIME("duration"),
    ANGLE("angle"),
    SIZE("size");

    private final String word;

    Measure(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final Measure measure;
  private final BigDecimal factor;
  private final String symbol;

  // Error Prone wants enums immutable, and a list of the standard library counts as such.
  private final String others;

  Unit(Measure measure, String factor, String symbol, String... others) {
    this.measure = measure;
    this.factor = new BigDecimal(factor);
    this.symbol = symbol;
    this.others = String.join(" ", others);
  }

  Measure measure() {
    return measure;
  }

  String symbol() {
    return symbol;
  }

  /** How many of the smallest unit of the same measure it is. */
  BigDecimal factor() {
    return factor;
  }

  /** The unit of a word, in any case. */
  static Optional<Unit> of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(
            unit ->
                unit.symbol.toLowerCase(Locale.ROOT).equals(wanted)
                    || Arrays.asList(unit.others.split(" ", -1)).contains(wanted))
        .findFirst();
  }

  /** The units of a measure, as they are typed. */
  static List<String> symbols(Measure measure) {
    return Arrays.stream(values())
        .filter(unit -> unit.measure == measure)
        .map(Unit::symbol)
        .toList();
  }
}
