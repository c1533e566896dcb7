package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.archive.LoopbackArchive.executing;
import static org.mastshell.archive.LoopbackArchive.html;
import static org.mastshell.archive.LoopbackArchive.json;
import static org.mastshell.archive.LoopbackArchive.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ValueCounts.ValueCount;

class ServicesTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client =
      LoopbackArchive.client(
          archive.options(), () -> Optional.of("test-token-not-a-secret".toCharArray()));
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  @Test
  void namesAreResolved() {
    archive.then(
        executing(),
        json(
            """
            {"resolvedCoordinate":[
              {"searchString":"m101","resolver":"NED","canonicalName":"MESSIER 101","ra":210.80227,
               "decl":54.34895,"radius":0.24,"objectType":"G"},
              {"searchString":"m101","resolver":"TIC","ra":"210.8","decl":"54.3"},
              {"searchString":"m101","resolver":"ODD","ra":null,"decl":54},
              {"searchString":"m101","resolver":"FAR","ra":1,"decl":540}],"status":""}"""));
    assertThat(client.resolve("M101", cancellation))
        .containsExactly(
            new ResolvedName("MESSIER 101", "NED", 210.80227, 54.34895, "G"),
            new ResolvedName("m101", "TIC", 210.8, 54.3, ""));
    assertThat(archive.questions().get(0).path("service").asText()).isEqualTo("Mast.Name.Lookup");
    assertThat(archive.questions().get(0).path("params").path("input").asText()).isEqualTo("M101");
    assertThat(archive.questions().get(0).path("params").path("format").asText()).isEqualTo("json");
    assertThat(archive.asked().get(0).header("Authorization")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resolvedCoordinate\":[],\"status\":\"\"}",
        "{\"status\":\"\"}",
        "{\"resolvedCoordinate\":null}",
        "{\"status\":\"COMPLETE\",\"data\":{\"resolvedCoordinate\":[]}}"
      })
  void anUnknownNameHasNoPosition(String reply) {
    archive.then(json(reply));
    assertThat(client.resolve("nobody", cancellation)).isEmpty();
  }

  @Test
  void facetsAreListedByTheirCounts() {
    archive.then(
        json(
            """
            {"status":"COMPLETE","msg":"","data":{"Tables":[{"Columns":[
              {"text":"obs_collection","ExtendedProperties":{"histObj":{"hist":[
                {"count":5,"key":"HST"},{"count":9,"key":"JWST"},{"count":5,"key":""},
                {"count":99999999999,"key":"TESS"},{"key":null,"count":3},{"count":"x","key":"Odd"}],
                "HST":{"count":5,"key":"HST"}}}},
              {"text":"s_ra","ExtendedProperties":{"histObj":{"hist":{"hist":[{"key":0,"count":3}]},
                "min":0,"max":360,"type":"numeric"}}},
              {"text":"sequence_number","ExtendedProperties":{"histObj":{"hist":[
                {"count":7,"key":"-999"},{"count":2,"key":14}]}}},
              {"text":"obs_id","ExtendedProperties":{}},
              {"text":"broken"}]}]}}"""));
    assertThat(client.facets(cancellation))
        .containsOnlyKeys("obs_collection", "sequence_number")
        .containsEntry("sequence_number", List.of(new ValueCount("", 7), new ValueCount("14", 2)))
        .satisfies(
            facets ->
                assertThat(facets.get("obs_collection"))
                    .containsExactly(
                        new ValueCount("TESS", Integer.MAX_VALUE),
                        new ValueCount("JWST", 9),
                        new ValueCount("", 5),
                        new ValueCount("HST", 5),
                        new ValueCount("Odd", 1)));
    assertThat(archive.questions().get(0).path("format").asText()).isEqualTo("extjs");
    assertThat(archive.questions().get(0).path("service").asText()).isEqualTo("Mast.Caom.All");
  }

  @Test
  void columnsAreDescribed() {
    archive.then(
        status(200, ""),
        json(
            """
            {"_selected_":{"text":"selected","type":"boolean"},
             "t_min":{"text":"Start Time","vot.datatype":"double","unit":"MJD","vot.unit":"d",
               "vot.description":"Observation start datetime","example":"59000"},
             "filters":{"text":"Filters","vot.datatype":"char","separator":";"},
             "mtFlag":{"text":"Moving Target","type":"boolean"},
             "s_fov":{"text":"FOV","remove":true},
             "odd":7}"""));
    assertThat(client.columnsConfig(cancellation))
        .containsOnlyKeys("t_min", "filters", "mtFlag")
        .containsEntry(
            "t_min",
            new ColumnConfig(
                "Start Time", "double", "MJD", "Observation start datetime", "", "59000"))
        .containsEntry("filters", new ColumnConfig("Filters", "char", "", "", ";", ""))
        .containsEntry("mtFlag", new ColumnConfig("Moving Target", "boolean", "", "", "", ""));
    assertThat(archive.asked().get(0).uri().getPath())
        .isEqualTo("/portal/Mashup/Mashup.asmx/columnsconfig");
    assertThat(archive.asked().get(0).body()).isEqualTo("colConfigId=Mast.Caom.Cone");
  }

  @Test
  void theAccountIsThatOfTheToken() {
    archive.then(
        json(
            """
            {"eppn":"alice@stsci.edu","ezid":"alice","attrib":{"first_name":"Alice",
             "last_name":"Ace","display_name":"","email":"alice@example.org"},"anon":false,
             "scopes":[],"session":null,"token":"56a9..."}"""));
    assertThat(client.account(cancellation))
        .isEqualTo(new Account(false, "Alice Ace", "alice@example.org"));
    assertThat(archive.asked().get(0).uri().getPath()).isEqualTo("/whoami");
    assertThat(archive.asked().get(0).header("Accept")).isEqualTo("application/json");
    assertThat(archive.asked().get(0).header("Authorization"))
        .isEqualTo("token test-token-not-a-secret");
  }

  @Test
  void aBadTokenMakesNobodyOfUs() {
    archive.then(
        html(502),
        json(
            """
            {"eppn":"","ezid":"anonymous","attrib":{},"anon":true,"scopes":[],"session":null,
             "token":null}"""));
    assertThat(client.account(cancellation)).isEqualTo(new Account(true, "", ""));
  }

  @Test
  void anEndlessReplyEndsBeforeTheMemoryDoes() {
    byte[] piece = ("\"" + "x".repeat(1 << 20) + "\",").getBytes(StandardCharsets.UTF_8);
    archive.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("{\"resolvedCoordinate\":[".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 80; i++) {
            exchange.getResponseBody().write(piece);
          }
          exchange.close();
        });
    assertThatThrownBy(() -> client.resolve("m101", cancellation))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("too large");
    assertThat(archive.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "{}", "{\"status\":\"EXECUTING\"}", "{\"anon\":\"perhaps\"}"})
  void anAccountThatSaysNothingOfWhoAsksIsAFault(String reply) {
    archive.otherwise(any -> json(reply));
    assertThatThrownBy(() -> client.account(cancellation))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT));
  }
}
