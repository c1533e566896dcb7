package org.mastshell.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An immutable table of named columns. A table that was selected from another shares its cells and
 * keeps only the row numbers, so that going back to an earlier one costs nothing.
 *
 * <p>Rows count from 0 here; the numbers that people see count from 1.
 */
public final class Table {
  private final List<ColumnInfo> infos;
  private final List<Column> stored;
  private final Map<String, Integer> places;
  private final DerivedColumns derived;
  private final int[] selection;
  private final int size;

  Table(List<ColumnInfo> infos, List<Column> stored, int size) {
    this(List.copyOf(infos), List.copyOf(stored), places(infos), new DerivedColumns(), null, size);
  }

  private Table(
      List<ColumnInfo> infos,
      List<Column> stored,
      Map<String, Integer> places,
      DerivedColumns derived,
      int[] selection,
      int size) {
    this.infos = infos;
    this.stored = stored;
    this.places = places;
    this.derived = derived;
    this.selection = selection;
    this.size = size;
  }

  /** A table without columns and rows. */
  public static Table empty() {
    return new Table(List.of(), List.of(), 0);
  }

  /**
   * A table of whole columns.
   *
   * @param names one for each column
   * @param columns each with as many cells as there are rows
   * @param rows how many
   */
  public static Table of(List<String> names, List<Column> columns, int rows) {
    if (names.size() != columns.size()) {
      throw new IllegalArgumentException(names.size() + " names, " + columns.size() + " columns");
    }
    List<ColumnInfo> infos = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      requireCells(columns.get(place), rows);
      infos.add(new ColumnInfo(names.get(place), columns.get(place).type()));
    }
    return new Table(infos, columns.stream().map(Table::plain).toList(), rows);
  }

  /**
   * One table after the other; columns are matched by name, cells that a part lacks are missing. A
   * column that has another unit in one part than in another has none.
   */
  public static Table concat(List<Table> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    if (!parts.isEmpty() && parts.stream().allMatch(parts.get(0)::isOfSameBase)) {
      return parts.get(0).base().select(parts.stream().flatMapToInt(Table::rowsOfBase).toArray());
    }
    TableBuilder builder = new TableBuilder();
    parts.forEach(builder::addAll);
    return builder.build();
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Names, types and own units of the columns, in order. */
  public List<ColumnInfo> columns() {
    return infos;
  }

  /** Whether there is a column of that name, whatever the case. */
  public boolean has(String name) {
    return places.containsKey(key(name));
  }

  /**
   * The column of that name, whatever the case.
   *
   * @throws NoSuchElementException if there is none
   */
  public Column column(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no column " + name));
  }

  /** The column of that name, whatever the case, if there is one. */
  public Optional<Column> find(String name) {
    Integer place = places.get(key(name));
    return place == null ? Optional.empty() : Optional.of(view(stored.get(place)));
  }

  /**
   * The column at a place, from 0, as {@link #columns} lists them; where two have one name, this
   * tells them apart.
   */
  public Column columnAt(int place) {
    return view(stored.get(place));
  }

  /**
   * The column that a subject stands for: the stored one, or one derived from it. A subject whose
   * source this table lacks gives a column of missing cells.
   */
  public Column column(Subject subject) {
    Integer place = places.get(key(subject.source()));
    if (place == null) {
      return new ColumnView(missingText(), new int[size]);
    }
    Column source = stored.get(place);
    return view(subject.derivation() == null ? source : derived.of(subject, source));
  }

  /** The cell as text, or null where it is missing or the table has no such column. */
  public String text(int row, String column) {
    return find(column).map(cells -> cells.text(row)).orElse(null);
  }

  /** The rows of these numbers, in their order; a number may come several times. */
  public Table select(int... rows) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Objects.checkIndex(rows[i], size);
      chosen[i] = selection == null ? rows[i] : selection[rows[i]];
    }
    return new Table(infos, stored, places, derived, chosen, chosen.length);
  }

  /** The rows for which the predicate holds, in their order. */
  public Table where(Predicate predicate) {
    return select(rowsWhere(predicate));
  }

  /** The places of the rows that a predicate holds for, in their order, counted from 0. */
  public int[] rowsWhere(Predicate predicate) {
    return IntStream.range(0, size).filter(predicate.bind(this)::test).toArray();
  }

  /** The first rows, at most {@code limit} of them. */
  public Table first(int limit) {
    return limit >= size ? this : select(IntStream.range(0, limit).toArray());
  }

  /**
   * The same cells, whose columns have these units of their own.
   *
   * @param units one for each column; empty for one that has none
   */
  public Table inUnits(List<String> units) {
    if (units.size() != infos.size()) {
      throw new IllegalArgumentException(units.size() + " units, " + infos.size() + " columns");
    }
    List<ColumnInfo> measured = new ArrayList<>();
    for (int place = 0; place < units.size(); place++) {
      ColumnInfo info = infos.get(place);
      measured.add(new ColumnInfo(info.name(), info.type(), units.get(place)));
    }
    return new Table(List.copyOf(measured), stored, places, derived, selection, size);
  }

  /**
   * The table with one more column, or with another one in place of that of the same name. A
   * selection's cells are copied for it, so that views never stand on views. The column has no unit
   * of its own.
   *
   * @param column as many cells as the table has rows
   */
  public Table with(String name, Column column) {
    return with(name, column, "");
  }

  /**
   * The same with a column that has a unit of its own.
   *
   * @param unit empty if none
   */
  public Table with(String name, Column column, String unit) {
    requireCells(column, size);
    List<ColumnInfo> newInfos = new ArrayList<>(infos);
    List<Column> newColumns = new ArrayList<>();
    IntStream.range(0, infos.size()).forEach(place -> newColumns.add(plainColumn(place)));
    int own = places.getOrDefault(key(name), infos.size());
    if (own == infos.size()) {
      newInfos.add(null);
      newColumns.add(null);
    }
    newInfos.set(own, new ColumnInfo(name, column.type(), unit));
    newColumns.set(own, plain(column));
    return new Table(newInfos, newColumns, size);
  }

  /** The table without the columns of these names, whatever the case; it may have none of them. */
  public Table without(Collection<String> names) {
    Set<String> unwanted = names.stream().map(Table::key).collect(Collectors.toSet());
    int[] kept =
        IntStream.range(0, infos.size())
            .filter(place -> !unwanted.contains(key(infos.get(place).name())))
            .toArray();
    List<ColumnInfo> keptInfos = IntStream.of(kept).mapToObj(infos::get).toList();
    List<Column> keptColumns = IntStream.of(kept).mapToObj(stored::get).toList();
    return new Table(
        keptInfos, keptColumns, places(keptInfos), new DerivedColumns(), selection, size);
  }

  /** The table whose cells this one shows, with all its rows; itself if nothing was selected. */
  public Table base() {
    if (selection == null) {
      return this;
    }
    int rows =
        stored.isEmpty() ? Arrays.stream(selection).max().orElse(-1) + 1 : stored.get(0).size();
    return new Table(infos, stored, places, derived, null, rows);
  }

  /**
   * Which rows of the base these are, in their order; empty if they are all of them as they came.
   */
  public Optional<int[]> baseRows() {
    return Optional.ofNullable(selection).map(int[]::clone);
  }

  /** Whether both show cells of one and the same base. */
  public boolean sharesCellsWith(Table other) {
    return stored == other.stored && !stored.isEmpty();
  }

  private boolean isOfSameBase(Table other) {
    return sharesCellsWith(other) && infos.equals(other.infos);
  }

  /**
   * The places at which the rows of this table stand in another one.
   *
   * @return one for each row, from 0; empty if the other one shows other cells, or lacks a row
   */
  public Optional<int[]> placesIn(Table other) {
    if (!sharesCellsWith(other)) {
      return Optional.empty();
    }
    Map<Integer, Integer> places = new HashMap<>();
    int place = 0;
    for (int row : other.rowsOfBase().toArray()) {
      places.putIfAbsent(row, place++);
    }
    int[] found = rowsOfBase().map(row -> places.getOrDefault(row, -1)).toArray();
    return IntStream.of(found).anyMatch(one -> one < 0) ? Optional.empty() : Optional.of(found);
  }

  private IntStream rowsOfBase() {
    return selection == null ? IntStream.range(0, size) : IntStream.of(selection);
  }

  private Column view(Column column) {
    return selection == null ? column : new ColumnView(column, selection);
  }

  /** The column at a place, copied if it is a selection, so that it is no view. */
  Column plainColumn(int place) {
    return plain(view(stored.get(place)));
  }

  private static Column plain(Column column) {
    return column instanceof ColumnView view ? view.copied() : column;
  }

  private static void requireCells(Column column, int rows) {
    if (column.size() != rows) {
      throw new IllegalArgumentException(column.size() + " cells for " + rows + " rows");
    }
  }

  private static Column missingText() {
    return new TextColumn(new int[] {TextColumn.MISSING}, new String[0]);
  }

  private static Map<String, Integer> places(List<ColumnInfo> infos) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < infos.size(); i++) {
      places.putIfAbsent(key(infos.get(i).name()), i);
    }
    return places;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
