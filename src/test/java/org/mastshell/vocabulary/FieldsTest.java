package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.table.Subject;

class FieldsTest {
  private static final List<String> PRODUCT_COLUMNS =
      List.of(
          "obsID",
          "obs_collection",
          "dataproduct_type",
          "obs_id",
          "description",
          "type",
          "dataURI",
          "productType",
          "productGroupDescription",
          "productSubGroupDescription",
          "productDocumentationURL",
          "project",
          "prvversion",
          "proposal_id",
          "productFilename",
          "size",
          "parent_obsid",
          "dataRights",
          "calib_level",
          "filters");
  private static final List<String> OBSERVATION_COLUMNS =
      List.of(
          "intentType",
          "obs_collection",
          "provenance_name",
          "instrument_name",
          "project",
          "filters",
          "wave_region",
          "target_name",
          "target_classification",
          "obs_id",
          "s_ra",
          "s_dec",
          "dataproduct_type",
          "proposal_pi",
          "calib_level",
          "t_min",
          "t_max",
          "t_exptime",
          "wavelength_region",
          "em_min",
          "em_max",
          "obs_title",
          "t_obs_release",
          "proposal_id",
          "proposal_type",
          "sequence_number",
          "s_region",
          "jpegURL",
          "dataURL",
          "dataRights",
          "mtFlag",
          "srcDen",
          "obsid",
          "objID",
          "objID1",
          "distance",
          "wave_min",
          "wave_max");

  private final Fields fields = Fields.bundled();

  @Test
  void knowsEveryColumnOfTheArchive() {
    assertThat(names(SetKind.OBSERVATIONS)).containsAll(OBSERVATION_COLUMNS);
    assertThat(names(SetKind.OBSERVATIONS).subList(0, OBSERVATION_COLUMNS.size()))
        .isEqualTo(OBSERVATION_COLUMNS);
    assertThat(names(SetKind.PRODUCTS)).containsAll(PRODUCT_COLUMNS);
  }

  @Test
  void putsTheFieldsReadFromNamesLast() {
    assertThat(names(SetKind.OBSERVATIONS))
        .endsWith(
            "date",
            "wavelength",
            "obsnum",
            "visit",
            "exposure",
            "segment",
            "detector",
            "stage",
            "acid",
            "source");
    assertThat(names(SetKind.PRODUCTS)).endsWith("source", "asn_type", "suffix", "extension");
  }

