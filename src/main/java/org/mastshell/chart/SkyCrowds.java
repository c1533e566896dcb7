package org.mastshell.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.sky.PlanePoint;

/**
 * Observations of one group that lie together. What lies together is a matter of the plane, not of
 * the surface, so that the same data have the same numbers wherever they are drawn.
 */
final class SkyCrowds {
  // The widest side of a view has room for so many of them.
  private static final double ACROSS = 40;
  private static final int HALVES = 2;

  private final double radius;
  private final Map<Cell, Crowd> spots = new HashMap<>();

  SkyCrowds(SkyView view) {
    radius = 2 * Math.max(view.halfWidth(), view.halfHeight()) / ACROSS;
  }

  private record Cell(int series, int column, int row) {}

  /**
   * Observations of one group near each other.
   *
   * @param series the group, as a place in the legend
   * @param count how many
   * @param left the least x of their middles, on the plane
   * @param right the greatest one
   * @param low the least y
   * @param high the greatest one
   * @param reach of the largest outline, degrees
   */
  record Crowd(
      int series, int count, double left, double right, double low, double high, double reach) {

    private static Crowd of(SkyChart.Mark mark, PlanePoint place) {
      return new Crowd(
          mark.series(), mark.count(), place.x(), place.x(), place.y(), place.y(), mark.reach());
    }

    PlanePoint middle() {
      return new PlanePoint((left + right) / 2, (low + high) / 2);
    }

    private Crowd with(Crowd other) {
      return new Crowd(
          series,
          count + other.count,
          Math.min(left, other.left),
          Math.max(right, other.right),
          Math.min(low, other.low),
          Math.max(high, other.high),
          Math.max(reach, other.reach));
    }

    private double distance(Crowd other) {
      return Math.hypot(middle().x() - other.middle().x(), middle().y() - other.middle().y());
    }
  }

  /** Adds an outline with its middle. */
  void add(SkyChart.Mark mark, PlanePoint place) {
    spots.merge(cell(mark.series(), place), Crowd.of(mark, place), Crowd::with);
  }

  private Cell cell(int series, PlanePoint place) {
    return new Cell(
        series,
        (int) Math.floor(place.x() * HALVES / radius),
        (int) Math.floor(place.y() * HALVES / radius));
  }

  /** All of them, the largest first; each observation is in one. */
  List<Crowd> all() {
    Comparator<Map.Entry<Cell, Crowd>> largest =
        Comparator.comparingInt(entry -> -entry.getValue().count());
    List<Cell> order =
        spots.entrySet().stream()
            .sorted(
                largest
                    .thenComparing(entry -> entry.getValue().series())
                    .thenComparing(entry -> entry.getValue().left())
                    .thenComparing(entry -> entry.getValue().low()))
            .map(Map.Entry::getKey)
            .toList();
    Map<Cell, Crowd> left = new HashMap<>(spots);
    List<Crowd> crowds = new ArrayList<>();
    for (Cell cell : order) {
      Optional.ofNullable(left.remove(cell))
          .ifPresent(spot -> crowds.add(gathered(cell, spot, left)));
    }
    crowds.sort(Comparator.comparingInt(crowd -> -crowd.count()));
    return crowds;
  }

  private Crowd gathered(Cell cell, Crowd spot, Map<Cell, Crowd> left) {
    Crowd crowd = spot;
    for (int row = cell.row() - HALVES - 1; row <= cell.row() + HALVES + 1; row++) {
      for (int column = cell.column() - HALVES - 1;
          column <= cell.column() + HALVES + 1;
          column++) {
        Cell near = new Cell(cell.series(), column, row);
        Crowd other = left.get(near);
        if (other != null && spot.distance(other) <= radius) {
          crowd = crowd.with(other);
          left.remove(near);
        }
      }
    }
    return crowd;
  }
}
