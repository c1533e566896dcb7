package org.mastshell.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.vocabulary.PositionFields;

/** Reads the words that say where on the sky: {@code object}, {@code coordinates}, radius. */
final class PositionReader {
  private static final String OBJECT = PositionFields.OBJECT;
  private static final String COORDINATES = PositionFields.COORDINATES;
  private static final String RADIUS = PositionFields.RADIUS;
  private static final double LARGEST_RADIUS = 180;

  private final String line;
  private final List<String> notes;
  private final Map<String, CriterionText> given = new HashMap<>();

  PositionReader(String line, List<String> notes) {
    this.line = line;
    this.notes = notes;
  }

  /** The words, for completion and for messages. */
  static List<String> words() {
    return List.of(OBJECT, COORDINATES, RADIUS);
  }

  /** Whether a criterion is one of position. */
  static boolean reads(CriterionText criterion) {
    return words().contains(word(criterion));
  }

  void add(CriterionText criterion) {
    String word = word(criterion);
    if (given.containsKey(word)) {
      throw criterion.field().fault(line, word + " is given twice", "give it once");
    }
    if (criterion.operator() != Operator.EQUAL) {
      throw criterion
          .field()
          .fault(line, word + " takes = alone", "write " + word + "=" + example(word));
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
        throw radius
            .field()
            .fault(
                line,
                "a radius needs a position",
                "add object=\"M 101\" or coordinates=\"161.26 -59.87\"");
      }
      return Optional.empty();
    }
    double degrees = radius == null ? Position.DEFAULT_RADIUS : radius(radius);
    return Optional.of(object == null ? coordinates(coordinates, degrees) : name(object, degrees));
  }

  private Position name(CriterionText criterion, double radius) {
    ValueText value = new ValueText(line, single(criterion));
    if (value.text().isEmpty()) {
      throw value.fault("the object has no name", "write object=\"M 101\"");
    }
    return new Position.Name(value.text(), radius);
  }

  // A comma between the two coordinates parts them as it parts the values of a list.
  private Position coordinates(CriterionText criterion, double radius) {
    List<Word> words = criterion.values();
    if (words.size() > 2) {
      throw words.get(2).fault(line, "a position has two coordinates", "take the rest away");
    }
    Word whole = Word.in(line, words.get(0).start(), words.get(words.size() - 1).end());
    List<String> texts = new ArrayList<>();
    words.forEach(word -> texts.add(word.text()));
    return SkyCoordinates.read(new ValueText(line, whole), String.join(" ", texts), radius);
  }

  private double radius(CriterionText criterion) {
    ValueText value = new ValueText(line, single(criterion));
    Quantities quantities = new Quantities(RADIUS, Unit.DEGREE);
    double degrees = quantities.exact(value, Optional.empty()).low();
    if (!(degrees > 0) || degrees > LARGEST_RADIUS) {
      throw value.fault(value.text() + " is no radius", "a radius is above 0 and below 180deg");
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

  private Word single(CriterionText criterion) {
    if (criterion.values().size() > 1) {
      throw criterion
          .values()
          .get(1)
          .fault(line, word(criterion) + " takes one value", "a value with a comma needs quotes");
    }
    return criterion.values().get(0);
  }

  private static String example(String word) {
    return switch (word) {
      case OBJECT -> "\"M 101\"";
      case COORDINATES -> "\"161.26 -59.87\"";
      default -> "3arcmin";
    };
  }

  private static String word(CriterionText criterion) {
    return criterion.field().text().toLowerCase(Locale.ROOT);
  }
}
