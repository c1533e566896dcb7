package org.mastshell.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;

/** The numbers on pictures of the sky, with letters of any width. */
class SkyNumbersTest {
  private static final Pattern LEFT = Pattern.compile("([0-9,]+) observations?\\)");

  /** A chart with how many observations it has, of which no place has only one. */
  private record Sky(SkyChart chart, long observations) {}

  @Property(tries = 100)
  void numbersAddUpAndHideNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 80) int places,
      @ForAll @IntRange(min = 1, max = 3) int groups,
      @ForAll boolean inks,
      @ForAll @IntRange(min = 5, max = 14) int letter) {
    Sky sky = sky(new Random(seed), places, groups);
    WrittenSurface surface = new WrittenSurface(800, 500, letter, inks);
    sky.chart().draw(surface);
    long counted = surface.numbers().stream().mapToLong(WrittenSurface.Text::count).sum();
    assertThat(counted + left(surface)).isEqualTo(sky.observations());
    for (WrittenSurface.Text number : surface.numbers()) {
      assertThat(surface.dots()).noneMatch(dot -> dot.meets(number.box()));
      // It meets itself alone.
      assertThat(surface.texts()).filteredOn(text -> text.box().meets(number.box())).hasSize(1);
    }
  }

  @Test
  void theSameDataHaveTheSameNumbersWhateverTheLetters() {
    Sky sky = sky(new Random(7), 12, 2);
    WrittenSurface narrow = new WrittenSurface(1176, 776, 8, true);
    WrittenSurface wide = new WrittenSurface(1176, 776, 10, true);
    sky.chart().draw(narrow);
    sky.chart().draw(wide);
    assertThat(numbers(wide)).isEqualTo(numbers(narrow)).isNotEmpty();
    assertThat(left(narrow)).isZero();
  }

  @Test
  void aLargerPictureHasRoomForMoreNumbers() {
    Sky sky = sky(new Random(3), 250, 1);
    WrittenSurface small = new WrittenSurface(800, 500, 8, true);
    WrittenSurface large = new WrittenSurface(4000, 2500, 8, true);
    sky.chart().draw(small);
    sky.chart().draw(large);
    assertThat(small.numbers().size()).isGreaterThanOrEqualTo(60);
    assertThat(large.numbers().size()).isGreaterThan(150);
  }

  private static List<String> numbers(WrittenSurface surface) {
    return surface.numbers().stream()
        .map(text -> text.ink().series() + ": " + text.text())
        .sorted()
        .toList();
  }

  private static long left(WrittenSurface surface) {
    Matcher said = LEFT.matcher(surface.texts().get(surface.texts().size() - 1).text());
    return said.find() ? Long.parseLong(said.group(1).replace(",", "")) : 0;
  }

  private static Sky sky(Random random, int places, int groups) {
    List<SkyChart.Mark> marks = new ArrayList<>();
    int[] counts = new int[groups];
    for (int i = 0; i < places; i++) {
      double ra = random.nextInt(36) * 10 + random.nextDouble();
      double dec = random.nextInt(16) * 10 - 75 + random.nextDouble();
      SkyFootprint point = SkyFootprint.read("POSITION " + ra + " " + dec).orElseThrow();
      int group = random.nextInt(groups);
      int count = 2 + random.nextInt(300);
      counts[group] += count;
      SkyVector middle = point.middle();
      marks.add(new SkyChart.Mark(point.edges(), middle, 0, group, count));
    }
    List<Legend.Entry> entries = new ArrayList<>();
    long all = 0;
    for (int count : counts) {
      entries.add(new Legend.Entry("group", count));
      all += count;
    }
    return new Sky(new SkyChart("title", SkyView.allSky(), new Legend(entries), marks), all);
  }
}
