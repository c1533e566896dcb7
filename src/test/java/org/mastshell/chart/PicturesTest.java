package org.mastshell.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;
import org.w3c.dom.Document;

class PicturesTest {
  private static final PictureSize SIZE = new PictureSize(600, 400);

  @Test
  void barsAreInThePictureWhereTheValuesAre() throws IOException {
    BarChart chart =
        new BarChart(
            "bars",
            new NumberAxis(0, 10, false, "x", String::valueOf),
            List.of(new BarChart.Bin(0, 5, 0), new BarChart.Bin(5, 10, 7)));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Pictures.png(chart, SIZE)));
    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(400);
    int blue = 0xFF0072B2;
    assertThat(image.getRGB(450, 250)).isEqualTo(blue);
    assertThat(image.getRGB(170, 250)).isNotEqualTo(blue);
    assertThat(image.getRGB(599, 0)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void outlinesAreInThePicture() {
    Raster drawn = Pictures.raster(field("POLYGON 10 10 11 10 11 11 10 11", "NIRCAM"), SIZE, false);
    long blue = Arrays.stream(drawn.pixels()).filter(pixel -> pixel == 0x0072B2).count();
    assertThat(blue).isGreaterThan(300);
    Raster dark = Pictures.raster(field("POLYGON 10 10 11 10 11 11 10 11", "NIRCAM"), SIZE, true);
    assertThat(dark.at(0, 0)).isEqualTo(0x14171C);
  }

  @Test
  void svgIsWellFormedWhateverTheArchiveSays() throws Exception {
    String name = "<script>&\"'\u0000\u0008]]>\uD800";
    String svg = Pictures.svg(field("POLYGON 10 10 11 10 11 11", name), SIZE);
    assertThat(svg).doesNotContain("<script>");
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a title");
    assertThat(read.getElementsByTagName("desc").item(0).getTextContent())
        .contains("north up, east to the left", "<script>");
    assertThat(read.getElementsByTagName("path").getLength()).isGreaterThan(5);
    assertThat(read.getElementsByTagName("text").getLength()).isGreaterThan(5);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    int[] pixels = new Random(1).ints(12 * 7, 0, 1 << 24).toArray();
    Raster raster = new Raster(12, 7, pixels);
    Raster read = Pictures.read(Pictures.png(raster));
    assertThat(read.width()).isEqualTo(12);
    assertThat(read.pixels()).isEqualTo(pixels);
  }

  @Test
  void aPictureThatUnpacksToFarTooMuchIsRefusedUnread() throws IOException {
    byte[] jpeg = jpeg();
    // The height and the width stand behind the length and the precision of the frame.
    for (int i = 0; i < jpeg.length - 9; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFE);
        break;
      }
    }
    assertThatThrownBy(() -> Pictures.read(jpeg))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("65,278 by 65,278 pixels");
  }

  @Test
  void whatIsNoPictureIsSaidToBeNone() {
    assertThatThrownBy(() -> Pictures.read("<html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no JPEG");
    assertThatThrownBy(() -> Pictures.read()).isInstanceOf(IOException.class);
  }

  @Property(tries = 200)
  void aBrokenPictureIsAPictureOrSaidToBeBroken(
      @ForAll @IntRange(max = 600) int place, @ForAll byte changed, @ForAll boolean cut)
      throws IOException {
    byte[] jpeg = jpeg();
    int at = place % jpeg.length;
    byte[] broken = cut ? Arrays.copyOf(jpeg, at) : jpeg;
    if (!cut) {
      broken[at] = changed;
    }
    try {
      assertThat(Pictures.read(broken).width()).isPositive();
    } catch (IOException said) {
      assertThat(said).hasMessageMatching("it is no .*|the picture .*");
    }
  }

  private static byte[] jpeg() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 3, 0xFF8800);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  private static SkyChart field(String region, String name) {
    SkyFootprint footprint = SkyFootprint.read(region).orElseThrow();
    SkyVector middle = footprint.middle();
    return new SkyChart(
        "a title",
        SkyView.holding(List.of(footprint), 0.01),
        new Legend(List.of(new Legend.Entry(name, 1))),
        List.of(new SkyChart.Mark(footprint.edges(), middle, footprint.reach(middle), 0, 1)));
  }
}
