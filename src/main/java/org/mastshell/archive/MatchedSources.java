package org.mastshell.archive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Matches positions with the sources of a catalogue. Public programs read of the answers that the
 * identifier of a source is called {@code MatchID} there and its place {@code MatchRA} and {@code
 * MatchDEC}, beside what was uploaded; here they get back the names that the catalogue itself has.
 */
final class MatchedSources implements MatchedService {
  private static final String UPLOADED = "mastshell_";
  private static final String MATCH_ID = "MatchID";
  private static final String MATCH_RA = "MatchRA";
  private static final String MATCH_DEC = "MatchDEC";

  private final String service;
  private final ServiceTable table;
  private final NeededColumns identified;
  private final CatalogPlaces places;
  private final double radius;

  /**
   * @param service its name
   * @param table the columns of the catalogue
   * @param host that is asked, for messages
   * @param radius degrees
   */
  MatchedSources(String service, ServiceTable table, String host, double radius) {
    this.service = service;
    this.table = table;
    this.identified = new NeededColumns(host, List.of(table.keyColumn()), Predicate.always());
    this.places = new CatalogPlaces(table);
    this.radius = radius;
  }

  @Override
  public String name() {
    return service;
  }

  // Columns of the catalogue are called ra and dec, and both may come back.
  @Override
  public String ra() {
    return UPLOADED + TargetMatches.RA;
  }

  @Override
  public String dec() {
    return UPLOADED + TargetMatches.DEC;
  }

  @Override
  public String id() {
    return table.keyColumn();
  }

  @Override
  public Table matched(Table came, Batches.Batch<SkyTarget> batch, Set<String> placed) {
    Table rows = new ServiceRows(table, List.of()).of(identified.of(own(came)));
    TargetOwners owners = new TargetOwners(batch, radius);
    Optional<Column> keys = uploaded(came, TargetMatches.KEY);
    Optional<Column> ra = uploaded(came, ra());
    Optional<Column> dec = uploaded(came, dec());
    for (int row = 0; row < rows.size(); row++) {
      int here = row;
      OptionalInt keyed =
          keys.map(column -> owners.of(column.number(here))).orElse(OptionalInt.empty());
      List<Integer> named =
          keyed.isEmpty() && ra.isPresent() && dec.isPresent()
              ? owners.at(SkyVector.of(ra.get().number(row), dec.get().number(row)))
              : keyed.stream().boxed().toList();
      Optional<SkyVector> there = places.of(rows, row);
      ToDoubleFunction<SkyVector> distance =
          place -> there.map(place::separation).orElse(Double.NaN);
      owners.addNamed(row, named, distance);
    }
    return owners.owned(rows);
  }

  // The names that the catalogue has by itself in the place of those of a match.
  private Table own(Table came) {
    Table rows = CatalogPlaces.withoutMeasures(came);
    if (called(rows, table.keyColumn()).isEmpty()) {
      rows = renamed(rows, MATCH_ID, table.keyColumn());
    }
    List<String> position = places.columns();
    if (position.size() == 2) {
      rows = renamed(rows, MATCH_RA, position.get(0));
      rows = renamed(rows, MATCH_DEC, position.get(1));
    }
    return rows.without(
        rows.columns().stream()
            .map(ColumnInfo::name)
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(UPLOADED))
            .toList());
  }

  private static Table renamed(Table rows, String from, String to) {
    Optional<String> found = called(rows, from);
    if (found.isEmpty() || found.get().equals(to)) {
      return rows;
    }
    Column column = rows.column(Subject.column(found.get()));
    return rows.without(List.of(found.get())).with(to, column);
  }

  private static Optional<String> called(Table rows, String name) {
    return rows.columns().stream().map(ColumnInfo::name).filter(name::equalsIgnoreCase).findFirst();
  }

  private static Optional<Column> uploaded(Table came, String name) {
    return came.columns().stream()
        .map(ColumnInfo::name)
        .filter(one -> one.toLowerCase(Locale.ROOT).contains(name))
        .findFirst()
        .map(one -> came.column(Subject.column(one)));
  }
}
