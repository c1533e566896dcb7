package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** How the searches of the missions are asked, and how their answers are read. */
class MissionSearchTest {
  private static final ServiceTable HUBBLE =
      ServiceTables.bundled().find(SetKind.DATASETS, "HST").orElseThrow();
  private static final Predicate PROGRAM =
      Predicate.where(Subject.column("sci_pep_id"), Match.Range.closed(4381, 4381));

  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client = archive.client();
  private final MissionClient missions = client.missions();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  private static DatasetQuery query(Predicate criteria, SkyTarget... targets) {
    return new DatasetQuery(HUBBLE, criteria, List.of(targets), 0.05, List.of("sci_targname"));
  }

  private Table find(DatasetQuery query) {
    return missions.datasets(query, Integer.MAX_VALUE, Progress.none(), cancellation).rows();
  }

  private static String recorded(String name) throws IOException {
    return Files.readString(
        Path.of(System.getenv("MAST_RECORDED")).resolve(name), StandardCharsets.UTF_8);
  }

  private JsonNode body(int request) throws IOException {
    return new ObjectMapper().readTree(archive.asked().get(request).body());
  }

  private static String page(int from, int to, int total) {
    return IntStream.range(from, to)
        .mapToObj(row -> "{\"sci_data_set_name\":\"D%04d\",\"sci_pep_id\":4381}".formatted(row))
        .collect(
            Collectors.joining(
                ",",
                "{\"info\":[{\"name\":\"sci_data_set_name\",\"type\":\"VARCHAR\"},"
                    + "{\"name\":\"sci_pep_id\",\"type\":\"INTEGER\"}],\"totalResults\":"
                    + total
                    + ",\"results\":[",
                "]}"));
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
  void aRecordedAnswerIsRead() throws IOException {
    String reply = recorded("mission_results.json");
    archive.otherwise(any -> LoopbackArchive.json(reply));
    Table rows =
        find(
            new DatasetQuery(
                HUBBLE,
                Predicate.always(),
                List.of(new SkyTarget("", 40.66963, -0.01328)),
                0.05,
                List.of()));
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.text(0, "sci_data_set_name")).isEqualTo("W1DG8D06T");
    assertThat(rows.text(0, "sci_instrume")).isEqualTo("WFPC");
    assertThat(rows.text(0, ServiceTable.mark(SetKind.DATASETS))).isEqualTo("hst");
    assertThat(rows.column("sci_start_time").type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(rows.column("sci_start_time").number(0))
        .isCloseTo(49_254 + (21 * 3600 + 16.633) / 86_400, within(1e-9));
    assertThat(rows.column("ang_sep").number(0)).isCloseTo(1.518, within(1e-3));
    assertThat(rows.has("search_key") || rows.has("search_pos")).isFalse();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
  void aRecordedListOfFilesIsRead() throws IOException {
    String reply = recorded("mission_products.json");
    archive.otherwise(any -> LoopbackArchive.json(reply));
    ProductsReply products =
        missions.products(
            "hst", List.of("Z14Z0104T"), Predicate.always(), Progress.none(), cancellation);
    Table table = products.products();
    assertThat(table.text(0, "productFilename")).isEqualTo("z14z0104t_shf.fits");
    assertThat(table.text(0, "dataURI")).isEqualTo("mission:hst/Z14Z0104T/z14z0104t_shf.fits");
    assertThat(table.text(0, "instrument_name")).isEqualTo("HRS");
    assertThat(table.text(0, "productType")).isEqualTo("SCIENCE");
    assertThat(table.text(0, "productSubGroupDescription")).isEqualTo("SHF");
    assertThat(table.text(0, "dataRights")).isEqualTo("PUBLIC");
    assertThat(table.column("size").number(0)).isEqualTo(31_680);
    assertThat(body(0).path("dataset_ids")).hasSize(1);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
  void aRecordedListOfColumnsIsRead() throws IOException {
    String reply = recorded("mission_columns.json");
    archive.otherwise(any -> LoopbackArchive.json(reply));
    List<Field> fields = missions.columns("hst", cancellation);
    assertThat(fields).hasSizeGreaterThan(50);
    assertThat(fields)
        .filteredOn(field -> field.name().equals("sci_start_time"))
        .singleElement()
        .extracting(Field::kind)
        .isEqualTo(ValueKind.DATE);
    // What is bundled is what there is.
    List<String> names = fields.stream().map(Field::name).toList();
    assertThat(HUBBLE.columns()).extracting(Field::name).isSubsetOf(names);
  }

  @Test
  void listsOfListsAreOneList() {
    String reply =
        """
        {"products":[[{"dataset":"A","uri":"A/a.fits","filename":"a.fits"},
                      {"dataset":"A","uri":"mast:HLSP/b.fits","filename":"b.fits"}]]}""";
    archive.otherwise(any -> LoopbackArchive.json(reply));
    Table table =
        missions
            .products("iue", List.of("A"), Predicate.always(), Progress.none(), cancellation)
            .products();
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.text(1, "dataURI")).isEqualTo("mast:HLSP/b.fits");
  }

  @Test
  void pagesAreFollowedToTheEnd() throws IOException {
    archive.then(
        LoopbackArchive.json(page(0, 5000, 7003)), LoopbackArchive.json(page(5000, 7003, 7003)));
    assertThat(find(query(PROGRAM)).size()).isEqualTo(7003);
    assertThat(archive.asked()).hasSize(2);
    assertThat(archive.asked().get(0).uri().getPath()).isEqualTo("/search/hst/api/v0.1/search");
    assertThat(body(0).path("offset").asLong()).isZero();
    assertThat(body(1).path("offset").isIntegralNumber()).isTrue();
    assertThat(body(1).path("offset").asLong()).isEqualTo(5000);
    assertThat(body(1).path("sort_by").get(0).asText()).isEqualTo("sci_data_set_name");
    assertThat(body(0).path("conditions").get(0).path("sci_pep_id").asText()).isEqualTo("4381");
    assertThat(body(0).path("select_cols"))
        .extracting(JsonNode::asText)
        .containsExactly("sci_data_set_name", "sci_targname", "sci_pep_id");
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 5", "0, 3, 2"})
  void totalsThatLieAreNoAnswer(int from, int to, int total) {
    String reply = page(from, to, total);
    String empty = page(0, 0, total);
    archive.then(LoopbackArchive.json(reply)).otherwise(any -> LoopbackArchive.json(empty));
    assertThatThrownBy(() -> find(query(PROGRAM)))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("of the " + total + " rows that it announced");
  }

  @Test
  void aHundredTargetsGoWithAQuestion() throws IOException {
    SkyTarget[] targets =
        IntStream.range(0, 250)
            .mapToObj(place -> new SkyTarget("t" + place, place, 1))
            .toArray(SkyTarget[]::new);
    archive.otherwise(any -> LoopbackArchive.json(page(0, 0, 0)));
    find(query(PROGRAM, targets));
    assertThat(archive.asked()).hasSize(3);
    assertThat(body(0).path("target")).hasSize(100);
    assertThat(body(2).path("target")).hasSize(50);
    assertThat(body(0).path("target").get(7).asText()).isEqualTo("7 1");
    assertThat(body(0).path("radius").asDouble()).isEqualTo(3);
    assertThat(body(0).path("radius_units").asText()).isEqualTo("arcminutes");
  }

  @Test
  void aRefusedQuestionIsNotAskedAgain() {
    archive.otherwise(any -> LoopbackArchive.status(400, "{\"message\":\"no such column\"}"));
    assertThatThrownBy(() -> find(query(PROGRAM)))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            refused -> assertThat(refused.kind()).isEqualTo(ArchiveException.Kind.QUESTION))
        .hasMessageContaining("no such column");
    assertThat(archive.asked()).hasSize(1);
  }

  @Test
  void aCountIsAskedForAsOne() throws IOException {
    archive.otherwise(any -> LoopbackArchive.json("{\"totalResults\":1066009,\"results\":[]}"));
    assertThat(missions.count(query(PROGRAM), cancellation)).isEqualTo(1_066_009);
    assertThat(body(0).path("count_only").isBoolean()).isTrue();
  }

  @Property
  void aDateComesBackAsItWasSent(@ForAll @DoubleRange(min = 40_000, max = 80_000) double mjd) {
    assertThat(ServiceDates.mjd(ServiceDates.text(mjd, RoundingMode.HALF_EVEN)).orElseThrow())
        .isCloseTo(mjd, within(1.0 / 86_400_000));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {"WFC3|WFC3", "a,b|none", "!x|none", "1..2|none", "a*b|none"})
  void valuesThatMeanSomethingElseAreNotSent(String value, String sent) {
    Predicate.Condition criterion =
        (Predicate.Condition)
            Predicate.where(Subject.column("sci_targname"), new Match.Equal(value));
    assertThat(DatasetCondition.of(criterion, ValueKind.TEXT).map(DatasetCondition::text))
        .isEqualTo(Optional.ofNullable(sent));
  }
}
