package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
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
  private static final double ARCSECONDS = 3600;
  // Numbers may come back rounded.
  private static final double SAME_DEGREES = 1e-5;
  private static final double RIM = 1 + 1e-9;

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

  /** A row near a target. */
  private record Match(int row, int target, double degrees) {}

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
    List<SkyVector> targets =
        batch.things().stream().map(target -> SkyVector.of(target.ra(), target.dec())).toList();
    List<Match> matches = new ArrayList<>();
    Optional<Column> keys = uploaded(came, TargetMatches.KEY);
    Optional<Column> ra = uploaded(came, ra());
    Optional<Column> dec = uploaded(came, dec());
    for (int row = 0; row < rows.size(); row++) {
      Optional<SkyVector> there = places.of(rows, row);
      int owner = keys.isPresent() ? key(keys.get().number(row), targets.size()) : -1;
      if (owner < 0 && ra.isPresent() && dec.isPresent()) {
        owner = at(SkyVector.of(ra.get().number(row), dec.get().number(row)), targets);
      }
      if (owner >= 0 || there.isEmpty()) {
        matches.add(new Match(row, owner, distance(there, targets, owner)));
      } else {
        addNear(matches, row, there.get(), targets);
      }
    }
    return built(rows, matches, batch);
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

  private static int key(double number, int size) {
    boolean known = number == Math.rint(number) && number >= 0 && number < size;
    return known ? (int) number : -1;
  }

  private static int at(SkyVector there, List<SkyVector> targets) {
    for (int target = 0; target < targets.size(); target++) {
      if (targets.get(target).separation(there) < SAME_DEGREES) {
        return target;
      }
    }
    return -1;
  }

  private static double distance(Optional<SkyVector> there, List<SkyVector> targets, int owner) {
    return there.isPresent() && owner >= 0
        ? there.get().separation(targets.get(owner))
        : Double.NaN;
  }

  // A row that does not say to which of the targets it belongs belongs to all that are near.
  private void addNear(List<Match> matches, int row, SkyVector there, List<SkyVector> targets) {
    int nearest = 0;
    boolean found = false;
    for (int target = 0; target < targets.size(); target++) {
      double degrees = targets.get(target).separation(there);
      if (degrees <= radius * RIM) {
        matches.add(new Match(row, target, degrees));
        found = true;
      }
      nearest = degrees < targets.get(nearest).separation(there) ? target : nearest;
    }
    if (!found) {
      // The archive found it near one of them, by a measure of its own.
      matches.add(new Match(row, nearest, targets.get(nearest).separation(there)));
    }
  }

  private static Table built(Table rows, List<Match> matches, Batches.Batch<SkyTarget> batch) {
    TableBuilder added = new TableBuilder();
    int name = added.column(TargetsReply.NAME, ColumnType.TEXT);
    int distance = added.column(TargetsReply.DISTANCE, ColumnType.DECIMAL);
    int key = added.column(TargetMatches.KEY, ColumnType.INTEGER);
    for (Match match : matches) {
      if (match.target() >= 0) {
        added.set(name, batch.things().get(match.target()).name());
        added.set(key, (long) batch.first() + match.target());
      }
      added.set(distance, match.degrees() * ARCSECONDS);
      added.endRow();
    }
    Table columns = added.build();
    Table matched = rows.select(matches.stream().mapToInt(Match::row).toArray());
    for (ColumnInfo info : columns.columns()) {
      matched = matched.with(info.name(), columns.column(info.name()));
    }
    return matched;
  }
}
