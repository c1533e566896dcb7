package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts.ValueCount;

/** Real replies of the archive, which are kept outside of the project. */
@EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
class RecordedRepliesTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client = archive.client();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    client.close();
    archive.close();
  }

  private static String recorded(String name) {
    try {
      return Files.readString(
          Path.of(System.getenv("MAST_RECORDED")).resolve(name), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void replay(String name) {
    String reply = recorded(name);
    archive.otherwise(any -> LoopbackArchive.json(reply));
  }

  private Table observations(String name) {
    replay(name);
    return client.observations(
        new ObservationQuery(Predicate.always(), Optional.empty()), Progress.none(), cancellation);
  }

  @ParameterizedTest
  @CsvSource({"caom.json,19,27", "advSearch.json,3,26", "advSearchPos.json,12,28"})
  void observations(String name, int rows, int columns) {
    Table table = observations(name);
    assertThat(table.size()).isEqualTo(rows);
    assertThat(table.columns()).hasSize(columns);
    assertThat(table.has("_selected_")).isFalse();
    assertThat(table.columns())
        .contains(
            new ColumnInfo("obsid", ColumnType.TEXT),
            new ColumnInfo("objID", ColumnType.TEXT),
            new ColumnInfo("proposal_id", ColumnType.TEXT),
            new ColumnInfo("s_ra", ColumnType.DECIMAL),
            new ColumnInfo("t_exptime", ColumnType.DECIMAL),
            new ColumnInfo("calib_level", ColumnType.INTEGER),
            new ColumnInfo("obs_collection", ColumnType.TEXT));
    for (int row = 0; row < rows; row++) {
      assertThat(table.text(row, "obsid")).matches("\\d+");
      assertThat(table.column("s_ra").number(row)).isBetween(0.0, 360.0);
    }
  }

  @Test
  void aConeInDetail() {
    Table table = observations("caom.json");
    assertThat(table.columns().get(0).name()).isEqualTo("dataproduct_type");
    assertThat(table.text(0, "instrument_name")).isEqualTo("WFPC2/WFC");
    assertThat(table.text(0, "target_classification")).isEqualTo("ACTIVE GALAXIES;GALAXIES;STARS");
    assertThat(table.text(0, "obsid")).isEqualTo("2003585980");
    assertThat(table.text(0, "dataURL")).isNull();
    assertThat(table.column("t_min").number(0)).isEqualTo(49756.25506);
    assertThat(table.column("distance").number(0))
        .isCloseTo(293.097, org.assertj.core.data.Offset.offset(0.001));
    assertThat(table.text(0, "t_exptime")).isEqualTo("1500");
  }

  @Test
  void aCount() {
    replay("countsResp.json");
    assertThat(
            client.count(new ObservationQuery(Predicate.always(), Optional.empty()), cancellation))
        .isEqualTo(599);
  }

  @Test
  void products() {
    replay("products.json");
    ProductsReply reply =
        client.products(List.of("2003738726"), Predicate.always(), Progress.none(), cancellation);
    Table table = reply.products();
    assertThat(reply.received()).isEqualTo(22);
    assertThat(table.size()).isEqualTo(22);
    assertThat(table.columns()).hasSize(15);
    assertThat(table.columns().get(0)).isEqualTo(new ColumnInfo("obsID", ColumnType.TEXT));
    assertThat(table.column("size").type()).isEqualTo(ColumnType.INTEGER);
    assertThat(table.text(0, "productFilename")).isEqualTo("u9o40504m_c3m.fits");
    assertThat(table.text(0, "size")).isEqualTo("207360");
    assertThat(table.text(21, "obsID")).isEqualTo("2003738726");
    assertThat(table.has("parent_obsid")).isFalse();
  }

  @Test
  void facets() {
    replay("missions.extjs");
    Map<String, List<ValueCount>> facets = client.facets(cancellation);
    assertThat(facets)
        .containsOnlyKeys(
            "dataproduct_type",
            "obs_collection",
            "instrument_name",
            "project",
            "filters",
            "wavelength_region",
            "target_classification",
            "calib_level");
    assertThat(facets.get("obs_collection"))
        .hasSize(15)
        .startsWith(new ValueCount("K2", 877_947), new ValueCount("HST", 484_983));
    assertThat(facets.get("filters")).hasSize(352).contains(new ValueCount("F606W", 71_840));
  }

  @Test
  void columns() {
    replay("columnsconfig.json");
    Map<String, ColumnConfig> columns = client.columnsConfig(cancellation);
    assertThat(columns).containsKeys("intentType", "t_min", "obsid").doesNotContainKey("s_fov");
    assertThat(columns.get("obs_collection").separator()).isEqualTo(";");
    assertThat(columns.get("t_min").unit()).isEqualTo("MJD");
    assertThat(columns.get("calib_level").datatype()).isEqualTo("int");
    assertThat(columns.get("distance").unit()).isEqualTo("arcsec");
  }

  @Test
  void names() {
    replay("resolver.json");
    List<ResolvedName> names = client.resolve("m101", cancellation);
    assertThat(names)
        .contains(
            new ResolvedName("M 101", "SIMBAD", 210.802429, 54.34875, "GinPair"),
            new ResolvedName("TIC 307210830", "TIC", 124.531756290083, -68.3129998725044, ""));
    assertThat(names).allSatisfy(name -> assertThat(name.name()).isNotBlank());
  }

  @Test
  void manyNames() {
    replay("resolver.json");
    List<String> asked =
        List.of("TIC 307210830", "Barnard's Star", "M1", "M101", "M103", "M8", "M10");
    NamesReply reply =
        client.resolve(asked, Optional.of(Resolver.NED), false, Progress.none(), cancellation);
    assertThat(reply.found()).containsOnlyKeys("M1", "M101", "M103", "M8", "M10");
    assertThat(reply.unknown()).containsExactly("TIC 307210830", "Barnard's Star");
    assertThat(reply.found().get("M103").get(0).ra()).isEqualTo(23.34086);
  }

  // Asked around M 103, as NED has it.
  @Test
  void distancesAreThoseOfTheFootprint() {
    Table rows = observations("caom.json");
    SkyVector asked = SkyVector.of(23.34086, 60.658);
    for (int row = 0; row < rows.size(); row++) {
      SkyVector centre =
          SkyVector.of(rows.column("s_ra").number(row), rows.column("s_dec").number(row));
      double own = SkyFootprint.of(rows.text(row, "s_region"), centre).distance(asked) * 3600;
      double archives = rows.column("distance").number(row);
      assertThat(own).as(rows.text(row, "obs_id")).isCloseTo(archives, within(archives / 200));
    }
  }

  @ParameterizedTest
  @CsvSource({"bundleResponse.json", "mast_relative_path.json", "mission_results.json"})
  void repliesOfOtherServicesHaveNoRows(String name) throws IOException {
    try (JsonParser parser = Json.parser(recorded(name))) {
      Reply reply = ReplyParser.parse(parser);
      assertThat(reply.hasRows()).isFalse();
      assertThat(reply.rows().isEmpty()).isTrue();
    }
    replay(name);
    assertThatThrownBy(
            () ->
                client.observations(
                    new ObservationQuery(Predicate.always(), Optional.empty()),
                    Progress.none(),
                    cancellation))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.FAULT));
  }
}
