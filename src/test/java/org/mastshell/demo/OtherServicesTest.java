package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherServicesTest {
  private static final String CONFIGURATION = "/portal/Mashup/Mashup.asmx/columnsconfig";
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
  @ValueSource(strings = {"M 101", "m101", "NGC 5457", "LMC", "trappist-1", "TIC 25155310"})
  void resolvesTheNamesOfItsTargets(String name) throws Exception {
    JsonNode reply = lookUp(name);
    JsonNode found = reply.path("resolvedCoordinate").path(0);
    assertThat(found.path("searchString").asText()).isEqualTo(name.toLowerCase(Locale.ROOT));
    assertThat(found.path("ra").asDouble()).isBetween(0.0, 360.0);
    assertThat(found.path("decl").asDouble()).isBetween(-90.0, 90.0);
    assertThat(found.path("canonicalName").asText()).isNotEmpty();
    assertThat(reply.path("status").asText()).isEmpty();
  }

  @Test
  void resolvesEveryTargetOfTheData() throws Exception {
    JsonNode all = client.filtered("[]");
    for (JsonNode row : all.path("data")) {
      String target = row.path("target_name").asText();
      if (!target.matches("\\d+") && row.path("obsid").asLong() % 9 == 0) {
        assertThat(lookUp(target).path("resolvedCoordinate")).as(target).hasSize(1);
      }
    }
  }

  @Test
  void doesNotResolveOtherNames() throws Exception {
    assertThat(lookUp("no such star").path("resolvedCoordinate")).isEmpty();
    assertThat(lookUp("").path("resolvedCoordinate")).isEmpty();
  }

  @Test
  void resolvesInXmlByDefault() throws Exception {
    String request = "{\"service\": \"Mast.Name.Lookup\", \"params\": {\"input\": \"LMC\"}}";
    HttpResponse<byte[]> reply = client.get("/api/v0/invoke?request=" + DemoClient.encode(request));
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(text).startsWith("<?xml").contains("<ra>80.4875</ra>", "<dec>-69.4975</dec>");
  }

  private static JsonNode lookUp(String name) throws IOException, InterruptedException {
    return client.service(
        "Mast.Name.Lookup", "{\"input\": \"" + name + "\", \"format\": \"json\"}");
  }

  @Test
  void summarizesAllObservations() throws Exception {
    JsonNode reply =
        client.invoke("{\"service\": \"Mast.Caom.All\", \"params\": {}, \"format\": \"extjs\"}");
    JsonNode columns = reply.path("data").path("Tables").path(0).path("Columns");
    int total = client.filtered("[]").path("data").size();
    int missions = 0;
    for (JsonNode column : columns) {
      JsonNode properties = column.path("ExtendedProperties");
      JsonNode histogram = properties.path("histObj");
      int counted = 0;
      switch (column.path("text").asText()) {
        case "obs_collection" -> {
          for (JsonNode entry : histogram.path("hist")) {
            String mission = entry.path("key").asText();
            assertThat(histogram.path(mission).path("count")).isEqualTo(entry.path("count"));
            counted += entry.path("count").asInt();
            missions++;
          }
          assertThat(counted).isEqualTo(total);
          assertThat(properties.path("cc.separator").asText()).isEqualTo(";");
        }
        case "filters" -> {
          assertThat(histogram.has("F444W")).isTrue();
          assertThat(histogram.has("F444W;F405N")).isFalse();
          assertThat(histogram.path("F444W").path("count").asInt()).isEqualTo(5);
        }
        case "s_dec" -> {
          assertThat(histogram.path("type").asText()).isEqualTo("numeric");
          assertThat(histogram.path("min").asDouble()).isLessThan(-69);
          for (JsonNode bin : histogram.path("hist").path("hist")) {
            counted += bin.path("count").asInt();
          }
          assertThat(counted).isEqualTo(total);
        }
        case "obs_id", "target_name", "obsid" -> assertThat(histogram.isMissingNode()).isTrue();
        default -> assertThat(properties.path("vot.datatype").asText()).isNotEmpty();
      }
    }
    assertThat(missions).isEqualTo(12);
  }

  @Test
  void describesTheColumnsOfObservations() throws Exception {
    JsonNode columns =
        client.json(client.send("POST", CONFIGURATION, "colConfigId=Mast.Caom.Cone"));
    for (String name : DemoClient.fieldNames(client.filtered("[]"))) {
      assertThat(columns.path(name).path("vot.description").asText()).as(name).isNotEmpty();
      assertThat(columns.path(name).path("vot.datatype").asText()).as(name).isNotEmpty();
    }
    assertThat(columns.path("s_ra").path("vot.datatype").asText()).isEqualTo("double");
    assertThat(columns.path("calib_level").path("vot.datatype").asText()).isEqualTo("int");
    assertThat(columns.path("obsid").path("vot.datatype").asText()).isEqualTo("long");
    assertThat(columns.path("filters").path("separator").asText()).isEqualTo(";");
    assertThat(columns.path("filters").path("separatorType").asText()).isEqualTo("split");
    assertThat(columns.path("instrument_name").has("separator")).isFalse();
    assertThat(columns.path("t_min").path("isMjd").asBoolean()).isTrue();
    assertThat(columns.path("t_min").path("isDate").asBoolean()).isTrue();
    assertThat(columns.path("t_obs_release").has("isDate")).isFalse();
    assertThat(columns.path("distance").path("vot.unit").asText()).isEqualTo("arcsec");
  }

  @Test
  void describesTheColumnsOfProductsAndNothingElse() throws Exception {
    JsonNode columns =
        client.json(client.send("POST", CONFIGURATION, "colConfigId=Mast.Caom.Products"));
    assertThat(columns).hasSize(21);
    assertThat(client.send("POST", CONFIGURATION, "colConfigId=No.Such").body()).isEmpty();
    assertThat(client.send("POST", CONFIGURATION, "").body()).isEmpty();
    assertThat(client.send("POST", CONFIGURATION, "colConfigId=Mast.Name.Lookup").body())
        .asString()
        .isEqualTo("{}");
  }

  @Test
  void tellsVisitorsWhoTheyAre() throws Exception {
    JsonNode anyone = client.json(client.get("/whoami"));
    assertThat(anyone.path("anon").asBoolean()).isTrue();
    assertThat(anyone.path("ezid").asText()).isEqualTo("anonymous");
    assertThat(anyone.path("token").isNull()).isTrue();
    JsonNode wrong = client.json(client.get("/whoami", "Authorization", "token wrong"));
    assertThat(wrong).isEqualTo(anyone);
    JsonNode known =
        client.json(client.get("/whoami", "Authorization", "token " + DemoArchive.TEST_TOKEN));
    assertThat(known.path("anon").asBoolean()).isFalse();
    assertThat(known.path("attrib").path("display_name").asText()).isEqualTo("Demo Astronomer");
    assertThat(known.path("scopes").toString()).contains("mast:exclusive_access");
    assertThat(known.toString()).doesNotContain(DemoArchive.TEST_TOKEN);
  }

  @Test
  void looksUpPathsInThePublicStore() throws Exception {
    String uri = "mast:HST/product/u9o40501m_c3m.fits";
    String other = "mast:HST/product/does_not_exist.fits";
    JsonNode reply = client.json(client.get("/api/v0.1/path_lookup/?uri=" + uri + "&uri=" + other));
    assertThat(reply.path(uri).path("status_code").asInt()).isEqualTo(200);
    assertThat(reply.path(uri).path("path").asText())
        .isEqualTo("/hst/public/u9o4/u9o40501m/u9o40501m_c3m.fits");
    assertThat(reply.path(other).path("status_code").asInt()).isEqualTo(404);
    assertThat(reply.path(other).path("path").isNull()).isTrue();
    String many = "?" + "uri=a&".repeat(41);
    assertThat(client.get("/api/v0.1/path_lookup/" + many).statusCode()).isEqualTo(414);
  }

  @Test
  void saysThatEverythingIsSynthetic() throws Exception {
    assertThat(new String(client.get("/").body(), StandardCharsets.UTF_8))
        .contains("synthetic", DemoArchive.TEST_TOKEN);
  }
}
