package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mastshell.chart.Chart;
import org.mastshell.chart.PictureSize;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.Raster;
import org.mastshell.formats.Format;
import org.mastshell.output.Graphics.Protocol;

class TerminalPicturesTest {
  private static final Pattern PIECE =
      Pattern.compile("\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\\\");

  @Test
  void kittyGetsAPngInPieces() throws IOException {
    Raster raster = noise(90, 70, 1 << 24);
    String sent = KittyPicture.of(Pictures.png(raster), 9, 4);
    Matcher piece = PIECE.matcher(sent);
    StringBuilder data = new StringBuilder();
    int pieces = 0;
    while (piece.find()) {
      boolean last = piece.end() == sent.length();
      assertThat(piece.group(1)).endsWith(last ? "m=0" : "m=1");
      assertThat(piece.group(1).startsWith("a=T,f=100,q=2,c=9,r=4,")).isEqualTo(pieces == 0);
      assertThat(piece.group(2).length()).isLessThanOrEqualTo(4096);
      data.append(piece.group(2));
      pieces++;
    }
    assertThat(pieces).isGreaterThan(2);
    Raster read = Pictures.read(Base64.getDecoder().decode(data.toString()));
    assertThat(read.pixels()).isEqualTo(raster.pixels());
  }

  @Property(tries = 60)
  void sixelHoldsThePixels(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll boolean many,
      @ForAll long seed) {
    int[] few = {0x000000, 0xFFFFFF, 0xFF0000, 0x3366CC};
    Random random = new Random(seed);
    int[] pixels =
        random
            .ints((long) width * height, 0, 1 << 24)
            .map(pixel -> many ? pixel : few[pixel % few.length])
            .toArray();
    Raster raster = new Raster(width, height, pixels);
    int[] read = sixels(SixelPicture.drawn(raster, 256), width, height);
    // 256 colours for 800 that have nothing in common.
    assertThat(largestDifference(pixels, read)).isLessThanOrEqualTo(many ? 80 : 2);
    sixels(SixelPicture.photograph(raster, 16), width, height);
  }

  @Test
  void chartsHaveTheirOwnColorsAsSixel() {
    for (boolean dark : new boolean[] {true, false}) {
      PictureSize size = new PictureSize(1050, 640);
      for (Chart chart : ChartGoldenTest.charts()) {
        Raster raster = Pictures.raster(chart, size, dark);
        int[] read = sixels(SixelPicture.drawn(raster, 256), 1050, 640);
        assertThat(read[0]).isEqualTo(dark ? 0x14171C : 0xFFFFFF);
        // Where smoothed edges of many inks have more colours than there may be, they differ a bit.
        boolean own =
            Arrays.stream(PercentColors.counted(raster)).filter(count -> count > 0).count() <= 256;
        assertThat(largestDifference(raster.pixels(), read)).isLessThanOrEqualTo(own ? 2 : 12);
        assertThat(meanDifference(raster, read, 1)).isLessThan(0.3);
      }
    }
  }

  @Test
  void photographsKeepTheirShadesAsSixel() {
    Raster glow = glow(300, 300);
    assertThat(Arrays.stream(glow.pixels()).distinct().count()).isGreaterThan(5000);
    int[] read = sixels(SixelPicture.photograph(glow, 256), 300, 300);
    assertThat(Arrays.stream(read).distinct().count()).isGreaterThan(200);
    assertThat(meanDifference(glow, read, 1)).isLessThan(3);
    assertThat(meanDifference(glow, read, 6)).isLessThan(0.6);
  }

  @Test
  void photographsAreDitheredWhereATerminalHasFewRegisters() {
    Raster glow = glow(300, 300);
    int[] read = sixels(SixelPicture.photograph(glow, 16), 300, 300);
    assertThat(Arrays.stream(read).distinct().count()).isBetween(12L, 16L);
    assertThat(meanDifference(glow, read, 6)).isLessThan(2);
  }

  @Test
  void aFlatPartOfAPhotographStaysFlat() {
    Raster glow = glow(200, 100);
    for (int y = 0; y < 30; y++) {
      Arrays.fill(glow.pixels(), y * 200, (y + 1) * 200, 0x14171C);
    }
    int[] read = sixels(SixelPicture.photograph(glow, 256), 200, 100);
    assertThat(Arrays.stream(read).limit(30 * 200L)).containsOnly(0x14171C);
  }

  @Test
  void tmuxHandsTheSequencesThrough() {
    assertThat(TmuxPassthrough.wrap("a\u001b_Gm=0;xx\u001b\\b"))
        .isEqualTo("a\u001bPtmux;\u001b\u001b_Gm=0;xx\u001b\u001b\\\u001b\\b");
  }

  @Test
  void halfBlocksHoldTwoPixelsACharacter() {
    Raster raster = new Raster(2, 2, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
    assertThat(HalfBlocks.lines(raster, 2, 1, true, true))
        .containsExactly(
            "\u001b[38;2;255;0;0;48;2;0;0;255m▀\u001b[38;2;0;255;0;48;2;255;255;255m▀\u001b[0m");
    assertThat(HalfBlocks.lines(new Raster(3, 1, 0, 0x808080, 0xFFFFFF), 3, 1, false, false))
        .containsExactly(" +@");
  }

  @Test
  void aTerminalGetsWhatItTakes() {
    assertThat(shown(Protocol.KITTY, PictureMode.AUTO)).contains("\u001b_Ga=T");
    assertThat(shown(Protocol.SIXEL, PictureMode.AUTO)).contains("\u001bP0;1;0q");
    assertThat(shown(Protocol.NONE, PictureMode.AUTO))
        .contains("t_exptime")
        .doesNotContain("\u001b");
    assertThat(shown(Protocol.KITTY, PictureMode.BLOCKS)).doesNotContain("\u001b");
    assertThat(shown(Protocol.NONE, PictureMode.KITTY)).contains("\u001b_Ga=T");
    assertThat(shown(Protocol.NONE, PictureMode.SIXEL)).contains("\u001bP0;1;0q");
    assertThat(shown(Protocol.KITTY, PictureMode.OFF))
        .contains("jw01073-o001")
        .doesNotContain("\u001b");
  }

  @Test
  void sixelKeepsWithinTheWindowAndTheLargestPicture() {
    Graphics wide = new Graphics(Protocol.SIXEL, 9, 19, false, Graphics.Limits.NONE);
    assertThat(sixelSize(wide, chart())).isEqualTo("540x342");
    Graphics.Limits limits = new Graphics.Limits(400, 200, 16);
    Graphics small = new Graphics(Protocol.SIXEL, 9, 19, false, limits);
    assertThat(sixelSize(small, chart())).isEqualTo("396x190");
    assertThat(sixelSize(small, gallery())).matches("\\d+x190|\\d+x1[0-8]\\d");
    assertThat(sixelSize(small, gallery())).matches("3[0-9]{2}x.*");
  }

  private static Part chart() {
    return new Part.Picture(ChartGoldenTest.charts().get(0), Observations.rows(false, 40, false));
  }

  private static Part gallery() {
    List<Part.Captioned> pictures =
        List.of(new Part.Captioned(glow(400, 200), "1"), new Part.Captioned(glow(400, 200), "2"));
    return new Part.Gallery(pictures, Observations.rows(false, 1, false));
  }

  private static String sixelSize(Graphics graphics, Part part) {
    ScreenConsole screen = new ScreenConsole(60, 20, graphics);
    new Presenter(screen, Styles.COLORED).show(Answer.of(part));
    Matcher size = Pattern.compile("\"1;1;(\\d+);(\\d+)").matcher(screen.shown());
    assertThat(size.find()).isTrue();
    String found = size.group(1) + "x" + size.group(2);
    assertThat(screen.shown()).doesNotContain("#" + graphics.limits().colors() + ";2;");
    return found;
  }

  @Test
  void galleriesStandBesideEachOther() {
    ScreenConsole screen = new ScreenConsole(80, 24);
    Raster square = noise(64, 64, 1 << 24);
    new Presenter(screen, Styles.COLORED)
        .show(
            Answer.of(
                new Part.Gallery(
                    List.of(
                        new Part.Captioned(square, "1 \u001b[2Jfirst"),
                        new Part.Captioned(square, "2 second")),
                    Observations.rows(false, 1, false))));
    List<String> lines = screen.shown().lines().toList();
    assertThat(lines.get(lines.size() - 1)).matches("1 ␛\\[2Jfirst +2 second");
    assertThat(lines.size()).isBetween(15, 22);
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(ScreenWidth.of(line.replaceAll("\u001b\\[[0-9;]*m", "")))
                    .isLessThanOrEqualTo(80));
  }

  private static String shown(Protocol protocol, PictureMode mode) {
    ScreenConsole screen =
        new ScreenConsole(60, 20, new Graphics(protocol, 8, 16, false, Graphics.Limits.NONE));
    Style style = new Style(Format.TABLE, false, true, false, false, mode);
    new Presenter(screen, style)
        .show(
            Answer.of(
                new Part.Picture(ChartGoldenTest.bars(), Observations.rows(false, 40, false))));
    return screen.shown();
  }

  private static Raster noise(int width, int height, int colors) {
    return new Raster(
        width, height, new Random(3).ints((long) width * height, 0, colors).toArray());
  }

  // What the archive's pictures are most of: a dark ground, a soft light and a little noise.
  private static Raster glow(int width, int height) {
    Random random = new Random(7);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / width;
      double x = (i % width - width / 2.0) / width;
      double y = (row - height / 2.0) / height;
      double light = Math.exp(-12 * (x * x + y * y));
      int red = (int) (4 + 240 * light + random.nextInt(6));
      int green = (int) (2 + 190 * light * light + random.nextInt(6));
      int blue = (int) (40 + 130 * light + random.nextInt(6));
      pixels[i] = (red << 16) | (green << 8) | blue;
    }
    return new Raster(width, height, pixels);
  }

