package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Finds out which targets the rows of a cross-match belong to. The form of the archive's reply is
 * not documented: it may repeat the uploaded row's number, or its position, or neither; then the
 * footprints decide.
 */
final class TargetMatches {
  /** The uploaded column by which a target is known again. */
  static final String KEY = "mastshell_row";

  /** The uploaded columns of the position: the service's own standard. */
  static final String RA = "ra";

  static final String DEC = "dec";

  private static final int NOBODY = -1;
  private static final double ARCSECONDS = 3600;
  // Numbers may come back rounded.
  private static final double SAME_DEGREES = 1e-5;
  private static final double RIM = 1 + 1e-9;

  private final Table rows;
  private final List<SkyTarget> targets;
  private final SkyVector[] places;
  private final Column ra;
  private final Column dec;
  private final Column region;
  private final int first;
  private final double radius;
  private final List<Match> matches = new ArrayList<>();

  private TargetMatches(Table rows, Batches.Batch<SkyTarget> batch, double radius) {
    this.rows = rows;
    this.targets = batch.things();
    this.first = batch.first();
    this.places =
        targets.stream()
            .map(target -> SkyVector.of(target.ra(), target.dec()))
            .toArray(SkyVector[]::new);
    this.radius = radius;
    this.ra = rows.column(Subject.column("s_ra"));
    this.dec = rows.column(Subject.column("s_dec"));
    this.region = rows.column(Subject.column("s_region"));
  }

  private record Match(int row, int target, double arcseconds) {}

  /**
   * The rows with the columns of {@link TargetsReply} and, as {@value #KEY}, the target's place in
   * the whole list; each as often as it has targets.
   *
   * @param rows as they came
   * @param batch the targets that were asked for
   * @param radius degrees
   * @param placed the observations of earlier pages whose footprints were compared with all
   *     targets: what comes again for another target has been found already
   */
  static Table of(Table rows, Batches.Batch<SkyTarget> batch, double radius, Set<String> placed) {
    return new TargetMatches(rows, batch, radius).table(placed);
  }

  private Table table(Set<String> placed) {
    Column ids = rows.column(Subject.column("obsid"));
    List<String> echoes = new ArrayList<>();
    int[] owners = repeatedKeys(echoes).or(() -> repeatedPositions(echoes)).orElse(null);
    for (int row = 0; row < rows.size(); row++) {
      if (owners == null) {
        if (ids.isMissing(row) || placed.add(ids.text(row))) {
          addNear(row);
        }
      } else {
        SkyFootprint outline = SkyFootprint.of(region.text(row), centre(row));
        add(row, owners[row], outline.distance(places[owners[row]]));
      }
    }
    return built(echoes);
  }

  private Optional<int[]> repeatedKeys(List<String> echoes) {
    for (ColumnInfo info : rows.columns()) {
      if (info.name().toLowerCase(Locale.ROOT).contains(KEY)) {
        Column column = rows.column(info.name());
        int[] owners =
            IntStream.range(0, rows.size()).map(row -> key(column.number(row))).toArray();
        if (IntStream.of(owners).allMatch(owner -> owner >= 0)) {
          echoes.add(info.name());
          addPositionEchoes(echoes);
          return Optional.of(owners);
        }
      }
    }
    return Optional.empty();
  }

  private int key(double number) {
    boolean known = number == Math.rint(number) && number >= 0 && number < targets.size();
    return known ? (int) number : -1;
  }

  private Optional<int[]> repeatedPositions(List<String> echoes) {
    for (String ra : positionColumns()) {
      String dec = partner(ra);
      int[] owners =
          IntStream.range(0, rows.size())
              .map(row -> at(rows.column(ra).number(row), rows.column(dec).number(row)))
              .toArray();
      if (IntStream.of(owners).allMatch(owner -> owner >= 0)) {
        echoes.add(ra);
        echoes.add(dec);
        return Optional.of(owners);
      }
    }
    return Optional.empty();
  }

  // Left in, a column called ra would stand for the observation's own right ascension.
  private void addPositionEchoes(List<String> echoes) {
    for (String ra : positionColumns()) {
      echoes.add(ra);
      echoes.add(partner(ra));
    }
  }

  // Columns of a position that observations do not have by themselves.
  private List<String> positionColumns() {
    return rows.columns().stream()
        .map(ColumnInfo::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(RA))
        .filter(name -> !name.equalsIgnoreCase("s_ra") && rows.has(partner(name)))
        .toList();
  }

  private static String partner(String ra) {
    return ra.substring(0, ra.length() - RA.length()) + DEC;
  }

  private int at(double ra, double dec) {
    SkyVector there = SkyVector.of(ra, dec);
    for (int target = 0; target < places.length; target++) {
      if (places[target].separation(there) < SAME_DEGREES) {
        return target;
      }
    }
    return -1;
  }

  private SkyVector centre(int row) {
    return SkyVector.of(ra.number(row), dec.number(row));
  }

  private void addNear(int row) {
    SkyVector centre = centre(row);
    SkyFootprint outline = SkyFootprint.of(region.text(row), centre);
    double reach = outline.reach(centre);
    int nearest = targets.size() == 1 ? 0 : NOBODY;
    double least = Double.POSITIVE_INFINITY;
    boolean found = false;
    for (int target = 0; target < places.length; target++) {
      double atLeast = centre.separation(places[target]) - reach;
      if (atLeast > radius * RIM && atLeast > least) {
        continue;
      }
      double distance = outline.distance(places[target]);
      if (distance <= radius * RIM) {
        add(row, target, distance);
        found = true;
      } else if (distance < least) {
        least = distance;
        nearest = target;
      }
    }
    if (!found) {
      // The archive found it near one of them, by a measure of its own.
      add(row, nearest, Double.isInfinite(least) ? Double.NaN : least);
    }
  }

  private void add(int row, int target, double degrees) {
    matches.add(new Match(row, target, degrees * ARCSECONDS));
  }

  private Table built(List<String> echoes) {
    TableBuilder added = new TableBuilder();
    int name = added.column(TargetsReply.NAME, ColumnType.TEXT);
    int distance = added.column(TargetsReply.DISTANCE, ColumnType.DECIMAL);
    int key = added.column(KEY, ColumnType.INTEGER);
    for (Match match : matches) {
      if (match.target() != NOBODY) {
        added.set(name, targets.get(match.target()).name());
        added.set(key, (long) first + match.target());
      }
      added.set(distance, match.arcseconds());
      added.endRow();
    }
    Table columns = added.build();
    Table matched = rows.without(echoes).select(matches.stream().mapToInt(Match::row).toArray());
    for (ColumnInfo info : columns.columns()) {
      matched = matched.with(info.name(), columns.column(info.name()));
    }
    return matched;
  }
}
