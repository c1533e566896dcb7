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

/** Fields that stay as they are. */
final class FieldDictionary implements Fields {
  private static final int CELLS = 9;

  private final Map<SetKind, Map<String, Field>> byWord;
  private final Map<SetKind, List<Field>> inOrder;

  private FieldDictionary(Map<SetKind, List<Field>> inOrder) {
    this.inOrder = inOrder;
    this.byWord = new LinkedHashMap<>();
    inOrder.forEach((kind, fields) -> byWord.put(kind, words(fields)));
  }

  /** The dictionary as it is bundled. */
  static FieldDictionary bundled() {
    List<Field> columns =
        TabbedFile.read("fields.tsv", CELLS).rows().stream().map(FieldDictionary::field).toList();
    Map<SetKind, List<Field>> inOrder = new LinkedHashMap<>();
    for (SetKind kind : SetKind.values()) {
      List<Field> fields = new ArrayList<>();
      columns.stream().filter(field -> field.sets().contains(kind)).forEach(fields::add);
      fields.addAll(NameFields.of(kind));
      inOrder.put(kind, List.copyOf(fields));
    }
    return new FieldDictionary(inOrder);
  }

  @Override
  public Fields including(SetKind kind, Collection<Field> more) {
    Map<SetKind, List<Field>> extended = new LinkedHashMap<>(inOrder);
    Map<String, Field> added = new LinkedHashMap<>();
    more.stream()
        .filter(field -> find(field.name(), kind).isEmpty())
        .forEach(field -> added.putIfAbsent(key(field.name()), field));
    List<Field> fields = new ArrayList<>(all(kind));
    fields.addAll(added.values());
    extended.put(kind, List.copyOf(fields));
    return new FieldDictionary(extended);
  }

  @Override
  public Fields preferring(SetKind kind, Collection<Field> own) {
    Map<String, Field> first = new LinkedHashMap<>();
    own.forEach(field -> first.putIfAbsent(key(field.name()), field));
    List<Field> fields = new ArrayList<>(all(kind));
    fields.removeIf(field -> first.containsKey(key(field.name())));
    fields.addAll(first.values());
    Map<SetKind, List<Field>> extended = new LinkedHashMap<>(inOrder);
    extended.put(kind, List.copyOf(fields));
    return new FieldDictionary(extended);
  }

  @Override
  public List<Field> all(SetKind kind) {
    return inOrder.get(kind);
  }

  @Override
  public Optional<Field> find(String word, SetKind kind) {
    return Optional.ofNullable(byWord.get(kind).get(key(word)));
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
        subject(name),
        cells.get(8));
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
