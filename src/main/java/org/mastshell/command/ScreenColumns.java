package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mastshell.output.ShownColumn;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/**
 * Which columns of a set a screen has room for, where nobody has chosen them: those that tell rows
 * apart come before those that are the same in all, and where there is still room the rest of the
 * set's columns fill it, but for those that are the same in all rows and tell little. What a person
 * has just sorted or chosen rows by comes first. Of missions that are mixed, and of data that not
 * everybody may have, the columns that say so stand beside the name.
 */
final class ScreenColumns {
  private static final int DIFFERENT = 0;
  private static final int SAME = 1;
  private static final int MORE = 2;
  private static final int MORE_SAME = 3;

  // Beyond that a column counts as different: a look at all rows would take too long.
  private static final int MOST_LOOKED_AT = 100_000;

  private static final String RIGHTS = "dataRights";
  private static final String MISSION = "obs_collection";
  private static final List<String> TOLD = List.of(MISSION, "instrument_name", RIGHTS);
  private static final List<String> TELLING =
      List.of(
          "dataproduct_type",
          "s_ra",
          "s_dec",
          "t_obs_release",
          "obs_title",
          "target_classification",
          "wavelength_region",
          "provenance_name");

  private final Table rows;
  private final List<Field> usual;
  private final List<Field> asked;

  /**
   * @param rows those that are shown, and what follows them
   * @param usual the columns for people, the most important first
   * @param asked the columns that a person has named otherwise, which stand beside the first
   */
  ScreenColumns(Table rows, List<Field> usual, List<Field> asked) {
    this.rows = rows;
    this.usual = usual;
    this.asked = asked;
  }

  /**
   * The columns with their ranks.
   *
   * @param all of the set
   */
  List<ShownColumn> of(List<Field> all) {
    Set<Field> first = new LinkedHashSet<>();
    Set<Field> needed = new LinkedHashSet<>();
    if (!usual.isEmpty()) {
      needed.add(usual.get(0));
    }
    needed.addAll(asked);
    for (String name : TOLD) {
      usual.stream().filter(one -> one.name().equals(name) && isTold(one)).forEach(needed::add);
    }
    first.addAll(needed);
    first.addAll(usual);
    List<ShownColumn> columns = new ArrayList<>();
    for (Field field : first) {
      boolean differs = needed.contains(field) || !isSame(field);
      columns.add(ColumnLooks.of(field).ranked(differs ? DIFFERENT : SAME));
    }
    Set<Field> rest = new LinkedHashSet<>();
    for (String name : TELLING) {
      all.stream().filter(field -> field.name().equals(name)).forEach(rest::add);
    }
    rest.addAll(all);
    rest.removeAll(first);
    rest.stream()
        .filter(field -> !isEmpty(field))
        .filter(field -> TELLING.contains(field.name()) || !isSame(field))
        .map(field -> ColumnLooks.of(field).ranked(isSame(field) ? MORE_SAME : MORE))
        .forEach(columns::add);
    return columns;
  }

  private boolean isTold(Field field) {
    if (field.name().equals(RIGHTS)) {
      return !isSame(field) || !"PUBLIC".equals(upper(column(field)));
    }
    return usual.stream().anyMatch(one -> one.name().equals(MISSION) && !isSame(one));
  }

  private static String upper(Column column) {
    return column.size() == 0 || column.isMissing(0)
        ? "PUBLIC"
        : column.text(0).toUpperCase(Locale.ROOT);
  }

  private boolean isSame(Field field) {
    Column column = column(field);
    int looked = Math.min(MOST_LOOKED_AT, column.size());
    for (int row = 1; row < looked; row++) {
      if (column.compare(0, row) != 0) {
        return false;
      }
    }
    return looked > 1 && looked == column.size();
  }

  private boolean isEmpty(Field field) {
    Column column = column(field);
    int looked = Math.min(MOST_LOOKED_AT, column.size());
    for (int row = 0; row < looked; row++) {
      if (!column.isMissing(row) && !column.text(row).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Column column(Field field) {
    return rows.column(Subject.column(field.name()));
  }
}
