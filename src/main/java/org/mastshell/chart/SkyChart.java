package org.mastshell.chart;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.chart.Surface.Anchor;
import org.mastshell.sky.PlanePoint;
import org.mastshell.sky.SkyField;
import org.mastshell.sky.SkyText;
import org.mastshell.sky.SkyVector;

/** Outlines of observations on the sky: north up, east to the left. */
public final class SkyChart implements Chart {
  private static final int FEW = 500;
  private static final double LARGEST_DOT = 3.5;
  private static final double LEAST_DOT = 1.5;
  private static final long SCATTERING = 0x9E3779B97F4A7C15L;
  // A field is drawn as wide as its surface, but no wider than so many times its height.
  private static final double WIDEST = 2.2;

  private final String title;
  private final SkyView view;
  private final Legend legend;
  private final List<Mark> marks;

  /**
   * @param view which part of the sky
   * @param legend the groups that marks belong to
   * @param marks what is drawn; those of large groups are drawn first
   */
  public SkyChart(String title, SkyView view, Legend legend, List<Mark> marks) {
    this.title = title;
    this.view = view;
    this.legend = legend;
    this.marks =
        marks.stream()
            .sorted(Comparator.comparingInt(mark -> -legend.entries().get(mark.series()).count()))
            .toList();
  }

