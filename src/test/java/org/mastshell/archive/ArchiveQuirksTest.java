package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mastshell.archive.LoopbackArchive.json;
import static org.mastshell.archive.LoopbackArchive.rows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/**
 * What MAST's services are known to do beside what one would expect, each numbered as in the
 * project's list of them. The rest of the list concerns downloads and what is shown.
 */
class ArchiveQuirksTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client = archive.client();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  private Table ask(Predicate criteria) {
    return client.observations(
        new ObservationQuery(criteria, Optional.empty()), Progress.none(), cancellation);
  }

  private Table answer(String reply) {
    archive.then(json(reply));
    return ask(Predicate.always());
  }

  @Test
  void quirk01NumbersThatAreNamesAreText() {
    Table table =
        answer(
            """
            {"status":"COMPLETE","data":[
              {"obsid":2003585980,"objID":1,"proposal_id":1073,"parent_obsid":7},
              {"obsid":"0123","objID":"2","proposal_id":"01073"},
              {"obsid":2.0035859E9}],
             "fields":[{"name":"obsid","type":"long"},{"name":"proposal_id","type":"int"}]}""");
    for (String name : List.of("obsid", "objID", "proposal_id", "parent_obsid")) {
      assertThat(table.column(name).type()).as(name).isEqualTo(ColumnType.TEXT);
    }
    assertThat(table.text(0, "obsid")).isEqualTo("2003585980");
    assertThat(table.text(1, "obsid")).isEqualTo("0123");
    assertThat(table.text(2, "obsid")).isEqualTo("2003585900");
    assertThat(table.text(1, "proposal_id")).isEqualTo("01073");
  }

  @Test
  void quirk02ANameInPlaceOfAnObsidIsToldWithoutAsking() {
    assertThatThrownBy(
            () ->
                client.products(
                    List.of("1", "jw01073001001_02101_00001_nrca1"),
                    Predicate.always(),
                    Progress.none(),
                    cancellation))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.QUESTION);
              assertThat(trouble.advice()).contains("search obs_id=jw01073001001_02101");
            });
    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void quirk03ColumnsMayBeMissingDoubledAndNew() {
    Table table =
        answer(
            """
            {"status":"COMPLETE","data":[{"wave_region":"IR","obsid":1,"obs_id":"a"}],
             "fields":[{"name":"obs_id","type":"string"},{"name":"obsid","type":"string"},
               {"name":"obs_id","type":"string"},{"name":"filters","type":"string"},
               {"name":"wave_region","type":"string"}]}""");
    assertThat(table.columns())
        .extracting(ColumnInfo::name)
        .containsExactly("obs_id", "obsid", "filters", "wave_region");
    assertThat(table.text(0, "obs_id")).isEqualTo("a");
    assertThat(table.text(0, "filters")).isNull();
    assertThat(table.text(0, "wave_region")).isEqualTo("IR");
  }

  @Test
  void quirk04Placeholders() {
    Table table =
        answer(
            """
            {"status":"COMPLETE","data":[
              {"obsid":1,"sequence_number":-999,"em_min":0,"t_min":null,"srcDen":NaN,"filters":""},
              {"obsid":2,"sequence_number":14,"em_min":600.5,"t_min":59000,"srcDen":3,"filters":"TESS"}]}""");
    assertThat(table.column("sequence_number").isMissing(0)).isTrue();
    assertThat(table.text(1, "sequence_number")).isEqualTo("14");
    assertThat(table.column("em_min").number(0)).isZero();
    assertThat(table.column("t_min").isMissing(0)).isTrue();
    assertThat(table.column("srcDen").isMissing(0)).isTrue();
    assertThat(table.text(0, "filters")).isEmpty();
  }

  @Test
  void quirk05FootprintsAreKeptAsTheyCome() {
    Table table =
        answer(
            """
            {"status":"COMPLETE","data":[{"obsid":1,"s_region":"POLYGON GSC1  1 2  3 4"},
             {"s_region":"Error"},{"s_region":null}]}""");
    assertThat(table.text(0, "s_region")).isEqualTo("POLYGON GSC1  1 2  3 4");
    assertThat(table.text(1, "s_region")).isEqualTo("Error");
    assertThat(table.text(2, "s_region")).isNull();
  }

  @Test
  void quirk06And08SizesAndPlannedRowsMayBeEmpty() {
    archive.then(
        rows(
            "{\"obsid\":1,\"calib_level\":-1,\"dataURL\":null,\"size\":null}",
            "{\"obsid\":2,\"calib_level\":3,\"dataURL\":\"mast:x\",\"size\":0}"));
    Table table = ask(Predicate.always());
    assertThat(table.text(0, "calib_level")).isEqualTo("-1");
    assertThat(table.column("size").isMissing(0)).isTrue();
    assertThat(table.text(1, "size")).isEqualTo("0");
  }

  @Test
  void quirk07AProductOfSeveralObservationsComesForEach() {
    archive.then(
        rows(
            "{\"parent_obsid\":2,\"obsID\":9,\"dataURI\":\"mast:x\",\"productFilename\":\"x\"}",
            "{\"parent_obsid\":1,\"obsID\":9,\"dataURI\":\"mast:x\",\"productFilename\":\"x\"}"));
    Table table =
        client
            .products(List.of("1", "2"), Predicate.always(), Progress.none(), cancellation)
            .products();
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.text(0, "parent_obsid")).isEqualTo("1");
  }

  @Test
  void quirk09ManyObservationsAreNeverOneRequest() {
    archive.otherwise(any -> rows());
    List<String> many = IntStream.range(1, 1001).mapToObj(Integer::toString).toList();
    client.products(many, Predicate.always(), Progress.none(), cancellation);
    assertThat(archive.questions())
        .allSatisfy(
            question ->
                assertThat(question.path("params").path("obsid").asText().split(",").length)
                    .isLessThanOrEqualTo(200));
  }

  @Test
  void quirk10ACountIsOneRowWhateverThePage() {
    archive.then(json("{\"status\":\"COMPLETE\",\"data\":[{\"Column1\":\"12\"}]}"));
    assertThat(
            client.count(new ObservationQuery(Predicate.always(), Optional.empty()), cancellation))
        .isEqualTo(12);
  }

  @Test
  void quirk11AWebPageIsNoAnswer() {
    archive.then(LoopbackArchive.html(504), LoopbackArchive.html(200), rows());
    assertThat(ask(Predicate.always()).size()).isZero();
    assertThat(archive.asked()).hasSize(3);
  }

  @Test
  void quirk13OneWildcardIsOneFilterOfOneRequest() {
    archive.otherwise(any -> rows());
    ask(
        Predicate.where(
            Subject.column("target_name"),
            List.of(Match.Wildcard.of("a*"), Match.Wildcard.of("b*"), new Match.Equal("c"))));
    assertThat(archive.questions()).hasSize(3);
    assertThat(archive.questions())
        .allSatisfy(q -> assertThat(q.path("params").path("filters")).hasSize(1));
  }

  private static String product(int owner) {
    return "{\"parent_obsid\":%d,\"dataURI\":\"mast:a/%d\",\"productFilename\":\"%d\"}"
        .formatted(owner, owner, owner);
  }

  @Test
  void quirk17ProductsAreInOrderThoughRepliesAreNot() {
    archive.then(rows(product(3), product(1), product(2)));
    Table table =
        client
            .products(List.of("1", "2", "3"), Predicate.always(), Progress.none(), cancellation)
            .products();
    assertThat(IntStream.range(0, 3).mapToObj(row -> table.text(row, "parent_obsid")))
        .containsExactly("1", "2", "3");
  }

  @Test
  void quirk19NamesMayHaveSeveralBlanks() {
    archive.then(
        json("{\"resolvedCoordinate\":[{\"canonicalName\":\"M   1\",\"ra\":83.6,\"decl\":22.0}]}"));
    assertThat(client.resolve("m1", cancellation).get(0).name()).isEqualTo("M   1");
  }

  @Test
  void quirk20PollingRepeatsTheQuestionToTheLetter() {
    archive.then(LoopbackArchive.executing(), rows());
    ask(Predicate.always());
    assertThat(archive.asked().get(1).body()).isEqualTo(archive.asked().get(0).body());
  }

  @Test
  void quirk21EverythingInAUriIsEncoded() throws IOException {
    archive.then(LoopbackArchive.status(200, "x"));
    client.files().open("mast:HLA/a?b=c&d", 0, "", cancellation).close();
    assertThat(archive.asked().get(0).uri().getRawQuery())
        .isEqualTo("uri=mast%3AHLA%2Fa%3Fb%3Dc%26d");
  }

  @Test
  void quirk22CompoundFiltersAreAskedPartByPart() {
    archive.then(
        rows("{\"obsid\":1,\"filters\":\"F162M;F150W2\"}", "{\"obsid\":2,\"filters\":\"F150W2\"}"));
    Match both = new Match.Parts(List.of(new Match.Equal("F150W2"), new Match.Equal("F162M")));
    Table table = ask(Predicate.where(Subject.column("filters"), both));
    assertThat(table.size()).isEqualTo(1);
    assertThat(
            archive
                .questions()
                .get(0)
                .path("params")
                .path("filters")
                .path(0)
                .path("separator")
                .asText())
        .isEqualTo(";");
  }
}
