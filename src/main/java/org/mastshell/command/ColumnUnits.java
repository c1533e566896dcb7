package org.mastshell.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.language.FieldUnits;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.RowFields;
import org.mastshell.vocabulary.SetKind;

/**
 * The units of columns where tables are made of other tables. What a column is measured in is told
 * by its name as long as it stands in a set of its kind; elsewhere the table has to keep it.
 */
final class ColumnUnits {
  private final Fields archive;

  /**
   * @param fields what columns are called
   */
  ColumnUnits(Fields fields) {
    archive = fields.ofArchive();
  }

  /**
   * The units of all that can be named in a set, as files have them.
   *
   * @return by names in small letters; what has none is not there
   */
  Map<String, String> of(WorkingSet set) {
    Map<String, String> units = new LinkedHashMap<>();
    List<Field> fields =
        LiveFields.of(set, archive).all(set.kind()).stream()
            .filter(field -> set.table().has(field.subject().source()))
            .toList();
    fields.forEach(field -> units.putIfAbsent(key(field.name()), ColumnLooks.of(field).unit()));
    // A column without a unit may be called as an alias of one that has one.
    for (Field field : fields) {
      String unit = ColumnLooks.of(field).unit();
      field.aliases().forEach(alias -> units.putIfAbsent(key(alias), unit));
    }
    units.values().removeIf(String::isEmpty);
    return units;
  }

  /** The rows of a set, each column with its unit, also where its name would tell it. */
  Table told(WorkingSet set) {
    Map<String, String> units = of(set);
    return set.table()
        .inUnits(
            set.table().columns().stream()
                .map(column -> units.getOrDefault(key(column.name()), column.unit()))
                .toList());
  }

  /** A table as one of a kind: columns whose names tell their unit have none of their own. */
  Table bare(Table table, SetKind kind) {
    List<String> none = table.columns().stream().map(column -> "").toList();
    Fields known = archive.preferring(kind, RowFields.of(table.inUnits(none), kind, archive));
    return table.inUnits(
        table.columns().stream()
            .map(
                column ->
                    column.unit().equals(ColumnLooks.of(known.of(column.name(), kind)).unit())
                        ? ""
                        : column.unit())
            .toList());
  }

  /**
   * A table whose columns are in the units of another one, as far as one can be made the other.
   *
   * @param notes gets a sentence for each column of which that is to be known
   */
  static Table like(Table first, Table next, List<String> notes) {
    Table same = next;
    for (ColumnInfo column : first.columns()) {
      Optional<ColumnInfo> other = info(next, column.name());
      if (other.isEmpty() || other.get().unit().equals(column.unit())) {
        continue;
      }
      String unit = other.get().unit();
      Optional<BigDecimal> factor =
          column.type().isNumeric() && other.get().type().isNumeric()
              ? FieldUnits.factor(column.unit(), unit)
              : Optional.empty();
      if (factor.isEmpty()) {
        notes.add(
            column.name()
                + " has no unit any more, since it is "
                + (column.unit().isEmpty() ? "without one" : "in " + column.unit())
                + " in one set and "
                + (unit.isEmpty() ? "without one" : "in " + unit)
                + " in another");
      } else {
        Column cells = times(next.column(column.name()), factor.get().doubleValue());
        same = same.with(other.get().name(), cells, column.unit());
        notes.add(column.name() + " was in " + unit + " there, and is in " + column.unit());
      }
    }
    return same;
  }

  private static Column times(Column cells, double factor) {
    return DecimalColumn.of(
        IntStream.range(0, cells.size()).mapToDouble(row -> cells.number(row) * factor).toArray());
  }

  private static Optional<ColumnInfo> info(Table table, String name) {
    return table.columns().stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