  @ParameterizedTest
  @EnumSource(SetKind.class)
  void describesEveryField(SetKind kind) {
    Set<String> words = new HashSet<>();
    for (Field field : fields.all(kind)) {
      assertThat(field.label()).as(field.name()).isNotBlank();
      assertThat(field.meaning()).as(field.name()).isNotBlank().doesNotEndWith(".");
      assertThat(field.example()).as(field.name()).isNotBlank();
      assertThat(field.sets()).contains(kind);
      assertThat(words.add(field.name().toLowerCase(Locale.ROOT))).as(field.name()).isTrue();
      for (String alias : field.aliases()) {
        assertThat(words.add(alias)).as("alias " + alias).isTrue();
        assertThat(fields.find(alias, kind)).contains(field);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "OBSERVATIONS, mission, obs_collection",
    "OBSERVATIONS, instrument, instrument_name",
    "OBSERVATIONS, filter, filters",
    "OBSERVATIONS, program, proposal_id",
    "OBSERVATIONS, pid, proposal_id",
    "OBSERVATIONS, pi, proposal_pi",
    "OBSERVATIONS, target, target_name",
    "OBSERVATIONS, title, obs_title",
    "OBSERVATIONS, level, calib_level",
    "OBSERVATIONS, exptime, t_exptime",
    "OBSERVATIONS, start, t_min",
    "OBSERVATIONS, end, t_max",
    "OBSERVATIONS, date, date",
    "OBSERVATIONS, released, t_obs_release",
    "OBSERVATIONS, rights, dataRights",
    "OBSERVATIONS, kind, dataproduct_type",
    "OBSERVATIONS, waveband, wavelength_region",
    "OBSERVATIONS, class, target_classification",
    "OBSERVATIONS, pipeline, provenance_name",
    "OBSERVATIONS, sector, sequence_number",
    "OBSERVATIONS, quarter, sequence_number",
    "OBSERVATIONS, intent, intentType",
    "OBSERVATIONS, moving, mtFlag",
    "OBSERVATIONS, id, obs_id",
    "OBSERVATIONS, ra, s_ra",
    "OBSERVATIONS, dec, s_dec",
    "OBSERVATIONS, wavelength, wavelength",
    "OBSERVATIONS, OBSID, obsid",
    "PRODUCTS, name, productFilename",
    "PRODUCTS, uri, dataURI",
    "PRODUCTS, subgroup, productSubGroupDescription",
    "PRODUCTS, group, productGroupDescription",
    "PRODUCTS, category, productType",
    "PRODUCTS, version, prvversion",
    "PRODUCTS, parent, parent_obsid",
    "PRODUCTS, level, calib_level",
    "PRODUCTS, rights, dataRights",
    "PRODUCTS, project, project",
    "PRODUCTS, ext, extension",
    "PRODUCTS, PRODUCTFILENAME, productFilename",
    "PRODUCTS, obsid, obsID",
  })
  void findsFieldsByNameAndAlias(SetKind kind, String word, String name) {
    assertThat(fields.find(word, kind)).map(Field::name).contains(name);
  }

  @Test
  void tellsFieldsOfTheOtherKind() {
    assertThat(fields.elsewhere("suffix", SetKind.OBSERVATIONS))
        .extracting(Field::name)
        .containsExactly("suffix");
    assertThat(fields.elsewhere("instrument", SetKind.PRODUCTS)).hasSize(1);
    assertThat(fields.elsewhere("filters", SetKind.PRODUCTS)).isEmpty();
    assertThat(fields.elsewhere("nothing", SetKind.PRODUCTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "obs_colection, obs_collection",
    "filterz, filter",
    "instrumnt, instrument",
    "tmin, t_min",
    "propsal_id, proposal_id",
    "exptme, exptime",
  })
  void namesTheNearestField(String word, String name) {
    List<String> nearest = fields.nearest(word, SetKind.OBSERVATIONS);
    assertThat(nearest).startsWith(name).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void namesNothingWhereNothingIsNear() {
    assertThat(fields.nearest("qqqqqq", SetKind.OBSERVATIONS)).isEmpty();
    assertThat(fields.nearest("", SetKind.OBSERVATIONS)).isEmpty();
  }

  @Test
  void takesAColumnThatNobodyKnowsForText() {
    Field field = fields.of("brandNew", SetKind.OBSERVATIONS);
    assertThat(field.kind()).isEqualTo(ValueKind.TEXT);
    assertThat(field.subject()).isEqualTo(Subject.column("brandNew"));
    assertThat(fields.of("FILTERS", SetKind.PRODUCTS).name()).isEqualTo("filters");
  }

  @Test
  void keepsKindsAndUnits() {
    assertThat(fields.of("t_exptime", SetKind.OBSERVATIONS).kind()).isEqualTo(ValueKind.DURATION);
    assertThat(fields.of("t_exptime", SetKind.OBSERVATIONS).unit()).isEqualTo("s");
    assertThat(fields.of("em_min", SetKind.OBSERVATIONS).unit()).isEqualTo("nm");
    assertThat(fields.of("t_min", SetKind.OBSERVATIONS).unit()).isEqualTo("MJD");
    assertThat(fields.of("size", SetKind.PRODUCTS).kind()).isEqualTo(ValueKind.SIZE);
    assertThat(fields.of("filters", SetKind.PRODUCTS).kind()).isEqualTo(ValueKind.LIST);
    assertThat(fields.of("suffix", SetKind.PRODUCTS).subject().source())
        .isEqualTo("productFilename");
    assertThat(fields.of("detector", SetKind.OBSERVATIONS).subject().source()).isEqualTo("obs_id");
  }

  private List<String> names(SetKind kind) {
    return fields.all(kind).stream().map(Field::name).toList();
  }
}
