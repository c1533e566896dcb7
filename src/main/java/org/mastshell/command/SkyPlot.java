package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Draws where observations lie on the sky. */
final class SkyPlot {
  private static final double LEAST_RADIUS = 0.5 / 60;
  private static final double AROUND_ROW = 2;
  private static final double POLE = 90;

  private final Arguments arguments;
  private final PlottedRows plotted;
  private final Table rows;
  private final RowGroups groups;
  private final Map<String, Optional<SkyFootprint>> read = new HashMap<>();
  private final Map<Outline, Integer> outlines = new LinkedHashMap<>();
  private int pointsAlone;
  private int nowhere;

  SkyPlot(Arguments arguments, PlottedRows plotted) {
    this.arguments = arguments;
    this.plotted = plotted;
    this.rows = plotted.observations();
    this.groups = RowGroups.of(rows, plotted.by(List.of(usual(rows))));
  }

  // A footprint is one object however often it is listed, and compared as such.
  private record Outline(SkyFootprint footprint, int group) {}

  private static String usual(Table rows) {
    Column missions = rows.column(Subject.column("obs_collection"));
    for (int row = 1; row < rows.size(); row++) {
      String one = missions.text(row);
      if (one != null && !one.equals(missions.text(0))) {
        return "obs_collection";
      }
    }
    return "instrument_name";
  }

  Plotted plot() {
    requireOneView();
    collect();
    List<SkyChart.Mark> marks = marks();
    AnswerTable data = data(marks);
    List<String> notes = notes();
    if (outlines.isEmpty()) {
      return new Plotted(Optional.empty(), data, notes);
    }
    List<SkyFootprint> footprints = outlines.keySet().stream().map(Outline::footprint).toList();
    SkyView view = view(footprints);
    view.field().ifPresent(field -> beyond(field, marks).ifPresent(notes::add));
    SkyChart chart = new SkyChart(title(view), view, groups.legend(), marks);
    return new Plotted(Optional.of(chart), data, notes);
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

  private void collect() {
    Column regions = rows.column(Subject.column("s_region"));
    Column ra = rows.column(Subject.column("s_ra"));
    Column dec = rows.column(Subject.column("s_dec"));
    for (int row = 0; row < rows.size(); row++) {
      String region = regions.text(row);
      SkyFootprint footprint =
          region == null ? null : read.computeIfAbsent(region, SkyFootprint::read).orElse(null);
      if (footprint == null) {
        footprint = point(ra.number(row), dec.number(row));
      }
      if (footprint == null) {
        nowhere++;
      } else {
        outlines.merge(new Outline(footprint, groups.of(row)), 1, Integer::sum);
      }
    }
    // Hundreds of thousands of entries, which nobody looks up again.
    read.clear();
  }

  private SkyFootprint point(double ra, double dec) {
    if (Double.isNaN(ra) || !(Math.abs(dec) <= POLE)) {
      return null;
    }
    // Written and compared as a region, so that the same place is drawn once.
    SkyFootprint point =
        read.computeIfAbsent("POSITION " + ra + " " + dec, SkyFootprint::read).orElse(null);
    pointsAlone += point == null ? 0 : 1;
    return point;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (pointsAlone > 0) {
      notes.add(
          Counts.text(pointsAlone)
              + " of "
              + Counts.text(rows.size())
              + " without a footprint: drawn as points");
    }
    if (nowhere > 0) {
      notes.add(
          Counts.text(nowhere)
              + " of "
              + Counts.text(rows.size())
              + " without a footprint or a position: not drawn");
    }
    return notes;
  }

  private static Optional<String> beyond(SkyField field, List<SkyChart.Mark> marks) {
    long all = 0;
    long outside = 0;
    for (SkyChart.Mark mark : marks) {
      all += mark.count();
      boolean out = mark.middle().separation(field.centre()) > field.radius() + mark.reach();
      outside += out ? mark.count() : 0;
    }
    return outside == 0
        ? Optional.empty()
        : Optional.of(
            Counts.text(outside)
                + " of "
                + Counts.text(all)
                + " lie outside of this field: plot sky without --center and --radius shows them");
  }

  private AnswerTable data(List<SkyChart.Mark> marks) {
    AnswerTable table =
        new AnswerTable()
            .text("group", "what --by names, or the instrument or mission")
            .whole("observations", "how many have this footprint")
            .decimal("ra", "deg", "right ascension of its middle, ICRS")
            .decimal("dec", "deg", "declination of its middle, ICRS")
            .decimal("reach", "deg", "no corner is farther from the middle than this");
    Iterator<SkyChart.Mark> drawn = marks.iterator();
    for (Outline outline : outlines.keySet()) {
      SkyChart.Mark mark = drawn.next();
      SkyVector middle = mark.middle();
      table.row(
          groups.name(outline.group()), mark.count(), middle.ra(), middle.dec(), mark.reach());
    }
    return table;
  }

  private List<SkyChart.Mark> marks() {
    List<SkyChart.Mark> marks = new ArrayList<>(outlines.size());
    outlines.forEach(
        (outline, count) -> {
          SkyVector middle = outline.footprint().middle();
          marks.add(
              new SkyChart.Mark(
                  outline.footprint().edges(),
                  middle,
                  outline.footprint().reach(middle),
                  groups.series(outline.group()),
                  count));
        });
    return marks;
  }

  private SkyView view(List<SkyFootprint> footprints) {
    if (arguments.has("all-sky")) {
      return SkyView.allSky();
    }
    String line = arguments.command().line();
    Word center = arguments.options().get("center");
    Word radius = arguments.options().get("radius");
    if (radius == null) {
      return center == null
          ? SkyView.holding(footprints, LEAST_RADIUS)
          : SkyView.of(centred(center, line));
    }
    SkyVector middle =
        center == null ? SkyField.around(footprints).centre() : centred(center, line).centre();
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
    Table set = plotted.set().table();
    int row = new RowNumberOption(center, line).in(set.size());
    SkyFootprint footprint =
        SkyFootprint.read(set.text(row, "s_region"))
            .or(
                () ->
                    Optional.ofNullable(
                        point(
                            set.column(Subject.column("s_ra")).number(row),
                            set.column(Subject.column("s_dec")).number(row))))
            .orElseThrow(
                () ->
                    center.fault(
                        line,
                        "row " + center.text() + " has no place on the sky",
                        "--center takes another row, or a position such as \"80.49 -69.5\""));
    double reach = footprint.reach(footprint.middle());
    return new SkyField(footprint.middle(), Math.max(LEAST_RADIUS, reach * AROUND_ROW));
  }

  private String title(SkyView view) {
    String count = Counts.of((long) rows.size() - nowhere, "observation", "observations");
    return view.field()
        .map(
            field ->
                count
                    + " around "
                    + SkyText.position(field.centre())
                    + ", field "
                    + SkyText.size(2 * view.halfWidth())
                    + " × "
                    + SkyText.size(2 * view.halfHeight()))
        .orElse(count + " on the whole sky (Aitoff, 0h in the middle)");
  }
}
