package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.archive.LoopbackArchive.cutOff;
import static org.mastshell.archive.LoopbackArchive.error;
import static org.mastshell.archive.LoopbackArchive.executing;
import static org.mastshell.archive.LoopbackArchive.html;
import static org.mastshell.archive.LoopbackArchive.json;
import static org.mastshell.archive.LoopbackArchive.page;
import static org.mastshell.archive.LoopbackArchive.rows;
import static org.mastshell.archive.LoopbackArchive.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

class QueriesTest {
  private static final ObservationQuery EVERYTHING =
      new ObservationQuery(Predicate.always(), Optional.empty());

  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client = archive.client();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  private Table ask() {
    return client.observations(EVERYTHING, Progress.none(), cancellation);
  }

  private static Predicate where(String column, Match... matches) {
    return Predicate.where(Subject.column(column), List.of(matches));
  }

  private ArchiveException failure() {
    try {
      ask();
    } catch (ArchiveException trouble) {
      return trouble;
    }
    throw new AssertionError("no failure");
  }

  @Test
  void asksForAllColumnsInTheFormThatTheServiceTakes() {
    archive.then(rows("{\"obsid\":1,\"filters\":\"F277W\"}"));
    client.observations(
        new ObservationQuery(where("filters", new Match.Equal("F277W")), Optional.empty()),
        Progress.none(),
        cancellation);

    LoopbackArchive.Asked asked = archive.asked().get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.uri().getPath()).isEqualTo("/api/v0/invoke");
    assertThat(asked.header("Content-type")).startsWith("application/x-www-form-urlencoded");
    assertThat(asked.header("Authorization")).isNull();
    JsonNode question = asked.question();
    assertThat(question.path("service").asText()).isEqualTo("Mast.Caom.Filtered");
    assertThat(question.path("format").asText()).isEqualTo("json");
    assertThat(question.path("page").asInt()).isEqualTo(1);
    assertThat(question.path("pagesize").asInt()).isEqualTo(50_000);
    assertThat(question.path("params").path("columns").asText()).isEqualTo("*");
    JsonNode filter = question.path("params").path("filters").path(0);
    assertThat(filter.path("paramName").asText()).isEqualTo("filters");
    assertThat(filter.path("values").path(0).asText()).isEqualTo("F277W");
    assertThat(filter.path("separator").asText()).isEqualTo(";");
  }

  @Test
  void asksAroundAPositionWithFiltersAndWithout() {
    archive.otherwise(any -> rows());
    SkyCircle circle = new SkyCircle(210.8, -0.00001, 0.05);
    client.observations(
        new ObservationQuery(where("calib_level", new Match.Equal("3")), Optional.of(circle)),
        Progress.none(),
        cancellation);
    client.observations(
        new ObservationQuery(Predicate.always(), Optional.of(circle)),
        Progress.none(),
        cancellation);

    JsonNode filtered = archive.questions().get(0);
    assertThat(filtered.path("service").asText()).isEqualTo("Mast.Caom.Filtered.Position");
    assertThat(filtered.path("params").path("position").asText())
        .isEqualTo("210.8, -0.00001, 0.05");
    JsonNode cone = archive.questions().get(1);
    assertThat(cone.path("service").asText()).isEqualTo("Mast.Caom.Cone");
    assertThat(cone.path("params").path("ra").asDouble()).isEqualTo(210.8);
    assertThat(cone.path("params").path("dec").asDouble()).isEqualTo(-0.00001);
    assertThat(cone.path("params").path("radius").asDouble()).isEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"obsid\":1,\"filters\":null}",
        "{\"filters\":null,\"obsid\":1}",
        "{\"obsid\":1,\"filters\":\"F444W\"}"
      })
  void whatRowsAreJudgedByHasToBeThereButMayBeEmpty(String row) {
    archive.then(rows(row));
    ObservationQuery query =
        new ObservationQuery(
            Predicate.not(where("filters", new Match.Equal("F277W"))), Optional.empty());

    assertThat(client.observations(query, Progress.none(), cancellation).size()).isEqualTo(1);

    archive.then(rows("{\"obsid\":1,\"filter\":\"F444W\"}"));
    assertThatThrownBy(() -> client.observations(query, Progress.none(), cancellation))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("its rows have no filters");
  }

  @Test
  void countsByTheServer() {
    archive.then(
        json(
            """
            {"status": "COMPLETE", "msg": "", "data": [{"Column1": 1234567}],
            "fields": [{"name": "Column1", "type": "string"}], "paging": {"page": 1,
            "pageSize": 50000, "pagesFiltered": 1, "rows": 1, "rowsFiltered": 1, "rowsTotal": 1}}"""));
    assertThat(client.count(EVERYTHING, cancellation)).isEqualTo(1_234_567);
    assertThat(archive.questions().get(0).path("params").path("columns").asText())
        .isEqualTo("COUNT_BIG(*)");
  }

  @Test
  void aCountThatIsNoNumberIsAFault() {
    archive.then(rows("{\"Column1\":\"many\"}"));
    assertThatThrownBy(() -> client.count(EVERYTHING, cancellation))
        .asInstanceOf(InstanceOfAssertFactories.type(ArchiveException.class))
        .extracting(ArchiveException::kind)
        .isEqualTo(ArchiveException.Kind.FAULT);
  }

  @Test
  void pollsWithTheIdenticalBodyWhileTheQuestionIsWorkedOn() {
    archive.then(executing(), executing(), executing(), rows("{\"obsid\":7}"));
    assertThat(ask().text(0, "obsid")).isEqualTo("7");
    assertThat(archive.asked()).hasSize(4);
    assertThat(archive.asked())
        .extracting(LoopbackArchive.Asked::body)
        .containsOnly(archive.asked().get(0).body());
    assertThat(archive.questions().get(0).path("cacheBreaker").asText()).isNotBlank();
  }

  @Test
  void pollingEndsWithTheTimeAllowed() {
    archive.otherwise(any -> executing());
    ClientOptions brief = new ClientOptions(archive.uri(), Duration.ofMillis(400), 5, 4, 0);
    try (ArchiveClient impatient = LoopbackArchive.client(brief)) {
      assertThatThrownBy(() -> impatient.observations(EVERYTHING, Progress.none(), cancellation))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.TIMEOUT);
                assertThat(trouble).hasMessageContaining("still working");
                assertThat(trouble.advice()).contains("set timeout");
              });
    }
    assertThat(archive.asked().size()).isGreaterThan(3);
  }

  @Test
  void everyQuestionHasItsOwnCacheBreaker() {
    archive.otherwise(any -> rows());
    ask();
    ask();
    List<JsonNode> questions = archive.questions();
    assertThat(questions.get(0).path("cacheBreaker"))
        .isNotEqualTo(questions.get(1).path("cacheBreaker"));
  }

  @Test
  void fetchesEveryPageOfOneQuestion() {
    archive.then(
        json(page(1, 3, 5, "{\"obsid\":1}", "{\"obsid\":2}")),
        json(page(2, 3, 5, "{\"obsid\":3}", "{\"obsid\":4}")),
        json(page(3, 3, 5, "{\"obsid\":5}")));
    List<Progress.Step> steps = new ArrayList<>();
    Table table = client.observations(EVERYTHING, steps::add, cancellation);

    assertThat(table.size()).isEqualTo(5);
    assertThat(table.text(4, "obsid")).isEqualTo("5");
    assertThat(archive.questions())
        .extracting(q -> q.path("page").asInt())
        .containsExactly(1, 2, 3);
    assertThat(archive.questions())
        .extracting(q -> q.path("cacheBreaker").asText())
        .containsOnly(archive.questions().get(0).path("cacheBreaker").asText());
    assertThat(steps).extracting(Progress.Step::done).containsExactly(2L, 4L, 5L);
    assertThat(steps).extracting(Progress.Step::total).containsOnly(5L);
  }

  @Test
  void asksForNoMorePagesThanTheLimitTakes() {
    archive.then(
        json(page(1, 3, 5, "{\"obsid\":1}", "{\"obsid\":2}")),
        json(page(2, 3, 5, "{\"obsid\":3}", "{\"obsid\":4}")));
    Table first = client.observations(EVERYTHING, 3, Progress.none(), cancellation);
    assertThat(first.size()).isEqualTo(3);
    assertThat(first.text(2, "obsid")).isEqualTo("3");
    assertThat(archive.questions()).hasSize(2);
    assertThat(archive.questions().get(0).path("pagesize").asInt()).isEqualTo(1000);
  }

  @Test
  void aLostRowIsAnError() {
    archive.then(
        json(page(1, 2, 5, "{\"obsid\":1}", "{\"obsid\":2}")),
        json(page(2, 2, 5, "{\"obsid\":3}")));
    assertThat(failure()).hasMessageContaining("received 3 of 5 rows");
    assertThat(archive.asked()).hasSize(2);
  }

  @Test
  void tooManyRowsAreAnErrorAndEndEndlessPages() {
    archive.otherwise(
        asked ->
            json(
                page(
                    asked.question().path("page").asInt(),
                    1_000_000,
                    3,
                    "{\"obsid\":1}",
                    "{\"obsid\":2}")));
    assertThat(failure()).hasMessageContaining("received 4 of 3 rows");
    assertThat(archive.asked()).hasSize(2);
  }

  @Test
  void emptyPagesEndEndlessPages() {
    archive.otherwise(asked -> json(page(asked.question().path("page").asInt(), 1_000_000, 3)));
    assertThat(failure()).hasMessageContaining("received 0 of 3 rows");
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void theSamePageAgainIsAnError() {
    archive.then(json(page(1, 2, 2, "{\"obsid\":1}")), json(page(1, 2, 2, "{\"obsid\":1}")));
    assertThat(failure()).hasMessageContaining("page 1 in place of page 2");
  }

  @Test
  void aReplyWithoutPagingIsOnePage() {
    archive.then(json("{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":3}]}"));
    assertThat(ask().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aServerInTroubleIsAskedAgain(int code) {
    archive.then(
        html(code), status(code, ""), html(code), status(code, "{}"), rows("{\"obsid\":1}"));
    assertThat(ask().size()).isEqualTo(1);
    assertThat(archive.asked())
        .extracting(LoopbackArchive.Asked::body)
        .containsOnly(archive.asked().get(0).body());
  }

  @Test
  void whatIsNoAnswerIsAskedForAgain() {
    archive.then(
        html(200),
        status(200, ""),
        json("{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":1},{\"obs"),
        json("{\"status\":\"COMPLETE\",\"msg\":\"no rows at all\"}"),
        cutOff("{\"status\":\"COMPLETE\",\"data\":[{\"obsid\":1},"),
        rows("{\"obsid\":1}", "{\"obsid\":2}"));
    assertThat(ask().size()).isEqualTo(2);
    assertThat(archive.asked()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot continue the execution because the session is in the kill state.",
        "Timeout Expired. The timeout period elapsed",
        "Transaction was deadlocked on lock resources",
        "something that nobody has seen before"
      })
  void anErrorOfTheServerItselfIsAskedAgainUnderANewName(String message) {
    archive.then(error(message), error(message), rows("{\"obsid\":1}"));
    assertThat(ask().size()).isEqualTo(1);
    assertThat(archive.questions())
        .extracting(q -> q.path("params"))
        .containsOnly(archive.questions().get(0).path("params"));
    assertThat(archive.questions())
        .extracting(q -> q.path("cacheBreaker").asText())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid column name 's_fov'.",
        "Error converting data type varchar to bigint.",
        "Incorrect syntax near '*'.",
        "Conversion failed when converting the varchar value"
      })
  void anErrorAboutTheQuestionIsFinal(String message) {
    archive.then(error(message));
    ArchiveException trouble = failure();
    assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.QUESTION);
    assertThat(trouble).hasMessageContaining(message);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void anErrorBelowAStatusOfFailureIsReadToo() {
    archive.then(
        status(500, "{\"status\":\"ERROR\",\"msg\":\"Invalid column name 'x'.\",\"data\":[]}"));
    assertThat(failure().kind()).isEqualTo(ArchiveException.Kind.QUESTION);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void theMessageOfTheArchiveIsCleaned() {
    archive.then(error("Invalid column name \\u001b[31mred\\u0007\\n\\u202e" + "x".repeat(5000)));
    String message = failure().getMessage();
    assertThat(message).doesNotContain("\u001b", "\u0007", "\n", "\u202e").hasSizeLessThan(400);
  }

  @Test
  void givesUpAfterTheTriesThatAreAllowed() {
    archive.otherwise(any -> html(503));
    ArchiveException trouble = failure();
    assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT);
    assertThat(trouble).hasMessageContaining("503");
    assertThat(trouble.advice()).isNotBlank();
    assertThat(archive.asked()).hasSize(6);
  }

  @Test
  void aMissingServiceIsNotAskedAgain() {
    archive.otherwise(any -> status(404, "no such thing"));
    assertThat(failure().kind()).isEqualTo(ArchiveException.Kind.FAULT);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void aRefusedLoginIsNotAskedAgain() {
    archive.otherwise(any -> status(401, ""));
    assertThat(failure().kind()).isEqualTo(ArchiveException.Kind.LOGIN);
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void packedRepliesAreUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(page(1, 1, 1, "{\"obsid\":42}").getBytes(StandardCharsets.UTF_8));
    }
    archive.then(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          LoopbackArchive.body(200, "text/json", packed.toByteArray()).write(exchange);
        });
    assertThat(ask().text(0, "obsid")).isEqualTo("42");
    assertThat(archive.asked().get(0).header("Accept-encoding")).contains("gzip");
  }

  @Test
  void aPageThatIsMissingIsAnErrorEvenWhereNoTotalIsStated() {
    archive.then(json(page(1, 3, -1, "{\"obsid\":1}")), json(page(2, 3, -1)));
    assertThatThrownBy(
            () ->
                client.observations(
                    new ObservationQuery(Predicate.always(), Optional.empty()),
                    Progress.none(),
                    cancellation))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("announced more pages than it sent");
  }

  @Test
  void severalWildcardsAreSeveralRequestsUnitedByObsid() {
    archive.then(
        rows(
            "{\"obsid\":1,\"instrument_name\":\"NIRCAM/IMAGE\"}",
            "{\"obsid\":2,\"instrument_name\":\"NIRCAMERA\"}"),
        rows(
            "{\"obsid\":1,\"instrument_name\":\"NIRCAM/IMAGE\"}",
            "{\"obsid\":3,\"instrument_name\":\"MIRI\"}"));
    Table table =
        client.observations(
            new ObservationQuery(
                where("instrument_name", new Match.Family("NIRCAM"), new Match.Family("MIRI")),
                Optional.empty()),
            Progress.none(),
            cancellation);

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.text(0, "obsid")).isEqualTo("1");
    assertThat(table.text(1, "obsid")).isEqualTo("3");
    assertThat(archive.questions())
        .extracting(q -> q.path("params").path("filters").path(0).path("freeText").asText())
        .containsExactly("NIRCAM%", "MIRI%");
    assertThat(archive.questions().get(0).path("params").path("filters").path(0).path("values"))
        .isEmpty();
  }
}
