package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.utilities.FitsCheckSum;
import org.junit.jupiter.api.Test;

class FileContentsTest {
  private static final Archive ARCHIVE = new Archive(0);

  private final FileContents files = new FileContents();

  /** One file of each mission, suffix and extension. */
  static List<Product> oneOfEach() {
    Map<String, Product> chosen = new LinkedHashMap<>();
    for (Observation row : ARCHIVE.listed()) {
      for (Product product : row.products()) {
        String name = product.fileName();
        String key =
            product.owner().text("obs_collection")
                + product.kind().subGroup()
                + name.substring(name.lastIndexOf('_') + 1).replaceAll("\\d", "");
        chosen.putIfAbsent(key, product);
      }
    }
    return new ArrayList<>(chosen.values());
  }

  @Test
  void makesFitsFilesThatVerify() throws IOException, FitsException {
    int checked = 0;
    for (Product product : oneOfEach()) {
      if (product.fileName().endsWith(".fits")) {
        checkFits(product, files.bytes(product));
        checked++;
      } else if (product.fileName().endsWith(".fits.gz")) {
        byte[] zipped = files.bytes(product);
        checkFits(product, new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes());
      }
    }
    assertThat(checked).isGreaterThan(60);
  }

  private static void checkFits(Product product, byte[] bytes) throws IOException, FitsException {
    assertThat(bytes.length % 2880).as(product.fileName()).isZero();
    // Each unit sums up to the same, and so do all of them together (FITS standard, appendix J).
    assertThat(FitsCheckSum.checksum(bytes)).isEqualTo(FitsCheckSum.HDU_CHECKSUM);
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      BasicHDU<?>[] units = fits.read();
      assertThat(units.length).isGreaterThanOrEqualTo(2);
      for (BasicHDU<?> unit : units) {
        assertThat(unit.getHeader().containsKey("CHECKSUM")).isTrue();
        assertThat(unit.getHeader().containsKey("DATASUM")).isTrue();
      }
      assertThat(units[0].getHeader().getStringValue("FILENAME"))
          .isEqualTo(product.fileName().substring(0, Math.min(60, product.fileName().length())));
      String header = new String(bytes, 0, 2880, StandardCharsets.US_ASCII);
      assertThat(header).containsPattern("COMMENT +Synthetic data");
    }
  }

  @Test
  void makesPicturesOfTwoSizes() throws IOException {
    for (Product product : oneOfEach()) {
      if (product.fileName().endsWith(".jpg")) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(files.bytes(product)));
        assertThat(image.getWidth()).isEqualTo(product.fileName().contains("_thumb") ? 32 : 128);
      }
    }
  }

  @Test
  void makesAssociationsThatListTheirMembers() throws IOException {
    Product association = named("jw01073-c1002_20220712t165318_image3_.*_asn.json");
    JsonNode root = new ObjectMapper().readTree(files.bytes(association));
    List<String> members =
        root.path("products").path(0).path("members").findValuesAsText("expname");
    assertThat(members).hasSize(12).allMatch(name -> name.matches("jw0107300.*long_cal.fits"));
    assertThat(root.path("asn_pool").asText()).isEqualTo("jw01073_20220712t165318_pool.csv");

    Product exposure = named("jw01073-o001_.*_image2_001_asn.json");
    root = new ObjectMapper().readTree(files.bytes(exposure));
    members = root.path("products").path(0).path("members").findValuesAsText("expname");
    assertThat(members).hasSize(1).allMatch(name -> name.endsWith("_rate.fits"));
  }

  @Test
  void makesTablesOfSources() {
    Product table = named("jw01073-o001_t001_nircam_clear-f277w_cat.ecsv");
    List<String> lines =
        new String(files.bytes(table), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines).hasSize(13);
    assertThat(lines.get(0)).isEqualTo("label ra dec aper_total_vegamag");
    assertThat(lines.get(1)).matches("1 80\\.\\d+ -69\\.\\d+ \\d\\d\\.\\d{4}");
  }

  @Test
  void knowsTheSizeOfAFileBeforeMakingIt() {
    int step = 0;
    for (Observation row : ARCHIVE.listed()) {
      for (Product product : row.products()) {
        if (step++ % 29 == 0) {
          assertThat(files.bytes(product)).as(product.uri()).hasSize(files.size(product));
        }
      }
    }
    assertThat(step).isGreaterThan(10_000);
  }

  @Test
  void makesTheSameBytesEachTime() {
    FileContents others = new FileContents();
    for (Product product : oneOfEach()) {
      int difference = Arrays.mismatch(files.bytes(product), others.bytes(product));
      assertThat(difference).as(product.uri()).isEqualTo(-1);
    }
  }

  @Test
  void makesDifferentPixelsForDifferentFiles() {
    List<Product> products = ARCHIVE.listed().get(0).products();
    Product first = products.get(0);
    assertThat(first.fileName()).endsWith("_uncal.fits");
    Product other = ARCHIVE.listed().get(1).products().get(0);
    assertThat(files.bytes(first)).isNotEqualTo(files.bytes(other));
  }

  private static Product named(String pattern) {
    return ARCHIVE.listed().stream()
        .flatMap(row -> row.products().stream())
        .filter(product -> product.fileName().matches(pattern))
        .findFirst()
        .orElseThrow();
  }
}
