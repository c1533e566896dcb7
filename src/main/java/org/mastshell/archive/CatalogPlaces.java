package org.mastshell.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Where the rows of a catalogue lie, and how far from a point. The archive measures that in
 * arcseconds, arcminutes or degrees, and not always; here it is arcseconds wherever there is a
 * position.
 */
final class CatalogPlaces {
  private static final double ARCSECONDS = 3600;
  private static final Set<String> MEASURED =
      Set.of("dstarcsec", "distance", "distance_arcmin", "_distance_");

  private final ServiceTable table;

  CatalogPlaces(ServiceTable table) {
    this.table = table;
  }

  /** The columns with the right ascension and the declination. */
  List<String> columns() {
    return Stream.of("ra", "dec")
        .flatMap(word -> table.meant(word).stream())
        .map(Field::name)
        .toList();
  }

  /** Where a row lies; empty where it does not say. */
  Optional<SkyVector> of(Table rows, int row) {
    List<String> names = columns();
    if (names.size() < 2) {
      return Optional.empty();
    }
    double ra = rows.column(Subject.column(names.get(0))).number(row);
    double dec = rows.column(Subject.column(names.get(1))).number(row);
    return Double.isNaN(ra) || Double.isNaN(dec)
        ? Optional.empty()
        : Optional.of(SkyVector.of(ra, dec));
  }

  /** The rows with the distance from a point, in degrees, in the place of the archive's own. */
  Table measured(Table rows, double ra, double dec) {
    SkyVector centre = SkyVector.of(ra, dec);
    TableBuilder distances = new TableBuilder();
    int place = distances.column("", ColumnType.DECIMAL);
    for (int row = 0; row < rows.size(); row++) {
      Optional<SkyVector> there = of(rows, row);
      if (there.isPresent()) {
        distances.set(place, there.get().separation(centre) * ARCSECONDS);
      }
      distances.endRow();
    }
    return withoutMeasures(rows).with(TargetsReply.DISTANCE, distances.build().columnAt(0));
  }

  /**
   * Rows with those columns alone that are wanted, beside what names them and says whose they are.
   *
   * @param wanted empty for all
   */
  Table thinned(Table rows, Collection<String> wanted) {
    if (wanted.isEmpty()) {
      return rows;
    }
    Set<String> kept = new HashSet<>(wanted);
    kept.addAll(
        List.of(
            table.keyColumn(),
            TargetsReply.NAME,
            TargetsReply.ROW,
            TargetsReply.DISTANCE,
            table.mark()));
    return rows.without(
        rows.columns().stream()
            .map(ColumnInfo::name)
            .filter(name -> !kept.contains(name))
            .toList());
  }

  /**
   * The columns to ask for, in the names of the catalogue; empty for all.
   *
   * @param query names those that are wanted
   */
  Set<String> columns(CatalogQuery query) {
    Set<String> columns = new LinkedHashSet<>(query.columns());
    if (!columns.isEmpty()) {
      columns.add(table.keyColumn());
      columns.addAll(columns());
      columns.addAll(new TreeSet<>(query.criteria().sources()));
      // The archive does not know what is added here.
      columns.removeAll(List.of(TargetsReply.DISTANCE, table.mark()));
    }
    return columns;
  }

  /** Rows with what names them first, then how they lie to a target, then the rest. */
  Table ordered(Table rows) {
    List<String> first =
        List.of(table.keyColumn(), TargetsReply.NAME, TargetsReply.ROW, TargetsReply.DISTANCE);
    List<String> names = new ArrayList<>();
    first.stream().filter(rows::has).forEach(names::add);
    rows.columns().stream()
        .map(ColumnInfo::name)
        .filter(name -> !first.contains(name))
        .forEach(names::add);
    return Table.of(
        names, names.stream().map(name -> rows.column(Subject.column(name))).toList(), rows.size());
  }

  /** The rows without the distances that the archive adds. */
  static Table withoutMeasures(Table rows) {
    return rows.without(
        rows.columns().stream()
            .map(ColumnInfo::name)
            .filter(name -> MEASURED.contains(name.toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** Rows with a distance in its order. */
  static Table nearestFirst(Table rows) {
    Optional<Column> distances = rows.find(TargetsReply.DISTANCE);
    return distances.isEmpty()
        ? rows
        : rows.select(
            RowOrder.rows(
                rows, List.of(new SortKey(Subject.column(TargetsReply.DISTANCE), false))));
  }
}
