package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.chart.SkyChart;
import org.mastshell.chart.SkyView;
import org.mastshell.language.Arguments;
import org.mastshell.language.PlacesOnSky;
import org.mastshell.language.Position;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.sky.SkyField;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyText;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Draws where observations lie on the sky. */
final class SkyPlot {
  private static final double LEAST_RADIUS = 0.5 / 60;
  private static final double AROUND_ROW = 2;

  private final Arguments arguments;
  private final PlottedRows plotted;
  private final boolean plain;
  private final Table all;
  private final SkyFootprint[] footprints;
  private final int pointsAlone;

  SkyPlot(Arguments arguments, PlottedRows plotted) {
    this.arguments = arguments;
    this.plotted = plotted;
    this.plain = plotted.set().kind() == SetKind.ROWS || plotted.set().kind() == SetKind.CATALOG;
    this.all = plotted.observations();
    new PlotColumns(all).requirePlaces();
    SkyPlaces places = new SkyPlaces(all, plain);
    footprints = new SkyFootprint[all.size()];
    for (int row = 0; row < footprints.length; row++) {
      footprints[row] = places.of(row).orElse(null);
    }
    pointsAlone = places.points();
  }

  // A footprint is one object however often it is listed, and compared as such.
  private record Outline(SkyFootprint footprint, int group) {}

  /** How many rows of a field have each outline. */
  private record Drawn(RowGroups groups, Map<Outline, Integer> outlines) {}

  private List<String> usual(Table rows) {
    if (plain) {
      return List.of();
    }
    Column missions = rows.column(Subject.column("obs_collection"));
    for (int row = 1; row < rows.size(); row++) {
      String one = missions.text(row);
      if (one != null && !one.equals(missions.text(0))) {
        return List.of("obs_collection");
      }
    }
    return List.of("instrument_name");
  }

  Plotted plot() {
    requireOneView();
    int[] placed =
        IntStream.range(0, footprints.length).filter(row -> footprints[row] != null).toArray();
    List<String> notes = notes(placed.length);
    if (placed.length == 0) {
      return new Plotted(Optional.empty(), data(drawn(placed), List.of()), notes);
    }
    SkyView view = view(Arrays.stream(placed).mapToObj(row -> footprints[row]).distinct().toList());
    int[] inside = within(view, placed);
    if (inside.length < placed.length) {
      notes.add(
          Counts.text(placed.length - inside.length)
              + " of "
              + Counts.text(placed.length)
              + " lie outside of this field: plot sky without --center and --radius shows them");
    }
    Drawn drawn = drawn(inside);
    List<SkyChart.Mark> marks = marks(drawn);
    String title = title(view, inside.length, placed.length);
    SkyChart chart = new SkyChart(title, view, drawn.groups().legend(), marks);
    return new Plotted(Optional.of(chart), data(drawn, marks), notes);
  }

  private int[] within(SkyView view, int... placed) {
    if (!view.bounded()) {
      return placed;
    }
    IdentityHashMap<SkyFootprint, Boolean> known = new IdentityHashMap<>();
    return Arrays.stream(placed)
        .filter(row -> known.computeIfAbsent(footprints[row], view::meets))
        .toArray();
  }