  /**
   * An outline that is drawn once, however many observations have it.
   *
   * @param edges of its shapes, each corner joined with the next and the last with the first
   * @param middle of the outline
   * @param reach no corner is farther from the middle than this, degrees
   * @param series to which group of the legend it belongs
   * @param count how many observations have it
   */
  public record Mark(
      List<List<SkyVector>> edges, SkyVector middle, double reach, int series, int count) {
    /** Keeps its own copies. */
    public Mark {
      edges = List.copyOf(edges);
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    String where =
        view.field()
            .map(
                field ->
                    "A field of the sky around "
                        + SkyText.position(field.centre())
                        + ", "
                        + SkyText.size(view.width())
                        + " by "
                        + SkyText.size(view.height())
                        + ", north up, east to the left")
            .orElse(
                "The whole sky in Aitoff projection, right ascension 0h in the middle,"
                    + " increasing to the left");
    return where + ". Outlines of observations: " + legend.words() + ".";
  }

  @Override
  public int lines(int most, int columns) {
    int heading = title.length() > columns ? 3 : 2;
    int wanted =
        view.field().isPresent()
            ? (int) Math.ceil(columns / 2.0 * view.halfHeight() / view.halfWidth())
            : columns / 4 + 1;
    return Math.min(most, wanted + heading + 2);
  }

  @Override
  public void draw(Surface plain) {
    NotedSurface surface = new NotedSurface(plain);
    double line = surface.lineHeight();
    boolean fine = surface.dot() < line / 8;
    double top = legend.draw(surface, Fit.title(surface, title) + (fine ? line / 4 : 0));
    top += fine ? line / 2 : 0;
    SkyPlane plane = view.field().isPresent() ? field(surface, top) : allSky(surface, top);
    Set<Long> seen = new HashSet<>();
    boolean few = marks.size() <= FEW;
    for (Mark mark : marks) {
      draw(surface, plane, mark, seen, few);
    }
    String caption = counts(surface, plane).caption();
    surface.text(
        0,
        surface.height() - line,
        Anchor.START,
        Fit.within(surface, caption, surface.width()),
        Ink.FAINT);
  }

  private SkyPlane field(Surface surface, double top) {
    double line = surface.lineHeight();
    SkyField field = view.field().orElseThrow();
    double step = SkyGrid.parallelStep(surface, (surface.height() - top) / (2 * view.halfHeight()));
    String label = SkyText.declination(field.centre().dec(), step);
    double left = surface.textWidth(label + "  ");
    double bottom = surface.height() - 2.5 * line;
    double height = bottom - top;
    double width = Math.min(surface.width() - left - surface.textWidth("  "), WIDEST * height);
    if (view.bounded()) {
      double scale = Math.min(width / view.halfWidth(), height / view.halfHeight());
      width = scale * view.halfWidth();
      height = scale * view.halfHeight();
    }
    Window window = new Window(left, top, width, height);
    SkyPlane plane = new SkyPlane(view, window);
    double seen = Math.hypot(width, height) / 2 / plane.scale();
    double radius = Math.toDegrees(Math.atan(Math.toRadians(seen)));
    new SkyGrid(surface, plane, new SkyField(field.centre(), radius)).draw();
    surface.path(
        new double[] {window.left(), window.right(), window.right(), window.left()},
        new double[] {window.top(), window.top(), window.bottom(), window.bottom()},
        true,
        Ink.FRAME,
        window);
    return plane;
  }

  private SkyPlane allSky(Surface surface, double top) {
    double margin = surface.textWidth("+60° ");
    double half = surface.lineHeight() / 4;
    Window window =
        new Window(
            margin,
            top + half,
            surface.width() - 2 * margin,
            surface.height() - top - surface.lineHeight() - 2 * half - surface.dot());
    SkyPlane plane = new SkyPlane(view, window);
    new AllSkyGrid(surface, plane).draw();
    return plane;
  }

  // The dots of large groups are larger, so that those upon them hide nothing.
  private static void point(
      Surface surface, SkyPlane plane, PlanePoint place, Ink ink, boolean few) {
    boolean fine = surface.dot() < surface.lineHeight() / 8;
    double size = surface.dot() * Math.max(LEAST_DOT, LARGEST_DOT - ink.series());
    if (!fine || !few) {
      surface.point(place.x(), place.y(), ink, plane.window());
    } else if (plane.window().contains(place.x(), place.y())) {
      surface.bar(new Window(place.x() - size / 2, place.y() - size / 2, size, size), ink);
    }
  }

  private static void draw(
      Surface surface, SkyPlane plane, Mark mark, Set<Long> seen, boolean few) {
    Ink ink = Ink.series(mark.series());
    if (mark.reach() * plane.scale() < surface.dot()) {
      Optional<PlanePoint> place = plane.place(mark.middle());
      // Of many in one dot, one is enough.
      if (place.isPresent() && seen.add(dot(surface, place.get(), mark.series()))) {
        point(surface, plane, place.get(), ink, few);
      }
      return;
    }
    for (List<SkyVector> edge : mark.edges()) {
      if (edge.size() == 1) {
        plane.place(edge.get(0)).ifPresent(place -> point(surface, plane, place, ink, few));
      } else {
        outline(surface, plane, edge, ink, few);
      }
    }
  }

  private static void outline(
      Surface surface, SkyPlane plane, List<SkyVector> edge, Ink ink, boolean few) {
    List<SkyPlane.Line> lines = plane.lines(edge, true);
    // What is cut has no inside that could be told from its outside.
    if (few && lines.size() == 1 && edge.stream().allMatch(one -> plane.place(one).isPresent())) {
      surface.shade(lines.get(0).xs(), lines.get(0).ys(), ink, plane.window());
    }
    for (SkyPlane.Line line : lines) {
      surface.path(line.xs(), line.ys(), false, ink, plane.window());
    }
  }

  private static long dot(Surface surface, PlanePoint place, int series) {
    long x = Math.round(place.x() / surface.dot());
    long y = Math.round(place.y() / surface.dot());
    // The halves of a number are laid over each other to find its place among others: times this
    // one, no two places on the surface fall together for that.
    return (((long) series << 56) ^ (x << 28) ^ (y & 0xFFFFFFFL)) * SCATTERING;
  }

  private SkyCounts counts(NotedSurface surface, SkyPlane plane) {
    SkyCrowds crowds = new SkyCrowds(view);
    for (Mark mark : marks) {
      plane
          .project(mark.middle())
          .filter(place -> plane.shows(place))
          .ifPresent(place -> crowds.add(mark, place));
    }
    boolean letters = !surface.tellsInks() && legend.entries().size() > 1;
    SkyCounts counts = new SkyCounts(surface, plane, letters);
    counts.draw(crowds.all());
    return counts;
  }
}
