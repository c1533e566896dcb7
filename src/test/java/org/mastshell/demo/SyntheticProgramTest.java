package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticProgramTest {
  @Test
  void sharesMostFilesAmongTenObservations() {
    SyntheticProgram program = new SyntheticProgram(1000);
    Set<String> uris = new HashSet<>();
    int rows = 0;
    for (Observation observation : program.observations()) {
      assertThat(observation.products()).hasSize(300);
      rows += 300;
      observation.products().forEach(product -> uris.add(product.uri()));
    }
    assertThat(rows).isEqualTo(300_000);
    assertThat(uris).hasSize(122_600);
  }

  @Test
  void findsEachFileByItsNameAndEachMemberByItsNumber() {
    SyntheticProgram program = new SyntheticProgram(25);
    Map<String, Long> owners = new HashMap<>();
    for (Observation observation : program.observations().subList(8, 12)) {
      for (Product product : observation.products()) {
        owners.put(product.uri(), product.owner().obsid());
        assertThat(program.byUri(product.uri()).owner().obsid())
            .as(product.uri())
            .isEqualTo(product.owner().obsid());
      }
    }
    for (long obsid : new HashSet<>(owners.values())) {
      if (obsid >= 4_000_000_000L) {
        assertThat(program.byObsid(obsid).obsid()).isEqualTo(obsid);
      }
    }
  }

  @Test
  void findsNothingThatItDoesNotHave() {
    SyntheticProgram program = new SyntheticProgram(10);
    assertThat(program.byUri("mast:JWST/product/jw09001001001_99999_00001_nis_cal.fits")).isNull();
    assertThat(program.byUri("mast:JWST/product/jw09001000001_02101_00001_nis_cal.fits")).isNull();
    assertThat(program.byUri("mast:JWST/product/jw99999999001_02101_00001_nis_cal.fits")).isNull();
    assertThat(program.byUri("mast:JWST/product/jw01073001001_02101_00001_nis_cal.fits")).isNull();
    assertThat(program.byUri("")).isNull();
    assertThat(program.byObsid(17)).isNull();
    assertThat(program.byObsid(5_000_000_000L)).isNull();
    assertThat(new SyntheticProgram(0).byUri("mast:JWST/product/jw09001-o001_x.fits")).isNull();
  }

  @Test
  void isServedQuickly() throws Exception {
    DemoOptions options = new DemoOptions(0, 1000, Duration.ZERO, 0);
    long start = System.nanoTime();
    try (DemoArchive archive = DemoArchive.start(options)) {
      DemoClient client = new DemoClient(archive);
      JsonNode found =
          client.filtered("[{\"paramName\": \"proposal_id\", \"values\": [\"9001\"]}]");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(found.path("data")).hasSize(1000);
      String obsids = String.join(",", DemoClient.column(found, "obsid").subList(0, 100));
      JsonNode products = client.products(obsids);
      assertThat(products.path("paging").path("rowsTotal").asInt()).isEqualTo(30_000);
      assertThat(products.path("data")).hasSize(30_000);
      assertThat(new HashSet<>(DemoClient.column(products, "dataURI"))).hasSize(12_260);
      String uri = DemoClient.column(products, "dataURI").get(4321);
      assertThat(client.file(uri).statusCode()).isEqualTo(200);
    }
  }
}
