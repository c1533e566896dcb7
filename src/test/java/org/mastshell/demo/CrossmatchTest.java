package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matching an uploaded table, and resolving many names. */
class CrossmatchTest {
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

  private static JsonNode match(String params, String data) throws Exception {
    return client.invoke(
        """
        {"service": "Mast.Caom.Crossmatch", "format": "json", "pagesize": 50000, "params": %s,
         "data": %s}
        """
            .formatted(params, data));
  }

  private static JsonNode cone(String params) throws Exception {
    return client.service("Mast.Caom.Cone", params);
  }

  @Test
  void matchesEachUploadedPosition() throws Exception {
    JsonNode both =
        match(
            "{\"raColumn\": \"x\", \"decColumn\": \"y\", \"radius\": 0.05}",
            """
            {"fields": [{"name": "x", "type": "float"}, {"name": "y", "type": "float"}],
             "data": [{"x": 210.8023, "y": 54.349}, {"x": "161.5125", "y": -59.8667}]}
            """);
    JsonNode first = cone("{\"ra\": 210.8023, \"dec\": 54.349, \"radius\": 0.05}");
    JsonNode second = cone("{\"ra\": 161.5125, \"dec\": -59.8667, \"radius\": 0.05}");
    assertThat(both.path("status").asText()).isEqualTo("COMPLETE");
    assertThat(both.path("data").findValuesAsText("obsid"))
        .startsWith(first.path("data").findValuesAsText("obsid").toArray(String[]::new))
        .endsWith(second.path("data").findValuesAsText("obsid").toArray(String[]::new))
        .hasSize(first.path("data").size() + second.path("data").size());
    assertThat(DemoClient.fieldNames(both)).isEqualTo(DemoClient.fieldNames(first));
    assertThat(both.path("paging").path("rowsTotal").asInt()).isEqualTo(both.path("data").size());
  }

  @Test
  void hasTheDocumentedDefaults() throws Exception {
    JsonNode reply =
        match("{}", "{\"fields\": [], \"data\": [{\"ra\": 210.8023, \"dec\": 54.349}]}");
    JsonNode near = cone("{\"ra\": 210.8023, \"dec\": 54.349, \"radius\": 0.002}");
    assertThat(reply.path("data").size()).isEqualTo(near.path("data").size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | null | A table is required",
        "{} | {\"data\": [{\"ra\": 1}]} | Invalid column name 'dec'",
        "{\"raColumn\": \"RA\"} | {\"data\": [{\"ra\": 1, \"dec\": 2}]} | Invalid column name 'RA'",
        "{} | {\"data\": [{\"ra\": \"x\", \"dec\": 2}]} | Error converting",
      })
  void complainsAboutATableThatIsNone(String params, String data, String message) throws Exception {
    JsonNode reply = match(params, data);
    assertThat(reply.path("status").asText()).isEqualTo("ERROR");
    assertThat(reply.path("msg").asText()).contains(message);
  }

  @Test
  void describesTheColumns() throws Exception {
    assertThat(
            client.json(
                client.send(
                    "POST",
                    "/portal/Mashup/Mashup.asmx/columnsconfig",
                    "colConfigId=Mast.Caom.Crossmatch")))
        .isNotEmpty();
  }

  @Test
  void resolvesManyNames() throws Exception {
    JsonNode reply = resolve("name=M%20101&name=nobody&name=TIC%2025155310&outputFormat=json");
    assertThat(reply.path("resolvedCoordinate").findValuesAsText("searchString"))
        .containsExactly("m 101", "tic 25155310");
    assertThat(reply.path("resolvedCoordinate").findValuesAsText("resolver"))
        .containsExactly("SIMBAD", "TIC");
    assertThat(reply.path("status").asText()).isEmpty();
    assertThat(catalogues("name=M101&name=Vega&resolveAll=true"))
        .containsExactly("SIMBAD", "NED", "SIMBAD");
    assertThat(catalogues("name=M101&name=Vega&resolver=NED&resolveAll=false"))
        .containsExactly("NED");
    assertThat(catalogues("name=KIC%208462852&name=EPIC%20246199087"))
        .containsExactly("KEPLER", "K2");
  }

  @Test
  void takesThirtyNamesAtTheMost() throws Exception {
    assertThat(get("name=a&".repeat(31)).statusCode()).isEqualTo(400);
    assertThat(get("name=a&".repeat(30)).statusCode()).isEqualTo(200);
    assertThat(get("outputFormat=json").statusCode()).isEqualTo(400);
  }

  private static List<String> catalogues(String query) throws Exception {
    return resolve(query).path("resolvedCoordinate").findValuesAsText("resolver");
  }

  private static JsonNode resolve(String query) throws Exception {
    return client.json(get(query));
  }

  private static HttpResponse<byte[]> get(String query) throws Exception {
    return client.get("/Santa-war/query?" + query);
  }
}
