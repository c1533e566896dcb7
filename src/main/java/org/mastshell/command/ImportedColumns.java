package org.mastshell.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.formats.FileColumn;
import org.mastshell.language.FieldUnits;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.DecimalColumn;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Takes the columns of a file over one by one: those of the archive under its names and in its
 * units, all others as they are, in their own. What a column means by an alias alone is believed
 * only where its values and its unit fit.
 */
final class ImportedColumns {
  private final ArchiveColumns archive;
  private final List<String> names = new ArrayList<>();
  private final List<Column> cells = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> unfit = new ArrayList<>();
  private final List<String> beside = new ArrayList<>();

  ImportedColumns(ArchiveColumns archive) {
    this.archive = archive;
  }

  /** Takes the next one. */
  void take(FileColumn column, Column said) {
    String name = column.name();
    Optional<Field> field = archive.called(name).or(() -> archive.meant(name));
    Optional<Column> dates =
        field.filter(one -> one.kind() == ValueKind.DATE).flatMap(one -> WrittenDates.mjd(said));
    Column values = dates.orElse(said);
    if (field.isEmpty()) {
      archive.beside(name).ifPresent(other -> beside.add(name + " beside " + other.name()));
      add(name, said, column.plainUnit());
    } else if (archive.called(name).isEmpty() && !fits(field.get(), column.unit(), values)) {
      unfit.add(name + " (" + field.get().name() + ")");
      add(name, said, column.plainUnit());
    } else if (!archive.areOfArchive() && !measures(field.get(), column.unit())) {
      // Whoever's rows they are, their column of this name is another one.
      add(name, said, column.plainUnit());
    } else {
      if (archive.called(name).isEmpty()) {
        taken.add(name + " as " + field.get().name());
      }
      dates.ifPresent(mjd -> notes.add(field.get().name() + " was in dates, and is in MJD here"));
      if (archive.areOfArchive()) {
        UnfitCells.note(field.get(), values).ifPresent(notes::add);
      }
      add(field.get().name(), inUnit(values, field.get(), column.unit()), "");
    }
  }

  private void add(String name, Column column, String unit) {
    names.add(name);
    cells.add(column);
    units.add(unit);
  }

  /** The names of those taken so far, in order. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** Their cells. */
  List<Column> cells() {
    return List.copyOf(cells);
  }

  /** Their own units; empty for those that have none, and for those of the archive. */
  List<String> units() {
    return List.copyOf(units);
  }

  /** What a person should know about them, a sentence each. */
  List<String> notes() {
    List<String> all = new ArrayList<>();
    add(all, taken, "taken as the archive's column", "");
    add(all, unfit, "of your own, since the values are not the archive's", "column ");
    add(all, beside, "of your own", "column ");
    all.addAll(notes);
    return all;
  }

  private static void add(List<String> all, List<String> columns, String what, String begin) {
    if (!columns.isEmpty()) {
      boolean many = columns.size() > 1;
      String words =
          begin.isEmpty() ? what + (many ? "s" : "") : (many ? "columns " : begin) + what;
      all.add(words + ": " + String.join(", ", columns));
    }
  }

  private static boolean fits(Field field, String unit, Column cells) {
    return switch (field.kind()) {
      case TEXT -> cells.type() == ColumnType.TEXT || cells.type() == ColumnType.INTEGER;
      case LIST -> cells.type() == ColumnType.TEXT;
      case FLAG -> cells.type() == ColumnType.BOOLEAN;
      case INTEGER, SIZE -> cells.type().isNumeric() && areWhole(cells) && measures(field, unit);
      case DATE -> cells.type().isNumeric() && WrittenDates.areMjd(cells) && measures(field, unit);
      case DECIMAL, ANGLE, WAVELENGTH, DURATION ->
          cells.type().isNumeric() && measures(field, unit);
    };
  }

  private static boolean areWhole(Column cells) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row))
        .mapToDouble(cells::number)
        .allMatch(number -> number == Math.rint(number));
  }

  private static boolean measures(Field field, String unit) {
    return unit.isEmpty()
        || unit.equals(ColumnLooks.of(field).unit())
        || isMjd(field, unit)
        || FieldUnits.factor(field, unit).isPresent();
  }

  private static boolean isMjd(Field field, String unit) {
    return field.kind() == ValueKind.DATE && unit.equalsIgnoreCase("MJD");
  }

  private Column inUnit(Column column, Field field, String unit) {
    String own = ColumnLooks.of(field).unit();
    if (unit.isEmpty() || unit.equals(own) || !column.type().isNumeric()) {
      return column;
    }
    Optional<BigDecimal> factor = FieldUnits.factor(field, unit);
    if (factor.isEmpty()) {
      if (!isMjd(field, unit)) {
        notes.add(
            field.name()
                + " is in "
                + unit
                + " in the file, which "
                + (own.isEmpty() ? "the archive has no unit for" : "is taken as " + own));
      }
      return column;
    }
    if (factor.get().compareTo(BigDecimal.ONE) == 0) {
      return column;
    }
    double times = factor.get().doubleValue();
    notes.add(field.name() + " was in " + unit + ", and is in " + own + " here");
    return DecimalColumn.of(
        IntStream.range(0, column.size()).mapToDouble(row -> column.number(row) * times).toArray());
  }
}