  private Drawn drawn(int... chosen) {
    Table rows = chosen.length == all.size() ? all : all.select(chosen);
    RowGroups groups = RowGroups.of(rows, plotted.by(usual(rows)));
    Map<Outline, Integer> outlines = new LinkedHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      outlines.merge(new Outline(footprints[chosen[i]], groups.of(i)), 1, Integer::sum);
    }
    return new Drawn(groups, outlines);
  }

  private void requireOneView() {
    Word all = arguments.options().get("all-sky");
    if (all != null && (arguments.has("center") || arguments.has("radius"))) {
      throw all.fault(
          arguments.command().line(),
          "--all-sky has neither a centre nor a radius",
          "take one of them away");
    }
  }

  private List<String> notes(int placed) {
    List<String> notes = new ArrayList<>();
    if (pointsAlone > 0 && !plain) {
      notes.add(
          Counts.text(pointsAlone)
              + " of "
              + Counts.text(all.size())
              + " without a footprint: drawn as points");
    }
    if (placed < all.size()) {
      notes.add(
          Counts.text(all.size() - placed)
              + " of "
              + Counts.text(all.size())
              + " without a footprint or a position: not drawn");
    }
    if (plain && placed == 0) {
      notes.add("plain rows are drawn where their columns ra and dec say, in degrees");
    }
    return notes;
  }

  private AnswerTable data(Drawn drawn, List<SkyChart.Mark> marks) {
    AnswerTable table =
        new AnswerTable()
            .text("group", "what --by names, or the instrument or mission")
            .whole(plain ? "rows" : "observations", "how many have this footprint")
            .decimal("ra", "deg", "right ascension of its middle, ICRS")
            .decimal("dec", "deg", "declination of its middle, ICRS")
            .decimal("reach", "deg", "no corner is farther from the middle than this");
    Iterator<Outline> outlines = drawn.outlines().keySet().iterator();
    for (SkyChart.Mark mark : marks) {
      SkyVector middle = mark.middle();
      table.row(
          drawn.groups().exact(outlines.next().group()),
          mark.count(),
          middle.ra(),
          middle.dec(),
          mark.reach());
    }
    return table;
  }

  private static List<SkyChart.Mark> marks(Drawn drawn) {
    List<SkyChart.Mark> marks = new ArrayList<>(drawn.outlines().size());
    drawn
        .outlines()
        .forEach(
            (outline, count) -> {
              SkyVector middle = outline.footprint().middle();
              marks.add(
                  new SkyChart.Mark(
                      outline.footprint().edges(),
                      middle,
                      outline.footprint().reach(middle),
                      drawn.groups().series(outline.group()),
                      count));
            });
    return marks;
  }

  private SkyView view(List<SkyFootprint> outlines) {
    if (arguments.has("all-sky")) {
      return SkyView.allSky();
    }
    String line = arguments.command().line();
    Word center = arguments.options().get("center");
    Word radius = arguments.options().get("radius");
    if (radius == null) {
      return center == null
          ? SkyView.holding(outlines, LEAST_RADIUS)
          : SkyView.of(centred(center, line));
    }
    SkyVector middle =
        center == null ? SkyField.around(outlines).centre() : centred(center, line).centre();
    double degrees = PlacesOnSky.radius(radius, line);
    if (degrees > SkyView.WIDEST) {
      throw radius.fault(
          line,
          "a field has a radius of " + Math.round(SkyView.WIDEST) + "deg at most",
          "plot sky --all-sky shows the whole sky");
    }
    return SkyView.of(new SkyField(middle, degrees));
  }

  private SkyField centred(Word center, String line) {
    if (!center.text().matches("\\d+")) {
      Position.Coordinates at = PlacesOnSky.point(center, line);
      return new SkyField(SkyVector.of(at.ra(), at.dec()), at.radiusDegrees());
    }
    Table set = plotted.whole();
    int row = new RowNumberOption(center, line).in(set.size());
    SkyFootprint footprint =
        new SkyPlaces(set, plain)
            .of(row)
            .orElseThrow(
                () ->
                    center.fault(
                        line,
                        "row " + center.text() + " has no place on the sky",
                        "--center takes another row, or a position such as \"80.49 -69.5\""));
    double reach = footprint.reach(footprint.middle());
    return new SkyField(footprint.middle(), Math.max(LEAST_RADIUS, reach * AROUND_ROW));
  }

  private String title(SkyView view, int inside, int placed) {
    String of = inside < placed ? Counts.text(inside) + " of " : "";
    String count =
        of
            + (plain
                ? Counts.of(placed, "row", "rows")
                : Counts.of(placed, "observation", "observations"));
    return view.field()
        .map(
            field ->
                count
                    + " around "
                    + SkyText.position(field.centre())
                    + ", field "
                    + SkyText.size(view.width())
                    + " × "
                    + SkyText.size(view.height()))
        .orElse(count + " on the whole sky (Aitoff, 0h in the middle)");
  }
}
