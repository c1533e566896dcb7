package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/** What the services of catalogues are asked, and what is made of their answers. */
class CatalogSearchTest {
  private static final SkyCircle CIRCLE = new SkyCircle(10, 20, 0.05);
  private static final Predicate BRIGHT =
      Predicate.where(Subject.column("Tmag"), Match.Range.closed(5, 10));

  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private static ServiceTable table(String name) {
    return ServiceTables.bundled().find(SetKind.CATALOG, name).orElseThrow();
  }

  private static List<String> names(Table rows) {
    return rows.columns().stream().map(ColumnInfo::name).toList();
  }

  private CatalogSearch search(
      ArchiveClient client,
      String catalog,
      Predicate criteria,
      SkyCircle circle,
      String... columns) {
    return client.catalog(
        new CatalogQuery(table(catalog), criteria, Optional.ofNullable(circle), List.of(columns)));
  }

  private Table find(String catalog, Predicate criteria, SkyCircle circle, String... columns) {
    try (ArchiveClient client = archive.client()) {
      return search(client, catalog, criteria, circle, columns)
          .find(Integer.MAX_VALUE, Progress.none(), cancellation)
          .rows();
    }
  }

  private JsonNode asked() {
    return archive.questions().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "tic,Mast.Catalogs.Tic.Cone",
    "ctl,Mast.Catalogs.Ctl.Cone",
    "gaiadr1,Mast.Catalogs.GaiaDR1.Cone",
    "gaiadr2,Mast.Catalogs.GaiaDR2.Cone",
    "gaiadr3,Mast.Catalogs.GaiaDR3.Cone",
    "tgas,Mast.Catalogs.Tgas.Cone",
    "diskdetective,Mast.Catalogs.DiskDetective.Cone",
    "plato,Mast.Catalogs.Plato.Cone",
    "hsc,Mast.Hsc.Db.v3",
    "hscv2,Mast.Hsc.Db.v2",
    "galex,Mast.Galex.Catalog",
  })
  void aPositionAloneIsACone(String catalog, String service) {
    archive.otherwise(asked -> LoopbackArchive.rows());
    assertThat(find(catalog, Predicate.always(), CIRCLE).size()).isZero();
    assertThat(asked().path("service").asText()).isEqualTo(service);
    JsonNode params = asked().path("params");
    assertThat(params.path("ra").asDouble()).isEqualTo(10);
    assertThat(params.path("dec").asDouble()).isEqualTo(20);
    assertThat(params.path("radius").asDouble()).isEqualTo(0.05);
    assertThat(params.has("nr")).isEqualTo(catalog.startsWith("hsc"));
  }

  @Test
  void criteriaGoToTheServiceThatTakesFilters() {
    archive.otherwise(
        asked -> LoopbackArchive.rows("{\"ID\":12345,\"ra\":10.0,\"dec\":20.01,\"Tmag\":7.5}"));
    Table rows = find("tic", BRIGHT, CIRCLE, "ID", "Tmag");
    assertThat(asked().path("service").asText())
        .isEqualTo("Mast.Catalogs.Filtered.Tic.Position.Rows");
    assertThat(asked().path("params").path("filters").toString())
        .isEqualTo("[{\"paramName\":\"Tmag\",\"values\":[{\"min\":5,\"max\":10}]}]");
    assertThat(asked().path("params").path("columns").asText()).isEqualTo("ID,Tmag,ra,dec");
    assertThat(names(rows)).containsExactly("ID", "distance", "ra", "dec", "Tmag", "catalog_name");
    assertThat(rows.text(0, "ID")).isEqualTo("12345");
    assertThat(rows.column("distance").number(0)).isCloseTo(36, within(1e-6));
  }

  @Test
  void withoutAPositionTheServiceIsAnotherOne() {
    archive.otherwise(asked -> LoopbackArchive.rows());
    find("ctl", BRIGHT, null);
    assertThat(asked().path("service").asText()).isEqualTo("Mast.Catalogs.Filtered.Ctl.Rows");
    assertThat(asked().path("params").path("columns").asText()).isEqualTo("*");
    assertThat(asked().path("params").has("ra")).isFalse();
  }

  @Test
  void diskDetectiveTakesNoColumns() {
    archive.otherwise(asked -> LoopbackArchive.rows());
    Predicate done = Predicate.where(Subject.column("state"), new Match.Equal("complete"));
    find("diskdetective", done, CIRCLE);
    assertThat(asked().path("service").asText())
        .isEqualTo("Mast.Catalogs.Filtered.DiskDetective.Position");
    assertThat(asked().path("params").has("columns")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"distance", "dstArcSec", "Distance", "distance_arcmin"})
  void distancesAreArcsecondsWhateverTheArchiveMeasuresThemIn(String column) {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"source_id\":2,\"ra\":10,\"dec\":20.02,\"%s\":1.2}".formatted(column),
                "{\"source_id\":1,\"ra\":10,\"dec\":20.01,\"%s\":0.6}".formatted(column)));
    Table rows = find("gaiadr3", Predicate.always(), CIRCLE);
    assertThat(names(rows))
        .startsWith("source_id", "distance")
        .filteredOn(name -> name.toLowerCase(Locale.ROOT).startsWith("d"))
        .containsExactlyInAnyOrder("distance", "dec");
    assertThat(rows.text(0, "source_id")).isEqualTo("1");
    assertThat(rows.column("distance").number(0)).isCloseTo(36, within(1e-6));
    assertThat(rows.column("distance").number(1)).isCloseTo(72, within(1e-6));
  }

  @Test
  void criteriaOfAConeAreJudgedHere() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"source_id\":1,\"ra\":10,\"dec\":20,\"ruwe\":1.1}",
                "{\"source_id\":2,\"ra\":10,\"dec\":20,\"ruwe\":2.5}"));
    Predicate single = Predicate.where(Subject.column("ruwe"), Match.Range.closed(0, 1.4));
    try (ArchiveClient client = archive.client()) {
      CatalogSearch search = search(client, "gaiadr3", single, CIRCLE);
      assertThat(search.plan().sent()).isEmpty();
      assertThat(search.plan().judgedHereOnly()).hasSize(1);
      assertThat(search.find(9, Progress.none(), cancellation).rows().text(0, "source_id"))
          .isEqualTo("1");
      assertThat(search.find(9, Progress.none(), cancellation).rows().size()).isEqualTo(1);
    }
  }

  @Test
  void countsAreAskedForInTheWayOfEachService() {
    archive.otherwise(
        asked ->
            asked.question().path("service").asText().endsWith("Cone")
                ? LoopbackArchive.json(
                    LoopbackArchive.page(1, 77, 77, "{\"source_id\":1,\"ra\":1,\"dec\":2}"))
                : LoopbackArchive.json(
                    "{\"status\":\"COMPLETE\",\"data\":[{\"Column1\":599}],\"fields\":[{\"name\":"
                        + "\"Column1\",\"type\":\"string\"}]}"));
    Predicate done = Predicate.where(Subject.column("state"), new Match.Equal("complete"));
    try (ArchiveClient client = archive.client()) {
      assertThat(search(client, "tic", BRIGHT, CIRCLE).count(Long.MAX_VALUE, cancellation).rows())
          .isEqualTo(599);
      assertThat(
              search(client, "diskdetective", done, null)
                  .count(Long.MAX_VALUE, cancellation)
                  .rows())
          .isEqualTo(599);
      assertThat(
              search(client, "gaiadr2", Predicate.always(), CIRCLE)
                  .count(Long.MAX_VALUE, cancellation)
                  .rows())
          .isEqualTo(77);
    }
    assertThat(archive.questions())
        .extracting(question -> question.path("service").asText())
        .containsExactly(
            "Mast.Catalogs.Filtered.Tic.Position",
            "Mast.Catalogs.Filtered.DiskDetective.Count",
            "Mast.Catalogs.GaiaDR2.Cone");
    assertThat(asked().path("params").path("columns").asText()).isEqualTo("COUNT_BIG(*)");
    assertThat(archive.questions().get(2).path("pagesize").asInt()).isEqualTo(1);
  }

  @Test
  void detectionsAreAskedForMatchByMatch() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"CatID\":%s,\"MatchID\":%s,\"Filter\":\"F275W\"}"
                    .formatted(
                        asked.question().path("params").path("input").asText() + "0",
                        asked.question().path("params").path("input").asText())));
    Predicate two =
        Predicate.where(
            Subject.column("MatchID"), List.of(new Match.Equal("7"), new Match.Equal("8")));
    try (ArchiveClient client = archive.client()) {
      CatalogSearch search = search(client, "hscmatches", two, null);
      assertThat(search.missingKey()).isEmpty();
      assertThat(search.plan().requests()).isEqualTo(2);
      Table rows = search.find(Integer.MAX_VALUE, Progress.none(), cancellation).rows();
      assertThat(IntStream.range(0, 2).mapToObj(row -> rows.text(row, "CatID")))
          .containsExactly("70", "80");
      assertThat(search(client, "hscmatches", Predicate.always(), null).missingKey())
          .contains("MatchID");
      assertThat(search(client, "hscspectra", Predicate.always(), null).missingKey()).isEmpty();
      assertThat(search(client, "hscspectra", Predicate.always(), null).takesPosition()).isFalse();
      assertThat(search(client, "plato", Predicate.always(), null).needsPosition()).isTrue();
    }
  }

  private static final String PANSTARRS =
      "{\"info\":[{\"name\":\"objID\",\"type\":\"long\"},{\"name\":\"raMean\",\"type\":\"double\"},"
          + "{\"name\":\"decMean\",\"type\":\"double\"},{\"name\":\"gMeanPSFMag\",\"type\":\"float\"}],"
          + "\"data\":[%s]}";

  @Test
  void panstarrsIsAskedByItsOwnInterface() {
    archive.otherwise(
        asked ->
            LoopbackArchive.json(
                PANSTARRS.formatted("[1,10,20.02,-999.0],[2,10,20.01,17.5],[3,10,20.03,null]")));
    Predicate bright = Predicate.where(Subject.column("gMeanPSFMag"), Match.Range.closed(-30, 18));
    try (ArchiveClient client = archive.client()) {
      CatalogSearch search = search(client, "panstarrs", bright, CIRCLE, "objID", "gMeanPSFMag");
      assertThat(search.plan().sent()).hasSize(1);
      assertThat(search.count(Long.MAX_VALUE, cancellation).rows()).isEqualTo(3);
      Table rows = search.find(Integer.MAX_VALUE, Progress.none(), cancellation).rows();
      assertThat(names(rows))
          .containsExactly("objID", "distance", "raMean", "decMean", "gMeanPSFMag", "catalog_name");
      assertThat(rows.size()).isEqualTo(1);
      assertThat(rows.text(0, "objID")).isEqualTo("2");
      assertThat(rows.column("distance").number(0)).isCloseTo(36, within(1e-6));
    }
    assertThat(archive.asked().get(1).body())
        .contains("ra=10&dec=20&radius=0.05&page=1&pagesize=10000")
        .contains("columns=objID", "columns=raMean", "gMeanPSFMag.gte=-30", "gMeanPSFMag.lte=18")
        .doesNotContain("columns=distance", "columns=catalog_name");
  }

  /** A page of so many objects, from the number of the first. */
  private static String page(int from, int size) {
    return PANSTARRS.formatted(
        IntStream.range(from, from + size)
            .mapToObj(i -> "[" + i + ",10,20.01,17.5]")
            .collect(Collectors.joining(",")));
  }

  private int pageOf(LoopbackArchive.Asked asked) {
    return Integer.parseInt(asked.body().replaceAll(".*[?&]page=(\\d+).*", "$1"));
  }

  @Test
  void objectsOfPanstarrsAreCountedNoFurtherThanIsNeeded() {
    archive.otherwise(
        asked ->
            LoopbackArchive.json(page(pageOf(asked) * 10_000, pageOf(asked) < 5 ? 10_000 : 7)));
    try (ArchiveClient client = archive.client()) {
      CatalogSearch search = search(client, "panstarrs", Predicate.always(), CIRCLE, "objID");
      RowCount enough = search.count(15_000, cancellation);
      assertThat(enough.more()).isTrue();
      assertThat(enough.rows()).isEqualTo(20_000);
      assertThat(archive.asked()).hasSize(2);
      assertThat(archive.asked().get(1).body()).contains("sort_by=objID");
      assertThat(search.count(Long.MAX_VALUE, cancellation)).isEqualTo(new RowCount(40_007, false));
      assertThat(search.find(Integer.MAX_VALUE, Progress.none(), cancellation).rows().size())
          .isEqualTo(40_007);
    }
  }

  @Test
  void aServerThatSendsTheSamePageAgainIsAskedNoMore() {
    archive.otherwise(asked -> LoopbackArchive.json(page(1, 10_000)));
    try (ArchiveClient client = archive.client()) {
      CatalogSearch search = search(client, "panstarrs", Predicate.always(), CIRCLE, "objID");
      assertThatThrownBy(() -> search.count(Long.MAX_VALUE, cancellation))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("page 2");
      assertThat(archive.asked()).hasSize(2);
      assertThatThrownBy(() -> search.find(Integer.MAX_VALUE, Progress.none(), cancellation))
          .isInstanceOf(ArchiveException.class);
      assertThat(archive.asked()).hasSize(4);
    }
  }

  @Test
  void whatAnAnswerDoesNotCountIsCounted() {
    archive.otherwise(
        asked ->
            LoopbackArchive.json(
                "{\"status\":\"COMPLETE\",\"msg\":\"\",\"fields\":[{\"name\":\"source_id\",\"type\":"
                    + "\"string\"}],\"data\":["
                    + IntStream.range(0, Math.min(5, asked.question().path("pagesize").asInt()))
                        .mapToObj(i -> "{\"source_id\":" + i + ",\"ra\":10,\"dec\":20}")
                        .collect(Collectors.joining(","))
                    + "]}"));
    try (ArchiveClient client = archive.client()) {
      assertThat(
              search(client, "gaiadr3", Predicate.always(), CIRCLE)
                  .count(Long.MAX_VALUE, cancellation)
                  .rows())
          .isEqualTo(5);
    }
  }

  @Test
  void noFurtherMatchIsAskedForOnceThereIsEnough() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"CatID\":1,\"MatchID\":7}",
                "{\"CatID\":2,\"MatchID\":7}",
                "{\"CatID\":3,\"MatchID\":7}"));
    Predicate two =
        Predicate.where(
            Subject.column("MatchID"), List.of(new Match.Equal("7"), new Match.Equal("8")));
    try (ArchiveClient client = archive.client()) {
      assertThat(
              search(client, "hscmatches", two, null)
                  .find(2, Progress.none(), cancellation)
                  .rows()
                  .size())
          .isEqualTo(2);
    }
    assertThat(archive.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "[1,2,3,4,5]", "7"})
  void rowsThatDoNotFitTheColumnsAreNoAnswer(String row) {
    archive.otherwise(asked -> LoopbackArchive.json(PANSTARRS.formatted(row)));
    assertThatThrownBy(() -> find("panstarrs", Predicate.always(), CIRCLE))
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void anAnswerWithoutNumbersOfStarsIsNone() {
    archive.otherwise(asked -> LoopbackArchive.rows("{\"ra\":10.0,\"dec\":20.01}"));
    assertThatThrownBy(() -> find("tic", Predicate.always(), CIRCLE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("its rows have no ID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // As public programs read it: the source under names of the match, and the uploaded row.
        "\"MatchID\":%1$s,\"MatchRA\":%2$s,\"MatchDEC\":0.0001,\"ra\":%3$s,\"dec\":0,"
            + "\"mastshell_row\":%4$s,\"dstArcSec\":0.36",
        "\"MatchID\":%1$s,\"MatchRA\":%2$s,\"MatchDEC\":0.0001,"
            + "\"mastshell_ra\":%3$s,\"mastshell_dec\":0,\"dstArcSec\":0.36",
        "\"ID\":%1$s,\"ra\":%2$s,\"dec\":0.0001",
        "\"ID\":%1$s,\"ra\":%2$s,\"dec\":0.0001,\"_mastshell_row_\":\"%4$s.0\"",
      })
  void aSourceIsKnownToBelongToItsTargetWhateverTheAnswerRepeats(String form) {
    archive.otherwise(
        asked -> {
          JsonNode upload = asked.question().path("data").path("data");
          return LoopbackArchive.rows(
              IntStream.range(0, upload.size())
                  .mapToObj(
                      i -> {
                        String ra = upload.get(i).path("mastshell_ra").asText();
                        return "{\"Tmag\":9," + form.formatted("77" + i, ra, ra, i) + "}";
                      })
                  .toArray(String[]::new));
        });
    List<SkyTarget> targets =
        List.of(new SkyTarget("a", 10, 0), new SkyTarget("b", 20, 0), new SkyTarget("c", 30, 0));
    TargetsReply reply;
    try (ArchiveClient client = archive.client()) {
      reply =
          client.near(
              table("tic"),
              List.of(),
              new TargetQuery(targets, 0.001, Predicate.always(), List.of(4, 5, 9), false),
              Integer.MAX_VALUE,
              Progress.none(),
              cancellation);
    }
    assertThat(asked().path("service").asText()).isEqualTo("Mast.Tic.Crossmatch");
    assertThat(asked().path("params").path("raColumn").asText()).isEqualTo("mastshell_ra");
    Table rows = reply.observations();
    assertThat(names(rows))
        .startsWith("ID", "match_name", "match_row", "distance")
        .contains("ra", "dec", "Tmag", "catalog_name")
        .noneMatch(name -> name.contains("mastshell_") || name.startsWith("Match"));
    assertThat(IntStream.range(0, 3).mapToObj(row -> rows.text(row, "match_name")))
        .containsExactly("a", "b", "c");
    assertThat(rows.column("match_row").number(2)).isEqualTo(9);
    assertThat(rows.column("distance").number(1)).isCloseTo(0.36, within(1e-6));
    assertThat(rows.column("ra").number(1)).isEqualTo(20);
  }

  @Test
  void aSourceNearTwoTargetsComesForEach() {
    archive.otherwise(asked -> LoopbackArchive.rows("{\"source_id\":1,\"ra\":10,\"dec\":0}"));
    List<SkyTarget> targets =
        List.of(
            new SkyTarget("a", 10.0001, 0),
            new SkyTarget("b", 9.9999, 0),
            new SkyTarget("c", 50, 0));
    try (ArchiveClient client = archive.client()) {
      TargetsReply reply =
          client.near(
              table("gaiadr3"),
              List.of(),
              new TargetQuery(targets, 0.001, Predicate.always()),
              Integer.MAX_VALUE,
              Progress.none(),
              cancellation);
      assertThat(reply.observations().size()).isEqualTo(2);
      assertThat(reply.unmatched()).extracting(SkyTarget::name).containsExactly("c");
      assertThat(names(reply.observations())).doesNotContain("match_row");
    }
  }

  private Table matched(List<SkyTarget> targets, double radius) {
    try (ArchiveClient client = archive.client()) {
      return client
          .near(
              table("gaiadr3"),
              List.of(),
              new TargetQuery(targets, radius, Predicate.always()),
              Integer.MAX_VALUE,
              Progress.none(),
              cancellation)
          .observations();
    }
  }

  private static List<String> owners(Table rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> rows.text(row, "match_name") + " " + rows.text(row, "source_id"))
        .toList();
  }

  @Test
  void aSourceOfARepeatedPositionBelongsToAllTargetsThatLieThere() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"source_id\":1,\"ra\":10.0001,\"dec\":0,"
                    + "\"mastshell_ra\":10,\"mastshell_dec\":0}",
                "{\"source_id\":2,\"ra\":30,\"dec\":0,"
                    + "\"mastshell_ra\":30,\"mastshell_dec\":0}"));
    List<SkyTarget> targets =
        List.of(new SkyTarget("a", 10, 0), new SkyTarget("twin", 10, 0), new SkyTarget("c", 30, 0));
    assertThat(owners(matched(targets, 0.001))).containsExactly("a 1", "twin 1", "c 2");
  }

  @Test
  void aSourceOfARepeatedPositionBelongsToTheNearestOfVeryNearTargets() {
    double apart = 0.035 / 3600;
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                IntStream.range(0, 3)
                    .mapToObj(
                        i ->
                            String.format(
                                Locale.ROOT,
                                "{\"source_id\":%d,\"ra\":%.9f,\"dec\":0,"
                                    + "\"mastshell_ra\":%.9f,\"mastshell_dec\":0}",
                                i,
                                10 + i * apart,
                                10 + i * apart))
                    .toArray(String[]::new)));
    List<SkyTarget> targets =
        IntStream.range(0, 3).mapToObj(i -> new SkyTarget("t" + i, 10 + i * apart, 0)).toList();
    assertThat(owners(matched(targets, 0.001))).containsExactly("t0 0", "t1 1", "t2 2");
  }

  @Test
  void aNumberThatLeadsFarBeyondTheRadiusGivesWayToATargetThatIsNear() {
    archive.otherwise(
        asked ->
            LoopbackArchive.rows(
                "{\"source_id\":1,\"ra\":20,\"dec\":0,\"mastshell_row\":0}",
                "{\"source_id\":2,\"ra\":10.002,\"dec\":0,\"mastshell_row\":0}"));
    List<SkyTarget> targets = List.of(new SkyTarget("a", 10, 0), new SkyTarget("b", 20, 0));
    assertThat(owners(matched(targets, 0.001))).containsExactly("a 2", "b 1");
  }

  @Test
  void someCataloguesAreMatchedAndOthersNot() {
    assertThat(
            ServiceTables.bundled().all(SetKind.CATALOG).stream()
                .filter(ArchiveClient::matches)
                .map(ServiceTable::name))
        .containsExactly("tic", "ctl", "gaiadr3", "gaiadr2", "gaiadr1", "tgas", "hsc", "galex");
  }
}
