package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The search that one mission has of its own, with the columns of its own instruments (API.md,
 * section 8). Its rows are datasets.
 *
 * @param name as in the address of the search, in small letters
 * @param datasetColumn the column that names a dataset
 * @param title a short title
 * @param meaning what is found there
 * @param columns its known columns as fields of datasets, in the order of the search
 * @param usual names of the columns that are asked for unless others are named; empty where the
 *     search itself chooses
 * @param values what columns are known to have, by their names
 */
public record MissionSearch(
    String name,
    String datasetColumn,
    String title,
    String meaning,
    List<Field> columns,
    Set<String> usual,
    Map<String, List<KnownValue>> values) {
  /** The column of a set of datasets that says from which search each comes. */
  public static final String COLUMN = "mission_search";

  /** The column of its answers with the distance from the position asked for, arcminutes. */
  public static final String DISTANCE = "ang_sep";

  /** The column of its answers that repeats the position asked for, as it was sent. */
  public static final String POSITION = "search_pos";

  private static final Field OWN =
      Field.column(
          COLUMN,
          SetKind.DATASETS,
          ValueKind.TEXT,
          "",
          "Mission search",
          "The mission search that the dataset comes from",
          "hst");

  /** Keeps its own copies. */
  public MissionSearch {
    columns = List.copyOf(columns);
    usual = Set.copyOf(usual);
    values = Map.copyOf(values);
  }

  /** The same with columns that are not known yet, last. */
  public MissionSearch including(Collection<Field> announced) {
    Map<String, Field> all = new LinkedHashMap<>();
    columns.forEach(field -> all.put(key(field.name()), field));
    announced.forEach(field -> all.putIfAbsent(key(field.name()), field));
    return new MissionSearch(
        name, datasetColumn, title, meaning, new ArrayList<>(all.values()), usual, values);
  }

  /** The known column of that name, in any case. */
  public Optional<Field> column(String column) {
    return column.equalsIgnoreCase(COLUMN)
        ? Optional.of(OWN)
        : columns.stream().filter(field -> field.name().equalsIgnoreCase(column)).findFirst();
  }

  /** The values that a column is known to have, the likeliest first. */
  public List<KnownValue> values(Field column) {
    return values.getOrDefault(column.name(), List.of());
  }

  /** A dictionary in which its columns are the fields of datasets. */
  public Fields fields(Fields others) {
    return others.preferring(SetKind.DATASETS, columns);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
