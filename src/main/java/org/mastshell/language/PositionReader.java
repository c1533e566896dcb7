package org.mastshell.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.SetKind;

/** Reads the words that say where on the sky: {@code object}, {@code coordinates}, radius. */
public final class PositionReader {
  private static final String OBJECT = PositionFields.OBJECT;
  private static final String COORDINATES = PositionFields.COORDINATES;
  private static final String RADIUS = PositionFields.RADIUS;
  private static final String RA = "ra";
  private static final String DEC = "dec";
  private static final double LARGEST_RADIUS = 180;
  private static final Pattern SHORT = Pattern.compile("([+-]?[\\d.]+) ?([dms])");

  private final String line;
  private final ValueFiles files;
  private final List<String> notes;
  private final Map<String, CriterionText> given = new HashMap<>();
  private final Map<String, CriterionText> centre = new HashMap<>();

  PositionReader(String line, ValueFiles files, List<String> notes) {
    this.line = line;
    this.files = files;
    this.notes = notes;
  }

  /** The words, for completion and for messages. */
  static List<String> words() {
    return List.of(OBJECT, COORDINATES, RADIUS);
  }

  /** Whether a criterion is one of position. */
  public static boolean reads(CriterionText criterion) {
    return reads(criterion.field().text());
  }

  /** Whether a word, whatever its case, says where on the sky. */
  static boolean reads(String word) {
    return words().contains(word.toLowerCase(Locale.ROOT));
  }

  /** Takes notice of a criterion of a column: those of the centre may be meant as a position. */
  void notice(Field field, CriterionText criterion) {
    boolean value = criterion.operator() == Operator.EQUAL && criterion.values().size() == 1;
    if (value) {
      Stream.of(RA, DEC)
          .filter(word -> field.name().equals(word) || field.aliases().contains(word))
          .forEach(word -> centre.put(word, criterion));
    }
  }

  void add(CriterionText criterion, SetKind kind) {
    String word =
        PositionFields.find(criterion.field().text(), kind)
            .map(Field::name)
            .orElseGet(() -> word(criterion));
    if (given.containsKey(word)) {
      throw criterion.field().fault(line, word + " is given twice", "give it once");
    }
    if (criterion.operator() != Operator.EQUAL) {
      throw criterion.field().fault(line, word + " takes = alone", "write " + example(word));
    }
    given.put(word, criterion);
  }

  /** The position, once every criterion was added. */
  Optional<Position> position() {
    CriterionText object = given.get(OBJECT);
    CriterionText coordinates = given.get(COORDINATES);
    CriterionText radius = given.get(RADIUS);
    if (object != null && coordinates != null) {
      throw coordinates
          .field()
          .fault(line, "object and coordinates are two positions", "take one of them away");
    }
    if (object == null && coordinates == null) {
      if (radius != null) {
        throw withoutPosition(radius);
      }
      return Optional.empty();
    }
    double degrees = radius == null ? Position.DEFAULT_RADIUS : radius(radius);
    return Optional.of(object == null ? coordinates(coordinates, degrees) : name(object, degrees));
  }

  private SyntaxException withoutPosition(CriterionText radius) {
    CriterionText ra = centre.get(RA);
    CriterionText dec = centre.get(DEC);
    if (ra == null || dec == null) {
      return radius
          .field()
          .fault(
              line,
              "a radius needs a position",
              "add object=\"M 101\" or coordinates=\"161.26 -59.87\"");
    }
    String coordinates =
        COORDINATES + "=\"" + ra.values().get(0).text() + " " + dec.values().get(0).text() + '"';
    return radius
        .field()
        .fault(
            line,
            "a radius needs a position, and ra and dec are columns",
            "did you mean " + coordinates + "?")
        .rightWith(united(ra, dec, coordinates));
  }

  // What stands between the two stays where it is.
  private Correction united(CriterionText ra, CriterionText dec, String coordinates) {
    CriterionText first = ra.field().start() < dec.field().start() ? ra : dec;
    CriterionText second = first.equals(ra) ? dec : ra;
    int start = first.field().start();
    int end = second.values().get(0).end();
    String between = line.substring(first.values().get(0).end(), second.field().start());
    return new Correction(start, end, (coordinates + between).stripTrailing());
  }

  private Position name(CriterionText criterion, double radius) {
    Set<String> names = new LinkedHashSet<>();
    boolean file = false;
    for (Word word : criterion.values()) {
      ValueText value = new ValueText(line, word);
      if (value.text().isEmpty()) {
        throw value.fault("the object has no name", "write object=\"M 101\"");
      }
      file |= FileReference.isOne(value);
      ObjectNames.add(names, value, files, notes);
    }
    return names.size() == 1 && !file
        ? new Position.Name(names.iterator().next(), radius)
        : new Position.Names(List.copyOf(names), radius);
  }

  private Position coordinates(CriterionText criterion, double radius) {
    List<ValueText> values =
        criterion.values().stream().map(word -> new ValueText(line, word)).toList();
    boolean list =
        values.stream().anyMatch(FileReference::isOne)
            || (values.size() > 1 && values.stream().allMatch(PositionReader::isWhole));
    return list ? targets(values, radius) : point(criterion, radius);
  }

