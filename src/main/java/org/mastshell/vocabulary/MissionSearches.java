package org.mastshell.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** The missions that have a search of their own. */
public final class MissionSearches {
  private static final String SEARCHES = "mission-searches.tsv";
  private static final String COLUMNS = "mission-columns.tsv";
  private static final String VALUES = "mission-values.tsv";
  private static final long UNKNOWN = -1;
  private static final String SHOWN = "yes";

  private final Map<String, MissionSearch> byName;

  private MissionSearches(Map<String, MissionSearch> byName) {
    this.byName = byName;
  }

  /** Those that are bundled. */
  public static MissionSearches bundled() {
    Map<String, List<Field>> columns = new LinkedHashMap<>();
    Map<String, Set<String>> usual = new LinkedHashMap<>();
    for (List<String> row : TabbedFile.read(COLUMNS, 9).rows()) {
      String mission = row.get(0);
      columns.computeIfAbsent(mission, first -> new ArrayList<>()).add(field(row));
      if (row.get(8).equals(SHOWN)) {
        usual.computeIfAbsent(mission, first -> new LinkedHashSet<>()).add(row.get(1));
      }
    }
    Map<String, Map<String, List<KnownValue>>> values = new LinkedHashMap<>();
    for (List<String> row : TabbedFile.read(VALUES, 4).rows()) {
      values
          .computeIfAbsent(row.get(0), first -> new LinkedHashMap<>())
          .computeIfAbsent(row.get(1), first -> new ArrayList<>())
          .add(new KnownValue(row.get(2), row.get(3), UNKNOWN));
    }
    Map<String, MissionSearch> searches = new LinkedHashMap<>();
    for (List<String> row : TabbedFile.read(SEARCHES, 4).rows()) {
      String name = row.get(0);
      searches.put(
          name,
          new MissionSearch(
              name,
              row.get(1),
              row.get(2),
              row.get(3),
              columns.getOrDefault(name, List.of()),
              usual.getOrDefault(name, Set.of()),
              values.getOrDefault(name, Map.of())));
    }
    return new MissionSearches(searches);
  }

  /** All of them, the most asked for first. */
  public List<MissionSearch> all() {
    return List.copyOf(byName.values());
  }

  /** The one of a mission, in any case. */
  public Optional<MissionSearch> find(String mission) {
    return Optional.ofNullable(byName.get(mission.toLowerCase(Locale.ROOT)));
  }

  /** The searches from which rows of datasets come, in the order of the rows. */
  public List<MissionSearch> of(Table datasets) {
    Optional<Column> names = datasets.find(MissionSearch.COLUMN);
    return names.stream()
        .flatMap(
            column ->
                IntStream.range(0, datasets.size())
                    .filter(row -> !column.isMissing(row))
                    .mapToObj(column::text))
        .distinct()
        .flatMap(name -> find(name).stream())
        .toList();
  }

  private static Field field(List<String> cells) {
    return new Field(
        cells.get(1),
        cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(",")),
        Set.of(SetKind.DATASETS),
        ValueKind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        Subject.column(cells.get(1)));
  }
}
