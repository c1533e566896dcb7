package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * The targets of a batch as the owners of rows that came for it: tells whose a row is, keeps that,
 * and gives the rows the columns that say so.
 */
final class TargetOwners {
  private static final int NOBODY = -1;
  private static final double ARCSECONDS = 3600;
  // Numbers may come back rounded.
  private static final double SAME_DEGREES = 1e-5;
  // What no catalogue measures, but the arithmetic of angles may add.
  private static final double NO_DEGREES = 1e-9;
  private static final double RIM = 1 + 1e-9;

  private final Batches.Batch<SkyTarget> batch;
  private final double radius;
  private final List<SkyVector> places;
  private final List<Match> matches = new ArrayList<>();

  /**
   * @param batch the targets that were asked for
   * @param radius degrees
   */
  TargetOwners(Batches.Batch<SkyTarget> batch, double radius) {
    this.batch = batch;
    this.radius = radius;
    this.places =
        batch.things().stream().map(target -> SkyVector.of(target.ra(), target.dec())).toList();
  }

  private record Match(int row, int target, double degrees) {}

  /** The target of a number that a reply repeats; empty where it is the number of none. */
  OptionalInt of(double number) {
    boolean known = number == Math.rint(number) && number >= 0 && number < places.size();
    return known ? OptionalInt.of((int) number) : OptionalInt.empty();
  }

  /**
   * The targets of a position that a reply repeats: the nearest, and all that lie where it lies;
   * none where no target is so near that only rounding could lie between.
   */
  List<Integer> at(SkyVector there) {
    int nearest = NOBODY;
    double least = SAME_DEGREES;
    for (int target = 0; target < places.size(); target++) {
      double degrees = places.get(target).separation(there);
      if (degrees < least) {
        least = degrees;
        nearest = target;
      }
    }
    if (nearest == NOBODY) {
      return List.of();
    }
    SkyVector place = places.get(nearest);
    return IntStream.range(0, places.size())
        .filter(target -> places.get(target).separation(place) < NO_DEGREES)
        .boxed()
        .toList();
  }

  /** Where a target lies. */
  SkyVector place(int target) {
    return places.get(target);
  }

  /**
   * Gives a row to a target.
   *
   * @param degrees between them; NaN where that is not known
   */
  void add(int row, int target, double degrees) {
    matches.add(new Match(row, target, degrees));
  }

  /**
   * Gives a row to the targets that it names. A name that leads beyond the radius gives way to
   * targets within: then it was read amiss.
   *
   * @param named none where the row names none
   * @param distance degrees from a place to the row; NaN where that is not known
   */
  void addNamed(int row, List<Integer> named, ToDoubleFunction<SkyVector> distance) {
    boolean far =
        named.stream()
            .allMatch(target -> distance.applyAsDouble(places.get(target)) > radius * RIM);
    if (named.isEmpty() || (far && places.stream().anyMatch(place -> isNear(distance, place)))) {
      addNear(row, distance, distance);
    } else {
      named.forEach(target -> add(row, target, distance.applyAsDouble(places.get(target))));
    }
  }

  private boolean isNear(ToDoubleFunction<SkyVector> distance, SkyVector place) {
    return distance.applyAsDouble(place) <= radius * RIM;
  }

  /**
   * Gives a row that does not say whose it is to all targets that are near. Where none is, the
   * archive found it near one of them by a measure of its own: then it is the nearest one's.
   *
   * @param atLeast degrees from a place to the row that the distance is no less than; quick to tell
   * @param distance degrees from a place to the row
   */
  void addNear(int row, ToDoubleFunction<SkyVector> atLeast, ToDoubleFunction<SkyVector> distance) {
    int nearest = places.size() == 1 ? 0 : NOBODY;
    double least = Double.POSITIVE_INFINITY;
    boolean found = false;
    for (int target = 0; target < places.size(); target++) {
      double bound = atLeast.applyAsDouble(places.get(target));
      if (bound > radius * RIM && bound > least) {
        continue;
      }
      double degrees = distance.applyAsDouble(places.get(target));
      if (degrees <= radius * RIM) {
        add(row, target, degrees);
        found = true;
      } else if (degrees < least) {
        least = degrees;
        nearest = target;
      }
    }
    if (!found) {
      add(row, nearest, Double.isInfinite(least) ? Double.NaN : least);
    }
  }

  /**
   * Rows as often as they have been given to targets, with the columns of {@link TargetsReply} and,
   * as {@link TargetMatches#KEY}, the target's place in the whole list.
   */
  Table owned(Table rows) {
    TableBuilder added = new TableBuilder();
    int name = added.column(TargetsReply.NAME, ColumnType.TEXT);
    int distance = added.column(TargetsReply.DISTANCE, ColumnType.DECIMAL);
    int key = added.column(TargetMatches.KEY, ColumnType.INTEGER);
    for (Match match : matches) {
      if (match.target() != NOBODY) {
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
