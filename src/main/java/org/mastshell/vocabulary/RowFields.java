package org.mastshell.vocabulary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** The columns of a set that the dictionary lacks for its kind, as fields. */
public final class RowFields {
  private static final Pattern SECOND = Pattern.compile("(.+)_[2-9]");

  private RowFields() {}

  /**
   * A field for each column of plain rows, the archive's own where it is called so, and of
   * datasets, that of their mission's search; for other kinds of set, for each column that is none
   * of the archive's, though it may be called by an alias, or as what is read from names. A column
   * that has a unit of its own has that, and is no column of the archive where the archive's is in
   * another one.
   */
  public static List<Field> of(Table table, SetKind kind, Fields archive) {
    Stream<ColumnInfo> columns = table.columns().stream();
    if (ServiceTable.kinds().contains(kind)) {
      List<ServiceTable> tables = ServiceTables.bundled().of(table, kind);
      return columns.map(column -> field(column, tables, kind)).toList();
    }
    return kind.hasOwnColumns()
        ? columns.map(column -> field(column, kind, archive)).toList()
        : columns
            .filter(column -> !isArchives(column.name(), table, kind, archive))
            .map(column -> second(column, kind, name -> named(name, archive)))
            .toList();
  }

  private static Field field(ColumnInfo column, List<ServiceTable> tables, SetKind kind) {
    Function<String, Stream<Field>> known =
        name -> tables.stream().flatMap(search -> search.column(name).stream());
    return known
        .apply(column.name())
        .filter(field -> fits(field, column))
        .findFirst()
        .orElseGet(() -> second(column, kind, known));
  }

  private static boolean isArchives(String column, Table table, SetKind kind, Fields archive) {
    return archive
        .find(column, kind)
        .filter(field -> field.name().equalsIgnoreCase(column))
        .filter(field -> !field.subject().isDerived() || isRead(table, field.subject()))
        .isPresent();
  }

  // A file that was exported with what is read from names has it as a column, too.
  private static boolean isRead(Table table, Subject subject) {
    Column own = table.column(subject.name());
    Column read = table.column(subject);
    return IntStream.range(0, own.size())
        .allMatch(row -> Objects.equals(own.text(row), read.text(row)));
  }

  private static Field field(ColumnInfo column, SetKind set, Fields archive) {
    Function<String, Stream<Field>> known = name -> named(name, archive);
    return known
        .apply(column.name())
        .filter(field -> fits(field, column))
        .findFirst()
        .map(field -> ofRows(field, column.name(), field.aliases(), set))
        .orElseGet(() -> second(column, set, known));
  }

  private static Stream<Field> named(String name, Fields archive) {
    return SetKind.OF_ARCHIVE.stream()
        .flatMap(kind -> archive.find(name, kind).stream())
        .filter(field -> field.name().equalsIgnoreCase(name));
  }

  // Where two tables with one name for a column stand side by side, the second has a number behind
  // it, and is what the first is.
  private static Field second(
      ColumnInfo column, SetKind set, Function<String, Stream<Field>> known) {
    Matcher numbered = SECOND.matcher(column.name());
    return Stream.of(numbered)
        .filter(Matcher::matches)
        .flatMap(name -> known.apply(name.group(1)))
        .filter(field -> fits(field, column))
        .findFirst()
        .map(field -> ofRows(field, column.name(), List.of(), set))
        .orElseGet(() -> plain(column, set));
  }

  private static Field ofRows(Field field, String name, List<String> aliases, SetKind set) {
    return new Field(
        name,
        aliases,
        Set.of(set),
        field.kind(),
        field.unit(),
        field.label(),
        field.meaning(),
        field.example(),
        Subject.column(name),
        field.content());
  }

  // A name may come from anywhere: a count that is called filters is a number.
  private static boolean fits(Field field, ColumnInfo column) {
    return fits(field.kind(), column.type()) && isIn(field, column.unit());
  }

  // Files have the days of a Modified Julian Date, which is no unit, as days.
  private static boolean isIn(Field field, String unit) {
    return unit.isEmpty()
        || unit.equals(field.unit())
        || (field.kind() == ValueKind.DATE && unit.equals("d"));
  }

  private static boolean fits(ValueKind kind, ColumnType type) {
    return switch (kind) {
      case TEXT, LIST -> type == ColumnType.TEXT;
      case FLAG -> type == ColumnType.BOOLEAN;
      case INTEGER, SIZE -> type == ColumnType.INTEGER;
      case DECIMAL, DATE, ANGLE, WAVELENGTH, DURATION -> type.isNumeric();
    };
  }

  private static Field plain(ColumnInfo column, SetKind set) {
    ValueKind kind =
        switch (column.type()) {
          case TEXT -> ValueKind.TEXT;
          case INTEGER -> ValueKind.INTEGER;
          case DECIMAL -> ValueKind.DECIMAL;
          case BOOLEAN -> ValueKind.FLAG;
        };
    String example =
        Optional.of(column.type()).filter(ColumnType::isNumeric).map(number -> "1").orElse("a*");
    return Field.column(
        column.name(),
        set,
        kind,
        column.unit(),
        column.name(),
        "A column of these rows",
        kind == ValueKind.FLAG ? "true" : example);
  }
}
