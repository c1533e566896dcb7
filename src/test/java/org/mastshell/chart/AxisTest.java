package org.mastshell.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final double MJD_2022 = 59580;

  @Test
  void numbersAreMarkedAtRoundOnes() {
    assertThat(labels(new NumberAxis(0, 97, false, "", AxisTest::whole), 60))
        .containsExactly("0", "10", "20", "30", "40", "50", "60", "70", "80", "90");
    assertThat(labels(new NumberAxis(0, 97, false, "", AxisTest::whole), 20))
        .containsExactly("0", "20", "40", "60", "80");
    assertThat(labels(new NumberAxis(90, 20_000, true, "", AxisTest::whole), 30))
        .containsExactly("100", "300", "1000", "3000", "10000");
  }

  @Test
  void wholeNumbersAreMarkedAtWholeOnes() {
    assertThat(labels(wholes(-1.5, 4.5, false), 200))
        .containsExactly("-1", "0", "1", "2", "3", "4");
    assertThat(labels(wholes(-1.5, 4.5, false), 12)).containsExactly("0", "2", "4");
    assertThat(labels(wholes(2.5, 3.5, false), 200)).containsExactly("3");
    assertThat(labels(wholes(0.5, 30.5, true), 200))
        .containsExactly("1", "2", "3", "4", "5", "6", "8", "10", "20", "30");
    assertThat(labels(wholes(6.5, 7.5, true), 200)).containsExactly("7");
    assertThat(labels(wholes(6.5, 9.5, true), 4)).containsExactly("8");
  }

  private static NumberAxis wholes(double low, double high, boolean log) {
    return new NumberAxis(
            low, high, log, "", value -> String.valueOf((float) value).replace(".0", ""))
        .ofWholeNumbers();
  }

  @Test
  void linesWithoutAnEndAreNowhere() {
    Window window = new Window(0, 0, 10, 10);
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -Double.MAX_VALUE}) {
      assertThat(window.clipped(Double.MAX_VALUE, 5, odd, 5)).isEmpty();
    }
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(window.clipped(odd, 5, 1, 5)).isEmpty();
      assertThat(window.clipped(1, odd, 1, 5)).isEmpty();
      assertThat(window.clipped(1, 5, 1, odd)).isEmpty();
      assertThat(window.clipped(odd, odd, odd, odd)).isEmpty();
    }
  }

  @Test
  void datesAreMarkedAtThoseOfTheCalendar() {
    assertThat(labels(new DateAxis(MJD_2022, MJD_2022 + 400, ""), 60))
        .containsExactly("2022-01", "2022-04", "2022-07", "2022-10", "2023-01");
    assertThat(labels(new DateAxis(MJD_2022, MJD_2022 + 0.5, ""), 60))
        .containsExactly("01-01 00:00", "01-01 03:00", "01-01 06:00", "01-01 09:00", "01-01 12:00");
    assertThat(labels(new DateAxis(MJD_2022, MJD_2022 + 10_000, ""), 60)).contains("2030", "2040");
  }

  @Property
  void marksLieOnTheAxisAndBesideEachOther(
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e7) double range,
      @ForAll boolean log,
      @ForAll @IntRange(min = 10, max = 300) int room) {
    requireOrder(new NumberAxis(low, low + range, log, "", v -> String.valueOf((float) v)), room);
  }

  @Property
  void datesLieOnTheAxisAndBesideEachOther(
      @ForAll @DoubleRange(min = 20_000, max = 80_000) double low,
      @ForAll @DoubleRange(min = 0.01, max = 40_000) double range,
      @ForAll @IntRange(min = 20, max = 300) int room) {
    requireOrder(new DateAxis(low, low + range, ""), room);
  }

  private static void requireOrder(Axis axis, int room) {
    double free = Double.NEGATIVE_INFINITY;
    List<Axis.Tick> ticks = axis.ticks(room, text -> text.length() + 2);
    for (Axis.Tick tick : ticks) {
      assertThat(axis.place(tick.value())).isBetween(-1e-6, 1 + 1e-6);
      double half = (tick.label().length() + 2) / 2.0;
      double middle = axis.place(tick.value()) * room;
      if (ticks.size() > 1) {
        assertThat(middle - half).isGreaterThanOrEqualTo(free);
      }
      free = middle + half;
    }
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static List<String> labels(Axis axis, int room) {
    return axis.ticks(room, text -> text.length() + 2).stream().map(Axis.Tick::label).toList();
  }
}
