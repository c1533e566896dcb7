package org.mastshell.language;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.mastshell.vocabulary.NearestWords;

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

  /** Words that stand for a unit elsewhere, by what is measured. */
  private static final Map<String, Unit> HABITS =
      Map.of(
          "TIME m", MINUTE,
          "TIME '", MINUTE,
          "SIZE k", KILOBYTE,
          "SIZE K", KILOBYTE,
          "SIZE M", MEGABYTE,
          "SIZE G", GIGABYTE,
          "SIZE T", TERABYTE,
          "LENGTH AA", ANGSTROM,
          "ANGLE d", DEGREE,
          "ANGLE m", ARC_MINUTE);

  // Of shorter ones the case of letters counts.
  private static final int SHORTEST_WORD = 3;
  private static final String AMPERE = "A";

  /** What units measure. */
  enum Measure {
    LENGTH("wavelength", "2um"),
    TIME("duration", "5min"),
    ANGLE("angle", "3arcmin"),
    SIZE("size", "100MB");

    private final String word;
    private final String example;

    Measure(String word, String example) {
      this.word = word;
      this.example = example;
    }

    String word() {
      return word;
    }

    /** One of them, as it is typed. */
    String example() {
      return example;
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
                    || unit.others().anyMatch(wanted::equalsIgnoreCase))
        .findFirst();
  }

  /**
   * The unit in which the values of a column are, as files and the archive write it. There the case
   * of letters counts, and {@code A} is an ampere.
   */
  static Optional<Unit> ofValues(String written) {
    return of(written)
        .filter(
            unit ->
                unit.symbol.equals(written)
                    || unit.others().anyMatch(written::equals)
                    || written.length() >= SHORTEST_WORD)
        .filter(unit -> !written.equals(AMPERE));
  }

  /** The one unit of a measure that a word was probably meant to be. */
  static Optional<Unit> nearest(String word, Measure measure) {
    Optional<Unit> habit = Optional.ofNullable(HABITS.get(measure.name() + " " + word));
    return habit
        .or(() -> measure == Measure.ANGLE ? ofArc(word) : Optional.empty())
        .or(() -> of(word).isPresent() ? Optional.empty() : mistyped(word, measure));
  }

  // Minutes and seconds of arc, for which those of time are often written.
  private static Optional<Unit> ofArc(String word) {
    return of(word)
        .flatMap(
            unit ->
                switch (unit) {
                  case MINUTE -> Optional.of(ARC_MINUTE);
                  case SECOND -> Optional.of(ARC_SECOND);
                  default -> Optional.empty();
                });
  }

  // A word of two letters has no letter to spare, but there are few units.
  private static Optional<Unit> mistyped(String word, Measure measure) {
    List<String> words =
        Arrays.stream(values())
            .filter(unit -> unit.measure == measure)
            .flatMap(unit -> Stream.concat(Stream.of(unit.symbol), unit.others()))
            .filter(known -> known.length() > 1)
            .toList();
    DamerauLevenshteinDistance oneMistake = new DamerauLevenshteinDistance(1);
    List<Unit> near =
        words.stream()
            .filter(
                known ->
                    oneMistake.apply(known.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
                        >= 0)
            .flatMap(known -> of(known).stream())
            .distinct()
            .toList();
    return near.size() == 1
        ? Optional.of(near.get(0))
        : NearestWords.only(word, words).flatMap(Unit::of);
  }

  private Stream<String> others() {
    return Arrays.stream(others.split(" ", -1)).filter(other -> !other.isEmpty());
  }

  /** The units of a measure, as they are typed. */
  static List<String> symbols(Measure measure) {
    return Arrays.stream(values())
        .filter(unit -> unit.measure == measure)
        .map(Unit::symbol)
        .toList();
  }
}
