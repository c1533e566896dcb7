package org.mastshell.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    UnaryOperator<String> told = byName(table, kind);
    return table.inUnits(
        table.columns().stream()
            .map(column -> column.unit().equals(told.apply(column.name())) ? "" : column.unit())
            .toList());
  }

  /** The unit that a column's name tells where it has none of its own. */
  private UnaryOperator<String> byName(Table table, SetKind kind) {
    List<String> none = table.columns().stream().map(column -> "").toList();
    Fields known = archive.preferring(kind, RowFields.of(table.inUnits(none), kind, archive));
    return name -> ColumnLooks.of(known.of(name, kind)).unit();
  }

  /**
   * A table whose columns are in the units of another one, as far as one can be made the other.
   *
   * @param kind of both
   * @param notes gets a sentence for each column of which that is to be known
   */
  Table like(Table first, Table next, SetKind kind, List<String> notes) {
    Table same = next;
    UnaryOperator<String> toldByFirst = byName(first, kind);
    UnaryOperator<String> toldByNext = byName(next, kind);
    for (ColumnInfo column : first.columns()) {
      Optional<ColumnInfo> other = info(next, column.name());
      if (other.isEmpty() || other.get().unit().equals(column.unit())) {
        continue;
      }
      boolean numbers = column.type().isNumeric() && other.get().type().isNumeric();
      String told = numbers ? toldByFirst.apply(column.name()) : "";
      String wanted = column.unit().isEmpty() ? told : column.unit();
      String own = other.get().unit();
      String unit = numbers && own.isEmpty() ? toldByNext.apply(column.name()) : own;
      if (wanted.equals(unit)) {
        continue;
      }
      // Days of a date count from a beginning that no other unit tells.
      boolean date = told.equals("d") && !(wanted.equals(column.unit()) && unit.equals(own));
      Optional<BigDecimal> factor =
          numbers && !date ? FieldUnits.factor(wanted, unit) : Optional.empty();
      if (factor.isPresent()) {
        Column cells = times(next.column(column.name()), factor.get().doubleValue());
        same = same.with(other.get().name(), cells, column.unit());
        notes.add(column.name() + " was in " + unit + " there, and is in " + wanted);
      } else if (told.isEmpty()) {
        notes.add(
            column.name()
                + " has no unit any more, since it is "
                + in(wanted)
                + " in one set and "
                + in(unit)
                + " in another");
      } else {
        notes.add(
            "all of "
                + column.name()
                + " is read in "
                + told
                + " now, though it is "
                + in(wanted.equals(told) ? unit : wanted)
                + " in one set");
      }
    }
    return same;
  }

  private static String in(String unit) {
    return unit.isEmpty() ? "without one" : "in " + unit;
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
