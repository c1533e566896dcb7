package org.mastshell.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.chart.Axis;
import org.mastshell.chart.BarChart;
import org.mastshell.chart.Chart;
import org.mastshell.chart.DateAxis;
import org.mastshell.chart.Ink;
import org.mastshell.chart.Legend;
import org.mastshell.chart.NumberAxis;
import org.mastshell.chart.SkyChart;
import org.mastshell.chart.SkyView;
import org.mastshell.chart.SpanChart;
import org.mastshell.formats.Format;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;

class ChartGoldenTest {
  private static final List<String> FIELD =
      List.of(
          "POLYGON ICRS 359.95 -0.05 0.05 -0.05 0.05 0.05 359.95 0.05",
          "POLYGON ICRS 0.02 0.02 0.12 0.02 0.12 0.12 0.02 0.12",
          "CIRCLE ICRS 359.9 0.08 0.03",
          "POSITION 0.1 -0.04");
  private static final List<String> ALL_SKY =
      List.of(
          "POLYGON ICRS 0 80 90 80 180 80 270 80",
          "POLYGON ICRS 170 -20 190 -20 190 10 170 10",
          "CIRCLE ICRS 80 -69 12",
          "POSITION 266.4 -29",
          "POSITION 10.7 41.3");

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void field(int width) throws IOException {
    Golden.check("sky-field-" + width, drawn(width, Styles.PLAIN, sky(FIELD)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void allSky(int width) throws IOException {
    Golden.check("sky-all-" + width, drawn(width, Styles.PLAIN, sky(ALL_SKY)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void spans(int width) throws IOException {
    Golden.check("spans-" + width, drawn(width, Styles.PLAIN, spans()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void bars(int width) throws IOException {
    Golden.check("chart-bars-" + width, drawn(width, Styles.PLAIN, bars()));
  }

  @Test
  void toNoTerminal() throws IOException {
    PlainStreams streams = new PlainStreams();
    for (Chart chart : charts()) {
      new Presenter(streams.console(), Styles.PLAIN).show(Answer.of(part(chart)));
    }
    Golden.check("charts-plain", streams.out());
  }

  @Test
  void inColor() throws IOException {
    Golden.check("sky-color-60", drawn(60, Styles.COLORED, sky(FIELD)).replace('\u001b', '^'));
  }

  @Test
  void inAscii() throws IOException {
    Style ascii = new Style(Format.TABLE, false, true, false, false, PictureMode.ASCII);
    Golden.check(
        "charts-ascii-60",
        drawn(60, ascii, sky(FIELD)) + drawn(60, ascii, spans()) + drawn(60, ascii, bars()));
  }

  static Chart sky(List<String> regions) {
    List<SkyFootprint> footprints =
        regions.stream().map(region -> SkyFootprint.read(region).orElseThrow()).toList();
    List<SkyChart.Mark> marks = new ArrayList<>();
    for (int i = 0; i < footprints.size(); i++) {
      SkyFootprint one = footprints.get(i);
      SkyVector middle = one.middle();
      marks.add(new SkyChart.Mark(one.edges(), middle, one.reach(middle), i % 2, i == 0 ? 12 : 1));
    }
    return new SkyChart(
        regions.size() + " outlines",
        SkyView.holding(footprints, 0.01),
        new Legend(
            List.of(new Legend.Entry("NIRCAM/IMAGE", 1200), new Legend.Entry("\u001b[31m大型", 2))),
        marks);
  }

  static Chart spans() {
    double[] from = {59700, 59710, 59710.2, 59730};
    double[] to = {59705, 59716, 59716, 59730};
    Axis axis = new DateAxis(59690, 59740, "2022, UTC");
    return new SpanChart(
        "seven observations along time",
        axis,
        List.of(
            new SpanChart.Lane("NIRCAM/IMAGE", from, to, Ink.series(0)),
            new SpanChart.Lane(
                "MIRI",
                new double[] {59720, 59721, 59722},
                new double[] {59721, 59722, 59735},
                Ink.series(1))),
        true);
  }

  static Chart bars() {
    List<BarChart.Bin> bins = new ArrayList<>();
    int[] counts = {3, 1200, 640, 0, 17, 80, 333};
    for (int i = 0; i < counts.length; i++) {
      bins.add(new BarChart.Bin(i * 100, (i + 1) * 100, counts[i]));
    }
    return new BarChart(
        "t_exptime of 2,273 rows",
        new NumberAxis(0, 700, false, "t_exptime, s", value -> String.valueOf(Math.round(value))),
        bins);
  }

  /** One of each kind. */
  static List<Chart> charts() {
    return List.of(sky(FIELD), sky(ALL_SKY), spans(), bars());
  }

  private static Part part(Chart chart) {
    return new Part.Picture(chart, Observations.rows(false, 1, false));
  }

  private static String drawn(int width, Style style, Chart chart) {
    ScreenConsole screen = new ScreenConsole(width, 26);
    new Presenter(screen, style).show(Answer.of(part(chart)));
    return screen.shown();
  }
}
