package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of the archive that has columns of its own, beside those of the common model: the search
 * of a mission, the keywords of an instrument, a catalogue of sources (API.md, sections 1.4 and 8).
 *
 * @param kind what its rows are
 * @param name by which it is asked for, in small letters
 * @param keyColumn the column that names what a row is of: a dataset, a file
 * @param title a short title
 * @param meaning what is found there
 * @param columns its known columns as fields of that kind, in the order of the archive
 * @param usual names of the columns that are asked for unless others are named; empty where the
 *     archive itself chooses
 * @param values what columns are known to have, by their names
 */
public record ServiceTable(
    SetKind kind,
    String name,
    String keyColumn,
    String title,
    String meaning,
    List<Field> columns,
    Set<String> usual,
    Map<String, List<KnownValue>> values) {
  /** The column of answers of a mission's search with the distance asked for, arcminutes. */
  public static final String DISTANCE = "ang_sep";

  /** The column of such answers that repeats the position asked for, as it was sent. */
  public static final String POSITION = "search_pos";

  private static final Map<SetKind, String> MARKS =
      Map.of(
          SetKind.DATASETS, "mission_search",
          SetKind.KEYWORDS, "keyword_table",
          SetKind.CATALOG, "catalog_name");

  /** Keeps its own copies. */
  public ServiceTable {
    columns = List.copyOf(columns);
    usual = Set.copyOf(usual);
    values = Map.copyOf(values);
  }

  /**
   * The column of sets of a kind that says from which table each row comes.
   *
   * @param kind one whose rows come from such tables
   */
  public static String mark(SetKind kind) {
    return MARKS.get(kind);
  }

  /** The kinds whose rows come from such tables. */
  public static Set<SetKind> kinds() {
    return MARKS.keySet();
  }

  /** The kind of the rows that a command gives which asks such tables; empty for any other. */
  public static Optional<SetKind> kindOf(String command) {
    return kinds().stream()
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(command))
        .findFirst();
  }

  /** The column of its rows that says that they are of it. */
  public String mark() {
    return mark(kind);
  }

  /**
   * The same as the archive has it today: with the columns that were not known yet, last, and
   * without those, beside the usual ones, that it does not announce.
   *
   * @param announced what the archive says that it has; nothing is gone where it says nothing
   */
  public ServiceTable asAnnounced(Collection<Field> announced) {
    Set<String> there =
        announced.stream().map(field -> key(field.name())).collect(Collectors.toSet());
    Map<String, Field> all = new LinkedHashMap<>();
    columns.stream()
        .filter(
            field ->
                announced.isEmpty()
                    || there.contains(key(field.name()))
                    || isAlwaysThere(field.name()))
        .forEach(field -> all.put(key(field.name()), field));
    announced.forEach(field -> all.putIfAbsent(key(field.name()), field));
    return new ServiceTable(
        kind, name, keyColumn, title, meaning, new ArrayList<>(all.values()), usual, values);
  }

  /** Whether a column is one that the table cannot do without. */
  public boolean isAlwaysThere(String column) {
    return usual.contains(column) || column.equals(keyColumn) || column.equals(DISTANCE);
  }

  /** The known column of that name, in any case. */
  public Optional<Field> column(String column) {
    return column.equalsIgnoreCase(mark())
        ? Optional.of(own())
        : columns.stream().filter(field -> field.name().equalsIgnoreCase(column)).findFirst();
  }

  /** The known column that a word names, be it its name or another word for it, in any case. */
  public Optional<Field> meant(String word) {
    return column(word)
        .or(
            () ->
                columns.stream()
                    .filter(field -> field.aliases().contains(word.toLowerCase(Locale.ROOT)))
                    .findFirst());
  }

  private Field own() {
    return Field.column(
        mark(),
        kind,
        ValueKind.TEXT,
        "",
        switch (kind) {
          case DATASETS -> "Mission search";
          case CATALOG -> "Catalogue";
          default -> "Keyword table";
        },
        "The table of the archive that the row comes from",
        name);
  }

  /** The values that a column is known to have, the likeliest first. */
  public List<KnownValue> values(Field column) {
    return values.getOrDefault(column.name(), List.of());
  }

  /** A dictionary in which its columns are the fields of its kind. */
  public Fields fields(Fields others) {
    return others.preferring(kind, columns);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