  private static int largestDifference(int[] pixels, int... read) {
    int largest = 0;
    for (int i = 0; i < pixels.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = ((read[i] >> shift) & 0xFF) - ((pixels[i] >> shift) & 0xFF);
        largest = Math.max(largest, Math.abs(difference));
      }
    }
    return largest;
  }

  /** The mean difference of a channel, of 255, between squares of so many pixels. */
  private static double meanDifference(Raster picture, int[] read, int square) {
    int width = picture.width() / square;
    int height = picture.height() / square;
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          double difference = 0;
          for (int i = 0; i < square * square; i++) {
            int at = (y * square + i / square) * picture.width() + x * square + i % square;
            difference += ((read[at] >> shift) & 0xFF) - ((picture.pixels()[at] >> shift) & 0xFF);
          }
          sum += Math.abs(difference) / (square * square);
        }
      }
    }
    return sum / (3.0 * width * height);
  }

  /** Reads a Sixel picture as a terminal does, by DEC's description. */
  private static int[] sixels(String sequence, int width, int height) {
    assertThat(sequence).startsWith("\u001bP").endsWith("\u001b\\");
    String data = sequence.substring(sequence.indexOf('q') + 1, sequence.length() - 2);
    Matcher part =
        Pattern.compile(
                "\"1;1;(\\d+);(\\d+)|#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([$-])"
                    + "|([?-~])")
            .matcher(data);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, -1);
    Map<Integer, Integer> colors = new HashMap<>();
    int color = 0;
    int x = 0;
    int top = 0;
    int end = 0;
    while (part.find()) {
      assertThat(part.start()).isEqualTo(end);
      end = part.end();
      if (part.group(1) != null) {
        assertThat(part.group(1) + "x" + part.group(2)).isEqualTo(width + "x" + height);
      } else if (part.group(3) != null) {
        int value = 0;
        for (int group = 4; group <= 6; group++) {
          value = (value << 8) | (int) Math.round(Integer.parseInt(part.group(group)) * 2.55);
        }
        colors.put(Integer.valueOf(part.group(3)), value);
        assertThat(colors.size()).isLessThanOrEqualTo(256);
      } else if (part.group(7) != null) {
        color = Integer.parseInt(part.group(7));
      } else if ("$".equals(part.group(10))) {
        x = 0;
      } else if ("-".equals(part.group(10))) {
        x = 0;
        top += 6;
      } else {
        int times = part.group(8) == null ? 1 : Integer.parseInt(part.group(8));
        int bits = (part.group(8) == null ? part.group(11) : part.group(9)).charAt(0) - '?';
        for (int i = 0; i < times; i++, x++) {
          for (int row = 0; row < 6; row++) {
            if (((bits >> row) & 1) == 1) {
              pixels[(top + row) * width + x] = colors.get(color);
            }
          }
        }
      }
    }
    assertThat(end).isEqualTo(data.length());
    assertThat(pixels).doesNotContain(-1);
    return pixels;
  }
}
