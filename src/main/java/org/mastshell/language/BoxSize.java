package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Degrees in each unit; as people write them, astroquery's short ones among them. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("deg", 1.0),
          Map.entry("d", 1.0),
          Map.entry("degree", 1.0),
          Map.entry("degrees", 1.0),
          Map.entry("°", 1.0),
          Map.entry("arcmin", 1 / 60.0),
          Map.entry("m", 1 / 60.0),
          Map.entry("'", 1 / 60.0),
          Map.entry("′", 1 / 60.0),
          Map.entry("arcsec", 1 / 3600.0),
          Map.entry("s", 1 / 3600.0),
          Map.entry("\"", 1 / 3600.0),
          Map.entry("″", 1 / 3600.0));

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
    String unit = part.group(2).toLowerCase(Locale.ROOT);
    boolean pixels = PIXELS.contains(unit);
    if (!pixels && !UNITS.containsKey(unit)) {
      throw whole.fault(line, "sizes have no unit " + part.group(2), EXAMPLES);
    }
    double value = pixels ? number : number * UNITS.get(unit);
    if (value <= 0 || value > (pixels ? MOST_PIXELS : MOST_DEGREES)) {
      throw whole.fault(
          line,
          whole.text() + " is no size that can be cut out",
          "more than nothing, and at most 10000 pixels or 20 degrees, " + EXAMPLES);
    }
    if (pixels && value != Math.rint(value)) {
      throw whole.fault(line, "there are whole pixels alone", EXAMPLES);
    }
    return new Side(value, unit, pixels);
  }

  /** As it is told to a person: {@code 10x10 pixels}. */
  public String text() {
    return pixels
        ? (int) width + "x" + (int) height + " pixels"
        : String.format(Locale.ROOT, "%s x %s", angle(width), angle(height));
  }

  private static String angle(double degrees) {
    double minutes = degrees * 60;
    return minutes < 60 ? shortest(minutes) + "arcmin" : shortest(degrees) + "deg";
  }

  private static String shortest(double number) {
    return String.format(Locale.ROOT, "%.4f", number).replaceAll("\\.?0+$", "");
  }
}
