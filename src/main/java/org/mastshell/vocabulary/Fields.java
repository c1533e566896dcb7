package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.table.Subject;

/**
 * The dictionary of fields: the columns of observations and products with their aliases, the words
 * that stand for two columns ({@code date}, {@code wavelength}), and the fields read from names.
 */
public final class Fields {
  /** The observation's whole time, from {@code t_min} to {@code t_max}. */
  public static final String DATE = "date";

  /** The whole band, from {@code em_min} to {@code em_max}. */
  public static final String WAVELENGTH = "wavelength";

  private static final int CELLS = 8;

  private final Map<SetKind, Map<String, Field>> byWord;
  private final Map<SetKind, List<Field>> inOrder;

  private Fields(Map<SetKind, List<Field>> inOrder) {
    this.inOrder = inOrder;
    this.byWord = new LinkedHashMap<>();
    inOrder.forEach((kind, fields) -> byWord.put(kind, words(fields)));
  }

  /** The dictionary as it is bundled. */
  public static Fields bundled() {
    List<Field> columns =
        TabbedFile.read("fields.tsv", CELLS).rows().stream().map(Fields::field).toList();
    Map<SetKind, List<Field>> inOrder = new LinkedHashMap<>();
    for (SetKind kind : SetKind.values()) {
      List<Field> fields = new ArrayList<>();
      columns.stream().filter(field -> field.sets().contains(kind)).forEach(fields::add);
      fields.addAll(NameFields.of(kind));
      inOrder.put(kind, List.copyOf(fields));
    }
    return new Fields(inOrder);
  }

  /** The same with columns that the archive sends and the dictionary does not know, as text. */
  public Fields including(SetKind kind, Collection<String> columns) {
    Map<SetKind, List<Field>> extended = new LinkedHashMap<>(inOrder);
    List<Field> fields = new ArrayList<>(all(kind));
    for (String column : columns) {
      if (find(column, kind).isEmpty()) {
        fields.add(unknown(column, kind));
      }
    }
    extended.put(kind, List.copyOf(fields));
    return new Fields(extended);
  }

  /** Every field of a kind of set in the archive's order; those read from names come last. */
  public List<Field> all(SetKind kind) {
    return inOrder.get(kind);
  }

  /** The field that a word stands for, by its name or an alias, in any case. */
  public Optional<Field> find(String word, SetKind kind) {
    return Optional.ofNullable(byWord.get(kind).get(key(word)));
  }

  /** What a word stands for in the other kind of set, if it stands for nothing in this one. */
  public List<Field> elsewhere(String word, SetKind kind) {
    if (find(word, kind).isPresent()) {
      return List.of();
    }
    return byWord.keySet().stream().flatMap(other -> find(word, other).stream()).toList();
  }

  /**
   * The names and aliases nearest to a word, one a field, at most three, best first.
   *
   * @param more other words that could be typed in the place of a field
   */
  public List<String> nearest(String word, SetKind kind, String... more) {
    return NearestWords.to(word, nearestOfEach(word, kind, more));
  }

  /** The one name or alias that is nearer to a word than those of every other field. */
  public Optional<String> meant(String word, SetKind kind, String... more) {
    return NearestWords.only(word, nearestOfEach(word, kind, more));
  }

  private List<String> nearestOfEach(String word, SetKind kind, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    for (Field field : all(kind)) {
      List<String> own = new ArrayList<>(List.of(field.name()));
      own.addAll(field.aliases());
      NearestWords.to(word, own).stream().findFirst().ifPresent(words::add);
    }
    return words;
  }

  /** As {@link #find}; for a column that nobody knows, a text field of that name. */
  public Field of(String column, SetKind kind) {
    return find(column, kind).orElseGet(() -> unknown(column, kind));
  }

  private static Field unknown(String column, SetKind kind) {
    return new Field(
        column,
        List.of(),
        Set.of(kind),
        ValueKind.TEXT,
        "",
        column,
        "A column that the archive sends and this dictionary does not describe",
        "",
        Subject.column(column));
  }

  private static Map<String, Field> words(List<Field> fields) {
    Map<String, Field> words = new LinkedHashMap<>();
    for (Field field : fields) {
      words.put(key(field.name()), field);
    }
    for (Field field : fields) {
      field.aliases().forEach(alias -> words.putIfAbsent(key(alias), field));
    }
    return words;
  }

  private static Field field(List<String> cells) {
    String name = cells.get(0);
    Set<SetKind> sets = EnumSet.noneOf(SetKind.class);
    list(cells.get(2)).forEach(word -> sets.add(SetKind.valueOf(word.toUpperCase(Locale.ROOT))));
    return new Field(
        name,
        list(cells.get(1)),
        Set.copyOf(sets),
        ValueKind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        subject(name));
  }

  // The archive has no column of the two words that stand for a pair of columns: the first of the
  // pair is what is shown and sorted by.
  private static Subject subject(String name) {
    return switch (name) {
      case DATE -> Subject.standIn(DATE, "t_min");
      case WAVELENGTH -> Subject.standIn(WAVELENGTH, "em_min");
      default -> Subject.column(name);
    };
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
