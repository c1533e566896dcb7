package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width and height of a piece of an image.
 *
 * @param width in pixels, or degrees
 * @param height in pixels, or degrees
 * @param pixels whether they are pixels, and whole numbers of them then
 */
public record BoxSize(double width, double height, boolean pixels) {
  private static final String EXAMPLES =
      "as in size=10 (pixels), size=8x12 (width and height), size=5arcmin, size=0.1deg";
  private static final Pattern PART =
      Pattern.compile("\\s*(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*(\\p{Alpha}*|[°'\"′″])\\s*");
  private static final double MOST_PIXELS = 10_000;
  private static final double MOST_DEGREES = 20;

  /** Smaller angles are told in seconds. */
  private static final double LEAST_MINUTES = 0.1;

  /** The smallest one may have been rounded on its way. */
  private static final double ALMOST = 1 - 1e-9;

  /** What is rounded away of a place on the sky is far less; no image has pixels so small. */
  private static final double LEAST_DEGREES = 0.001 / 3600;

  /** Short words for units of angles, as astroquery has them and a radius takes them. */
  private static final Map<String, Unit> SHORT =
      Map.of("d", Unit.DEGREE, "m", Unit.ARC_MINUTE, "s", Unit.ARC_SECOND);

  private static final List<String> PIXELS = List.of("", "px", "pix", "pixel", "pixels");

  /** A square of so many pixels. */
  public static BoxSize square(int pixels) {
    return new BoxSize(pixels, pixels, true);
  }

  /**
   * Reads {@code 10}, {@code 8x12}, {@code 8,12}, {@code 5arcmin} or {@code 5arcmin x 0.1deg}.
   *
   * @throws SyntaxException if it is none, or larger than any that makes sense; it points at the
   *     value
   */
  public static BoxSize read(CriterionText criterion, String line) {
    List<Word> words = criterion.values();
    Word whole = Word.in(line, words.get(0).start(), words.get(words.size() - 1).end());
    String text = String.join("x", words.stream().map(Word::text).toList());
    // An x between two sizes, not that of px.
    String[] parts = text.split("(?i)(?<![p])x(?=[\\s.\\d])|(?i)(?<=px)x(?=[\\s.\\d])", -1);
    if (parts.length > 2) {
      throw whole.fault(line, "a size has a width and a height", EXAMPLES);
    }
    Side first = side(parts[0], whole, line);
    Side second = parts.length == 1 ? first : side(parts[1], whole, line);
    // 5x10arcmin: the unit is meant for both.
    if (first.bare() && !second.pixels()) {
      first = side(parts[0] + second.unit(), whole, line);
    }
    if (first.pixels() != second.pixels()) {
      throw whole.fault(line, "width and height are both in pixels or both angles", EXAMPLES);
    }
    return new BoxSize(first.value(), second.value(), first.pixels());
  }

  private record Side(double value, String unit, boolean pixels) {
    boolean bare() {
      return unit.isEmpty();
    }
  }

  private static Side side(String text, Word whole, String line) {
    Matcher part = PART.matcher(text);
    if (!part.matches()) {
      throw whole.fault(line, whole.text() + " is no size", EXAMPLES);
    }
    double number = Double.parseDouble(part.group(1));
    String unit = part.group(2);
    boolean pixels = PIXELS.contains(unit.toLowerCase(Locale.ROOT));
    double value = pixels ? number : number * degrees(unit, whole, line);
    boolean small = pixels ? value <= 0 : value < LEAST_DEGREES * ALMOST;
    if (small || value > (pixels ? MOST_PIXELS : MOST_DEGREES)) {
      throw whole.fault(
          line,
          whole.text() + " is no size that can be cut out",
          "1 to 10000 pixels, or 0.001 arcseconds to 20 degrees, " + EXAMPLES);
    }
    if (pixels && value != Math.rint(value)) {
      throw whole.fault(line, "there are whole pixels alone", EXAMPLES);
    }
    return new Side(value, unit, pixels);
  }

  private static double degrees(String word, Word whole, String line) {
    Unit unit =
        Optional.ofNullable(SHORT.get(word))
            .or(() -> Unit.of(word).filter(one -> one.measure() == Unit.Measure.ANGLE))
            .orElseThrow(() -> whole.fault(line, "sizes have no unit " + word, EXAMPLES));
    return unit.factor().doubleValue() / Unit.DEGREE.factor().doubleValue();
  }

  /** As it is told to a person: {@code 10x10 pixels}. */
  public String text() {
    return pixels
        ? (int) width + "x" + (int) height + " pixels"
        : String.format(Locale.ROOT, "%s x %s", angle(width), angle(height));
  }

  private static String angle(double degrees) {
    double minutes = degrees * 60;
    if (minutes < LEAST_MINUTES) {
      return shortest(minutes * 60) + "arcsec";
    }
    return minutes < 60 ? shortest(minutes) + "arcmin" : shortest(degrees) + "deg";
  }

  private static String shortest(double number) {
    return String.format(Locale.ROOT, "%.4f", number).replaceAll("\\.?0+$", "");
  }
}
