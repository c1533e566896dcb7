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

/** The tables of the archive that have columns of their own. */
public final class ServiceTables {
  private static final String TABLES = "service-tables.tsv";
  private static final String COLUMNS = "service-columns.tsv";
  private static final String VALUES = "service-values.tsv";
  private static final long UNKNOWN = -1;
  private static final String SHOWN = "yes";

  private final List<ServiceTable> tables;

  private ServiceTables(List<ServiceTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /** Those that are bundled. */
  public static ServiceTables bundled() {
    List<List<String>> columns = TabbedFile.read(COLUMNS, 9).rows();
    List<List<String>> values = TabbedFile.read(VALUES, 4).rows();
    return new ServiceTables(
        TabbedFile.read(TABLES, 5).rows().stream()
            .map(row -> table(row, of(columns, row.get(1)), of(values, row.get(1))))
            .toList());
  }

  // A line may be for several tables.
  private static List<List<String>> of(List<List<String>> rows, String table) {
    return rows.stream().filter(row -> List.of(row.get(0).split(",")).contains(table)).toList();
  }

  private static ServiceTable table(
      List<String> row, List<List<String>> columns, List<List<String>> values) {
    SetKind kind = SetKind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
    Set<String> usual = new LinkedHashSet<>();
    columns.stream()
        .filter(column -> column.get(8).equals(SHOWN))
        .forEach(column -> usual.add(column.get(1)));
    Map<String, List<KnownValue>> known = new LinkedHashMap<>();
    for (List<String> value : values) {
      known
          .computeIfAbsent(value.get(1), first -> new ArrayList<>())
          .add(new KnownValue(value.get(2), value.get(3), UNKNOWN));
    }
    return new ServiceTable(
        kind,
        row.get(1),
        row.get(2),
        row.get(3),
        row.get(4),
        columns.stream().map(column -> field(column, kind)).toList(),
        usual,
        known);
  }

  /** All whose rows are of a kind, the most asked for first. */
  public List<ServiceTable> all(SetKind kind) {
    return tables.stream().filter(table -> table.kind() == kind).toList();
  }

  /** The one of a name, in any case. */
  public Optional<ServiceTable> find(SetKind kind, String name) {
    return all(kind).stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The tables from which rows of a kind come, in the order of the rows. */
  public List<ServiceTable> of(Table rows, SetKind kind) {
    Optional<Column> names = rows.find(ServiceTable.mark(kind));
    return names.stream()
        .flatMap(
            column ->
                IntStream.range(0, rows.size())
                    .filter(row -> !column.isMissing(row))
                    .mapToObj(column::text))
        .distinct()
        .flatMap(name -> find(kind, name).stream())
        .toList();
  }

  private static Field field(List<String> cells, SetKind kind) {
    return new Field(
        cells.get(1),
        cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(",")),
        Set.of(kind),
        ValueKind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        Subject.column(cells.get(1)));
  }
}
