package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Lists of more values than one request holds. */
class LongListsTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private static Predicate ids(int count) {
    return Predicate.where(
        Subject.column("obs_id"),
        IntStream.range(0, count).<Match>mapToObj(i -> new Match.Equal("jw" + i)).toList());
  }

  private static List<String> sent(JsonNode question) {
    List<String> values = new ArrayList<>();
    for (JsonNode filter : question.path("params").path("filters")) {
      if (filter.path("paramName").asText().equals("obs_id")) {
        filter.path("values").forEach(value -> values.add(value.asText()));
      }
    }
    return values.stream().filter(value -> value.startsWith("jw")).distinct().toList();
  }

  // An observation for each value; some come with a neighbour that others bring, too.
  private void answering() {
    archive.otherwise(
        asked -> {
          List<String> rows = new ArrayList<>();
          for (String value : sent(asked.question())) {
            rows.add(
                "{\"obsid\":\"1%s\",\"obs_id\":\"%s\",\"obs_collection\":\"JWST\"}"
                    .formatted(value.substring(2), value));
          }
          return LoopbackArchive.rows(rows.toArray(String[]::new));
        });
  }

  private ObservationsReply ask(Predicate criteria, int batchSize, int limit) {
    ClientOptions usual = archive.options();
    ClientOptions options = new ClientOptions(usual.server(), usual.timeout(), 1, 4, batchSize);
    try (ArchiveClient client = LoopbackArchive.client(options)) {
      return client.search(query(criteria), limit, Progress.none(), cancellation);
    }
  }

  private static ObservationQuery query(Predicate criteria) {
    return new ObservationQuery(criteria, Optional.empty());
  }

  private static List<String> column(Table table, String name) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.text(row, name)).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 251, 1000, 2600})
  void areAskedForInBatches(int count) {
    answering();
    Table found = ask(ids(count), 0, Integer.MAX_VALUE).observations();
    assertThat(column(found, "obs_id"))
        .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "jw" + i).toList());
    assertThat(archive.asked()).hasSize((count + 249) / 250);
    assertThat(archive.questions()).allMatch(question -> sent(question).size() <= 250);
  }

  @Test
  void goWithTheOtherCriteria() {
    answering();
    Predicate both =
        Predicate.all(
            List.of(
                Predicate.where(Subject.column("obs_collection"), new Match.Equal("JWST")),
                ids(600)));
    ask(both, 0, Integer.MAX_VALUE);
    assertThat(archive.questions())
        .hasSize(3)
        .allMatch(
            question ->
                question.path("params").path("filters").toString().contains("obs_collection"));
    try (ArchiveClient client = archive.client()) {
      QueryPlan plan = client.plan(both, false);
      assertThat(plan.requests()).isEqualTo(3);
      assertThat(plan.sent())
          .containsExactly("obs_collection=JWST", "obs_id=jw0,jw1,jw2,… (600 values)");
    }
  }

  @Test
  void aValueThatComesTwiceIsAskedForOnce() {
    answering();
    List<Match> values = new ArrayList<>(((Predicate.Condition) ids(300)).matches());
    values.addAll(List.copyOf(values));
    Predicate twice = Predicate.where(Subject.column("obs_id"), values);
    assertThat(ask(twice, 0, Integer.MAX_VALUE).observations().size()).isEqualTo(300);
    assertThat(archive.questions()).hasSize(2);
  }

  @Test
  void anObservationThatSeveralBatchesBringComesOnce() {
    archive.otherwise(asked -> LoopbackArchive.rows("{\"obsid\":\"7\",\"obs_id\":\"jw5\"}"));
    assertThat(ask(ids(9), 3, Integer.MAX_VALUE).observations().size()).isEqualTo(1);
    assertThat(archive.questions()).hasSize(3);
  }

  @Test
  void whatIsAnsweredStaysWhereOtherValuesAreNot() {
    Set<String> bad = Set.of("jw4", "jw11");
    archive.otherwise(
        asked -> {
          Set<String> values = new HashSet<>(sent(asked.question()));
          values.retainAll(bad);
          return values.isEmpty()
              ? LoopbackArchive.rows(
                  sent(asked.question()).stream()
                      .map(id -> "{\"obsid\":\"1%s\",\"obs_id\":\"%s\"}".formatted(id, id))
                      .toArray(String[]::new))
              : LoopbackArchive.status(503, "overloaded");
        });
    ObservationsReply reply = ask(ids(20), 5, Integer.MAX_VALUE);
    assertThat(reply.observations().size()).isEqualTo(18);
    assertThat(reply.unanswered()).containsExactly("jw4", "jw11");
    assertThat(reply.trouble()).contains("status 503");
    assertThatThrownBy(reply::complete).isInstanceOf(ArchiveException.class);
  }

  @Test
  void aLimitEndsTheAsking() {
    answering();
    Table found = ask(ids(2000), 100, 150).observations();
    assertThat(found.size()).isEqualTo(150);
    assertThat(archive.asked().size()).isLessThan(20);
    assertThat(column(found, "obs_id")).startsWith("jw0", "jw1").endsWith("jw149");
  }

  @Test
  void areCountedInBatches() {
    archive.otherwise(
        asked ->
            LoopbackArchive.json(
                "{\"status\":\"COMPLETE\",\"data\":[{\"Column1\":%d}],\"fields\":[]}"
                    .formatted(sent(asked.question()).size())));
    try (ArchiveClient client = archive.client()) {
      assertThat(client.count(query(ids(700)), cancellation)).isEqualTo(700);
    }
    assertThat(archive.asked()).hasSize(3);
  }
}
