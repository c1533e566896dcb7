package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mastshell.demo.DemoClient.column;
import static org.mastshell.demo.DemoClient.fieldNames;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvokeTest {
  private static final String TUTORIAL =
      """
      [{"paramName": "obs_collection", "values": ["JWST"], "separator": ";"},
       {"paramName": "proposal_id", "values": ["1073"]},
       {"paramName": "instrument_name", "values": [], "freeText": "NIRCAM%"},
       {"paramName": "filters", "values": ["F277W"], "separator": ";"}]
      """;
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

  @Test
  void answersTheTutorialsQuestion() throws Exception {
    JsonNode reply = client.filtered(TUTORIAL);
    assertThat(reply.path("status").asText()).isEqualTo("COMPLETE");
    assertThat(reply.path("msg").asText()).isEmpty();
    assertThat(column(reply, "obs_id"))
        .hasSize(12)
        .contains("jw01073-o001_t001_nircam_clear-f277w", "jw01073-c1005_t001_nircam_clear-f277w");
    JsonNode paging = reply.path("paging");
    assertThat(paging.path("rowsTotal").asInt()).isEqualTo(12);
    assertThat(paging.path("pagesFiltered").asInt()).isEqualTo(1);
    assertThat(paging.path("pageSize").asInt()).isEqualTo(50_000);
  }

  @Test
  void declaresIdentifiersAsStringsAndSendsNumbers() throws Exception {
    JsonNode reply = client.filtered(TUTORIAL);
    assertThat(fieldNames(reply)).hasSize(36).startsWith("intentType", "obs_collection");
    assertThat(fieldNames(reply)).endsWith("obsid", "objID", "wave_min", "wave_max");
    for (JsonNode field : reply.path("fields")) {
      if (field.path("name").asText().equals("obsid")) {
        assertThat(field.path("type").asText()).isEqualTo("string");
      }
    }
    JsonNode row = reply.path("data").path(0);
    assertThat(row.path("obsid").isIntegralNumber()).isTrue();
    assertThat(row.path("objID").isIntegralNumber()).isTrue();
    assertThat(row.path("calib_level").isInt()).isTrue();
    assertThat(row.path("s_ra").isDouble()).isTrue();
    assertThat(row.path("mtFlag").isBoolean()).isTrue();
    assertThat(row.path("sequence_number").asInt()).isEqualTo(-999);
    assertThat(row.path("srcDen").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'paramName':'filters','values':['F444W'],'separator':';'}                | 5",
        "{'paramName':'filters','values':['F444W']}                                | 2",
        "{'paramName':'filters','values':['F444W;F405N'],'separator':';'}          | 1",
        "{'paramName':'filters','values':['F999W'],'separator':';'}                | 0",
        "{'paramName':'filters','values':[],'freeText':'%F162M%'}                  | 1",
        "{'paramName':'filters','values':['F070W'],'freeText':'f150w2%'}           | 3",
        "{'paramName':'target_name','values':[],'freeText':'TRAPPIST%'}            | 15",
        "{'paramName':'target_name','values':['trappist-1']}                       | 0",
        "{'paramName':'calib_level','values':['-1']}                               | 3",
        "{'paramName':'calib_level','values':['4','-1']}                           | 15",
        "{'paramName':'CALIB_LEVEL','values':[{'min':4,'max':9}]}                  | 12",
        "{'paramName':'t_min','values':[{'min':59701,'max':59702}]}                | 5",
        "{'paramName':'t_min','values':[{'min':'59701','max':'59702'}]}            | 5",
        "{'paramName':'mtFlag','values':['True']}                                  | 2",
        "{'paramName':'proposal_pi','values':['Ducrot']}                           | 0",
        "{'paramName':'proposal_pi','values':[],'freeText':'Ducrot%'}              | 11",
        "{'paramName':'dataRights','values':['EXCLUSIVE_ACCESS']}                  | 11",
        "{'paramName':'target_name','values':['TESS FFI','TICA FFI']}              | 16",
        "{'paramName':'sequence_number','values':['5'],'separator':''}             | 12",
        "{'paramName':'project','values':['QLP'],'separator':';'}                  | 10",
      })
  void filters(String filter, int expected) throws Exception {
    JsonNode reply = client.filtered("[" + filter.replace('\'', '"') + "]");
    assertThat(reply.path("data")).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'paramName':'no_such','values':['1']}        | Invalid column name 'no_such'.",
        "{'paramName':'obsid','values':['jw01073']}    | Error converting data type varchar to bigint.",
        "{'paramName':'t_min','values':['soon']}       | Error converting data type varchar to float.",
        "{'paramName':'filters','values':[]}           | Incorrect syntax near ')'.",
        "{'paramName':'distance','values':['1']}       | Invalid column name 'distance'.",
      })
  void refusesFiltersInTheWordsOfTheDatabase(String filter, String message) throws Exception {
    JsonNode reply = client.filtered("[" + filter.replace('\'', '"') + "]");
    assertThat(reply.path("status").asText()).isEqualTo("ERROR");
    assertThat(reply.path("msg").asText()).isEqualTo(message);
    assertThat(reply.has("data")).isFalse();
  }

  @Test
  void refusesWhatItCannotServe() throws Exception {
    assertThat(client.products("jw01073-o001_t001_nircam_clear-f277w").path("msg").asText())
        .isEqualTo("Error converting data type varchar to bigint.");
    assertThat(client.service("Mast.No.Such", "{}").path("msg").asText()).contains("Mast.No.Such");
    assertThat(client.invoke("{\"params\": {}}").path("status").asText()).isEqualTo("ERROR");
    assertThat(client.invoke("{\"service\": ").path("status").asText()).isEqualTo("ERROR");
    assertThat(client.json(client.get("/api/v0/invoke")).path("status").asText())
        .isEqualTo("ERROR");
    JsonNode columns =
        client.service("Mast.Caom.Filtered", "{\"columns\": \"obs_id,s_fov\", \"filters\": []}");
    assertThat(columns.path("msg").asText()).isEqualTo("Invalid column name 's_fov'.");
    assertThat(client.service("Mast.Caom.Cone", "{\"ra\": 10}").path("status").asText())
        .isEqualTo("ERROR");
  }

  @Test
  void countsWithoutRegardToPages() throws Exception {
    String request =
        """
        {"service": "Mast.Caom.Filtered", "format": "json", "page": 3, "pagesize": 1,
         "params": {"columns": "COUNT_BIG(*)", "filters": %s}}
        """
            .formatted(TUTORIAL);
    JsonNode reply = client.invoke(request.replace("\"page\": 3", "\"page\": 1"));
    assertThat(reply.path("data").path(0).path("Column1").asInt()).isEqualTo(12);
    assertThat(fieldNames(reply)).containsExactly("Column1");
    assertThat(reply.path("paging").path("rowsTotal").asInt()).isEqualTo(1);
    assertThat(client.invoke(request).path("data").path(0).path("Column1").asInt()).isEqualTo(12);
  }

  @Test
  void givesTheColumnsAskedFor() throws Exception {
    JsonNode reply =
        client.service(
            "mast.caom.FILTERED", "{\"columns\": \"obs_id, S_RA\", \"filters\": " + TUTORIAL + "}");
    assertThat(fieldNames(reply)).containsExactly("obs_id", "s_ra");
    assertThat(reply.path("data").path(0)).hasSize(2);
  }

  @Test
  void leavesOutColumnsWithoutValues() throws Exception {
    JsonNode reply =
        client.invoke(
            """
            {"service": "Mast.Caom.Filtered", "format": "json", "removenullcolumns": true,
             "params": {"filters": %s}}
            """
                .formatted(TUTORIAL));
    assertThat(fieldNames(reply)).contains("obs_id", "dataURL").doesNotContain("srcDen");
    assertThat(fieldNames(reply)).hasSize(35);
  }

  @Test
  void givesEveryRowOnExactlyOnePage() throws Exception {
    List<String> seen = new ArrayList<>();
    int pages = 1;
    for (int page = 1; page <= pages; page++) {
      JsonNode reply =
          client.invoke(
              """
              {"service": "Mast.Caom.Filtered", "format": "json", "pagesize": 100, "page": %d,
               "params": {"columns": "obsid", "filters": []}}
              """
                  .formatted(page));
      pages = reply.path("paging").path("pagesFiltered").asInt();
      assertThat(reply.path("paging").path("page").asInt()).isEqualTo(page);
      assertThat(reply.path("paging").path("rows").asInt()).isEqualTo(reply.path("data").size());
      seen.addAll(column(reply, "obsid"));
    }
    assertThat(pages).isEqualTo(6);
    assertThat(seen).hasSizeBetween(560, 600).doesNotHaveDuplicates();
  }

  @Test
  void givesProductsOfSeveralObservationsPageByPage() throws Exception {
    String obsids = String.join(",", column(client.filtered(TUTORIAL), "obsid"));
    JsonNode whole = client.products(obsids);
    int rows = whole.path("data").size();
    assertThat(rows).isGreaterThan(4000);
    assertThat(fieldNames(whole)).hasSize(21).startsWith("obsID").endsWith("_selected_");
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= (rows + 999) / 1000; page++) {
      JsonNode reply =
          client.invoke(
              """
              {"service": "Mast.Caom.Products", "format": "json", "pagesize": 1000, "page": %d,
               "params": {"obsid": "%s"}}
              """
                  .formatted(page, obsids));
      seen.addAll(column(reply, "dataURI"));
      assertThat(reply.path("paging").path("rowsTotal").asInt()).isEqualTo(rows);
    }
    assertThat(seen).isEqualTo(column(whole, "dataURI"));
    assertThat(new HashSet<>(seen)).hasSizeLessThan(rows / 2);
    assertThat(new HashSet<>(column(whole, "parent_obsid"))).hasSize(12);
    assertThat(new HashSet<>(column(whole, "obsID"))).hasSizeGreaterThan(62);
    assertThat(column(whole, "productType"))
        .contains("SCIENCE", "PREVIEW", "THUMBNAIL", "AUXILIARY", "INFO");
  }

  @Test
  void givesNothingBeyondTheLastPageAndForUnknownObservations() throws Exception {
    JsonNode beyond =
        client.invoke(
            """
            {"service": "Mast.Caom.Filtered", "format": "json", "pagesize": 100, "page": 99,
             "params": {"filters": []}}
            """);
    assertThat(beyond.path("status").asText()).isEqualTo("COMPLETE");
    assertThat(beyond.path("data")).isEmpty();
    assertThat(beyond.path("paging").path("rows").asInt()).isZero();
    assertThat(client.products("1,2,3").path("data")).isEmpty();
  }

  @Test
  void listsAnObservationThatIsAskedForTwiceOnce() throws Exception {
    String obsid = column(client.filtered(TUTORIAL), "obsid").get(0);
    JsonNode once = client.products(obsid);
    assertThat(once.path("data").size()).isGreaterThan(100);
    assertThat(client.products(obsid + ", 17, " + obsid)).isEqualTo(once);
    String exposure = column(once, "obsID").get(20);
    assertThat(column(client.products(exposure), "parent_obsid")).containsOnly(exposure);
  }

  @Test
  void takesTheRequestByGetAndUnderItsOldNames() throws Exception {
    String request =
        "?request="
            + DemoClient.encode(
                "{\"service\":\"Mast.Missions.List\",\"params\":{},\"format\":\"json\"}");
    for (String path : List.of("/api/v0/invoke", "/portal_jwst/Mashup/Mashup.asmx/invoke")) {
      JsonNode reply = client.json(client.get(path + request));
      assertThat(column(reply, "distinctValue")).contains("JWST", "HST");
    }
  }
}
