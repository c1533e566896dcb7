package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The made-up stars: always the same, inside of the circle, and as the filters want them. */
class CatalogServicesTest {
  private static final String PLACE = "\"ra\": 210.8023, \"dec\": 54.349, \"radius\": 0.05";

  private static DemoArchive archive;
  private static DemoClient client;

  @BeforeAll
  static void start() throws IOException {
    archive = DemoArchive.start(DemoOptions.standard());
    client = new DemoClient(archive);
  }

  @AfterAll
  static void stop() {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Mast.Catalogs.Tic.Cone,ID,dstArcSec,180",
    "Mast.Catalogs.Ctl.Cone,ID,dstArcSec,180",
    "Mast.Catalogs.GaiaDR3.Cone,source_id,distance,3",
    "Mast.Catalogs.GaiaDR2.Cone,source_id,distance,3",
    "Mast.Catalogs.GaiaDR1.Cone,source_id,distance,3",
    "Mast.Catalogs.Tgas.Cone,source_id,distance,3",
  })
  void aConeHoldsStarsInsideOfIt(String service, String key, String distance, double most)
      throws Exception {
    JsonNode reply = client.service(service, "{" + PLACE + "}");
    assertThat(reply.path("status").asText()).isEqualTo("COMPLETE");
    assertThat(reply.path("data")).isNotEmpty();
    List<String> keys = reply.path("data").findValuesAsText(key);
    assertThat(keys).doesNotHaveDuplicates().doesNotContain("");
    assertThat(reply.path("data"))
        .allSatisfy(row -> assertThat(row.path(distance).asDouble()).isBetween(0.0, most));
    try (DemoArchive other = DemoArchive.start(DemoOptions.standard())) {
      assertThat(
              new DemoClient(other)
                  .service(service, "{" + PLACE + "}")
                  .path("data")
                  .findValuesAsText(key))
          .isEqualTo(keys);
    }
  }

  @Test
  void propertiesOfStarsGoTogether() throws Exception {
    JsonNode reply = client.service("Mast.Catalogs.Tic.Cone", "{" + PLACE + "}");
    for (JsonNode star : reply.path("data")) {
      assertThat(star.path("Tmag").asDouble()).isBetween(5.0, 18.0);
      assertThat(star.path("Teff").asDouble()).isBetween(2800.0, 9000.0);
      assertThat(star.path("Bmag").asDouble()).isGreaterThan(star.path("Jmag").asDouble());
      assertThat(star.path("d").asDouble() * star.path("plx").asDouble()).isBetween(990.0, 1010.0);
      assertThat(star.path("logg").asDouble() < 3.5)
          .isEqualTo(star.path("lumclass").asText().equals("GIANT"));
    }
  }

  @Test
  void filtersAndCountsAgree() throws Exception {
    String filters =
        "\"filters\": [{\"paramName\": \"Tmag\", \"values\": [{\"min\": 5, \"max\": 12}]}]";
    JsonNode rows =
        client.service(
            "Mast.Catalogs.Filtered.Tic.Position.Rows",
            "{\"columns\": \"ID,Tmag\", " + filters + ", " + PLACE + "}");
    JsonNode count =
        client.service(
            "Mast.Catalogs.Filtered.Tic.Position",
            "{\"columns\": \"COUNT_BIG(*)\", " + filters + ", " + PLACE + "}");
    assertThat(DemoClient.fieldNames(rows)).containsExactly("ID", "Tmag");
    assertThat(rows.path("data")).isNotEmpty();
    assertThat(count.path("data").path(0).path("Column1").asInt())
        .isEqualTo(rows.path("data").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"columns\": \"COUNT_BIG(*)\", \"filters\": []}|Incorrect syntax near '*'.",
        "{\"columns\": \"Tmga\", \"filters\": []}|Invalid column name 'Tmga'.",
      })
  void wrongQuestionsAreAnsweredAsTheArchiveDoes(String question) throws Exception {
    String[] parts = question.split("\\|", -1);
    JsonNode reply = client.service("Mast.Catalogs.Filtered.Tic.Rows", parts[0]);
    assertThat(reply.path("status").asText()).isEqualTo("ERROR");
    assertThat(reply.path("msg").asText()).isEqualTo(parts[1]);
    assertThat(client.service("Mast.Catalogs.Tic.Cone", "{}").path("status").asText())
        .isEqualTo("ERROR");
  }

  @Test
  void aMatchRepeatsWhatWasUploaded() throws Exception {
    JsonNode reply =
        client.invoke(
            """
            {"service": "Mast.Tic.Crossmatch", "format": "json", "pagesize": 50000,
             "params": {"raColumn": "x", "decColumn": "y", "radius": 0.01},
             "data": {"fields": [{"name": "x", "type": "float"}, {"name": "y", "type": "float"}],
                      "data": [{"x": 210.8023, "y": 54.349}]}}
            """);
    assertThat(DemoClient.fieldNames(reply))
        .startsWith("x", "y", "MatchID", "MatchRA", "MatchDEC")
        .endsWith("dstArcSec")
        .doesNotContain("ID", "ra");
    assertThat(reply.path("data"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.path("x").asDouble()).isEqualTo(210.8023));
  }
}