  // Quotes hold both coordinates together; a lone number is half of a position.
  private static boolean isWhole(ValueText value) {
    return value.text().matches("(?s)\\S+[\\s,]+\\S.*");
  }

  private Position targets(List<ValueText> values, double radius) {
    Set<Target> targets = new LinkedHashSet<>();
    List<String> placeless = new ArrayList<>();
    for (ValueText value : values) {
      if (FileReference.isOne(value)) {
        TargetFile.Content content = TargetFile.read(value, files, notes);
        targets.addAll(content.targets());
        placeless.addAll(content.placeless());
      } else {
        Position.Coordinates at = SkyCoordinates.read(value, value.text(), radius);
        targets.add(new Target(TargetFile.place(at.ra(), at.dec()), at.ra(), at.dec()));
      }
    }
    return new Position.Targets(List.copyOf(targets), placeless, radius);
  }

  // A comma between the two coordinates parts them as it parts the values of a list.
  private Position point(CriterionText criterion, double radius) {
    List<Word> words = criterion.values();
    if (words.size() > 2) {
      throw words
          .get(2)
          .fault(
              line,
              "a position has two coordinates",
              "take the rest away, or quote each position of a list: \"161.5 -59.9\",\"83.6 22.0\"");
    }
    Word whole = Word.in(line, words.get(0).start(), words.get(words.size() - 1).end());
    List<String> texts = new ArrayList<>();
    words.forEach(word -> texts.add(word.text()));
    requireNoName(criterion, whole);
    return SkyCoordinates.read(new ValueText(line, whole), String.join(" ", texts), radius);
  }

  // A catalogue of letters and digits (J104603-595200) is a position by itself.
  private void requireNoName(CriterionText criterion, Word whole) {
    if (!whole.text().isBlank() && files.isFile(whole.text())) {
      String meant = "@" + whole.raw();
      String quoted = whole.raw().startsWith("\"") ? Quoting.quote("@" + whole.text()) : meant;
      throw whole
          .fault(
              line,
              "these are no coordinates but the name of a file",
              "did you mean coordinates=" + quoted + "?")
          .rightWith(quoted);
    }
    if (whole.text().matches("(?s)\\p{L}.*") && !whole.text().matches("[Jj]\\d.*")) {
      throw whole
          .fault(
              line,
              "these are no coordinates but a name",
              "did you mean object=" + whole.raw() + "? " + SkyCoordinates.EXAMPLES)
          .rightWith(new Correction(criterion.field().start(), criterion.field().end(), OBJECT));
    }
  }

  private double radius(CriterionText criterion) {
    requireDecimalPoint(criterion);
    ValueText value = unabridged(single(criterion));
    Quantities quantities = new Quantities(RADIUS, "deg");
    double degrees = quantities.exact(value, Optional.empty()).low();
    if (!(degrees > 0) || degrees > LARGEST_RADIUS) {
      throw value.fault(
          value.text() + " is no radius",
          "a radius is above 0 and at most 180deg, as in radius=3arcmin");
    }
    if (quantities.unitOf(value).isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "radius=%s: degrees (radius=%sarcmin for minutes of arc)",
              value.text(),
              value.text()));
    }
    return degrees;
  }

  // Behind a radius the letters of -59d52m10s cannot be those of a time.
  private ValueText unabridged(Word word) {
    Matcher letters = SHORT.matcher(word.text());
    if (!letters.matches()) {
      return new ValueText(line, word);
    }
    Unit unit =
        switch (letters.group(2)) {
          case "d" -> Unit.DEGREE;
          case "m" -> Unit.ARC_MINUTE;
          default -> Unit.ARC_SECOND;
        };
    String meant = letters.group(1) + unit.symbol();
    notes.add(RADIUS + "=" + word.text() + ": " + meant);
    return new ValueText(line, word).quoted(meant);
  }

  private void requireDecimalPoint(CriterionText criterion) {
    List<Word> values = criterion.values();
    boolean comma = values.size() == 2 && values.get(0).raw().matches("\\d+");
    if (comma && values.get(1).raw().matches("\\d+\\D*")) {
      Word whole = Word.in(line, values.get(0).start(), values.get(1).end());
      String meant = values.get(0).raw() + "." + values.get(1).raw();
      throw whole
          .fault(line, "a decimal number has a point", "did you mean radius=" + meant + "?")
          .rightWith(meant);
    }
  }

  private Word single(CriterionText criterion) {
    if (criterion.values().size() > 1) {
      throw criterion
          .values()
          .get(1)
          .fault(line, word(criterion) + " takes one value", "a value with a comma needs quotes");
    }
    return criterion.values().get(0);
  }

  /** One of the words, as it is used. */
  static String example(String word) {
    String value =
        switch (word.toLowerCase(Locale.ROOT)) {
          case OBJECT -> "\"M 101\"";
          case COORDINATES -> "\"161.26 -59.87\"";
          default -> "3arcmin";
        };
    return word + "=" + value;
  }

  private static String word(CriterionText criterion) {
    return criterion.field().text().toLowerCase(Locale.ROOT);
  }
}
