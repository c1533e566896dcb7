package org.mastshell.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.table.Subject;

/**
 * The words that say where on the sky a search looks. They are typed like fields, but no column
 * stands behind them.
 */
public final class PositionFields {
  /** The name of an object, which the archive's resolver turns into a position. */
  public static final String OBJECT = "object";

  /** A position. */
  public static final String COORDINATES = "coordinates";

  /** How far from the position. */
  public static final String RADIUS = "radius";

  private static final String TARGET = "target";

  private static final List<Field> ALL =
      List.of(
          field(
              OBJECT,
              ValueKind.TEXT,
              "",
              "Object",
              "Name of an object, whose position the archive looks up",
              "\"M 101\""),
          field(
              COORDINATES,
              ValueKind.TEXT,
              "",
              "Position",
              "Right ascension and declination, ICRS: in degrees, or as 10h46m03s -59d52m",
              "\"161.26 -59.87\""),
          field(
              RADIUS,
              ValueKind.ANGLE,
              "deg",
              "Radius",
              "How far from object or coordinates to look; 0.2 degrees if it is not given",
              "3arcmin"));

  private PositionFields() {}

  /** All of them. */
  public static List<Field> all() {
    return ALL;
  }

  /**
   * All of them, with the other words that are taken for them where rows are of a kind.
   *
   * @param kind as for {@link #find(String, SetKind)}
   */
  public static List<Field> all(SetKind kind) {
    return kind == SetKind.CATALOG ? ALL.stream().map(PositionFields::ofCatalogs).toList() : ALL;
  }

  private static Field ofCatalogs(Field field) {
    return field.name().equals(OBJECT)
        ? new Field(
            field.name(),
            List.of(TARGET),
            field.sets(),
            field.kind(),
            field.unit(),
            field.label(),
            field.meaning(),
            field.example(),
            field.subject())
        : field;
  }

  /** The one of that name, whatever its case. */
  public static Optional<Field> find(String word) {
    return ALL.stream().filter(field -> field.name().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * The one of that name, or of another word that is taken for it where rows are of a kind: a
   * catalogue is asked for what lies around a {@code target}.
   */
  public static Optional<Field> find(String word, SetKind kind) {
    return kind == SetKind.CATALOG && word.equalsIgnoreCase(TARGET) ? find(OBJECT) : find(word);
  }

  /** Whether a word is one of them, whatever its case. */
  public static boolean contains(String word) {
    return find(word).isPresent();
  }

  private static Field field(
      String name, ValueKind kind, String unit, String label, String meaning, String example) {
    return new Field(
        name,
        List.of(),
        Set.of(SetKind.OBSERVATIONS),
        kind,
        unit,
        label,
        meaning,
        example,
        Subject.column(name));
  }
}
