package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownValuesTest {
  private final Fields fields = Fields.bundled();
  private final KnownValues known = KnownValues.bundled();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "obs_collection",
        "instrument_name",
        "filters",
        "dataproduct_type",
        "calib_level",
        "intentType",
        "wavelength_region",
        "dataRights",
        "project",
        "provenance_name",
        "mtFlag",
        "detector",
        "stage"
      })
  void knowsValuesOfObservations(String field) {
    List<KnownValue> values = known.of(field(field, SetKind.OBSERVATIONS));
    assertThat(values).isNotEmpty();
    assertThat(values).extracting(KnownValue::value).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "productType",
        "productGroupDescription",
        "productSubGroupDescription",
        "suffix",
        "extension",
        "asn_type",
        "type"
      })
  void knowsValuesOfProducts(String field) {
    List<KnownValue> values = known.of(field(field, SetKind.PRODUCTS));
    assertThat(values).isNotEmpty();
    assertThat(values).extracting(KnownValue::meaning).noneMatch(String::isBlank);
  }

  @Test
  void givesTheInstrumentsOfAMission() {
    Field instrument = field("instrument", SetKind.OBSERVATIONS);
    List<KnownValue> jwst = known.of(instrument, Map.of("obs_collection", "jwst"));
    assertThat(jwst)
        .extracting(KnownValue::value)
        .contains("NIRCAM/IMAGE", "MIRI/IFU", "FGS")
        .doesNotContain("ACS/WFC");
    assertThat(jwst).contains(new KnownValue("NIRCAM/IMAGE", "imaging", 19388));
    assertThat(known.of(instrument, Map.of("obs_collection", "TESS")))
        .extracting(KnownValue::value)
        .containsExactly("Photometer");
    assertThat(known.of(instrument, Map.of("obs_collection", "NOSUCH")))
        .isEqualTo(known.of(instrument));
    Field filters = field("filters", SetKind.OBSERVATIONS);
    assertThat(known.of(filters, Map.of("instrument_name", "NOSUCH"))).isEqualTo(known.of(filters));
  }

  @ParameterizedTest
  @CsvSource({
    "NIRCAM/IMAGE, F277W, F560W",
    "nircam, F277W, F560W",
    "NIRCAM*, F277W, F560W",
    "MIRI/IMAGE, F560W, F277W",
    "WFC3/UVIS, F275W, F160W",
    "WFC3, F160W, F560W",
  })
  void givesTheFiltersOfAnInstrument(String instrument, String has, String hasNot) {
    assertThat(
            known.of(field("filters", SetKind.OBSERVATIONS), Map.of("instrument_name", instrument)))
        .extracting(KnownValue::value)
        .contains(has)
        .doesNotContain(hasNot);
  }

  @Test
  void givesTheFiltersOfAMission() {
    assertThat(known.of(field("filters", SetKind.OBSERVATIONS), Map.of("obs_collection", "JWST")))
        .extracting(KnownValue::value)
        .contains("F277W", "F150W2;F162M")
        .doesNotContain("G800L");
  }

  @Test
  void spellsAsTheArchiveDoes() {
    Field instrument = field("instrument", SetKind.OBSERVATIONS);
    assertThat(known.spelling(instrument, "nircam/image")).contains("NIRCAM/IMAGE");
    assertThat(known.spelling(instrument, "Acs")).contains("ACS");
    assertThat(known.spelling(instrument, "other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filters | F200W | NIRCAM | wide, 2 µm, short-wave channel",
        "filters | F200W | NIRISS | wide, 2 µm",
        "filters | F200W | NIR* | wide, 2 µm",
        "filters | F140W | WFC3,NICMOS | wide, 1.4 µm",
        "filters | F140W | FOC | wide, 140 nm",
        "filters | G140M | NIRSPEC | R about 1000, 0.7 to 1.8 µm",
        "filters | G140M | '' | NIRSPEC: R about 1000, 0.7 to 1.8 µm",
        "suffix | asn | '' | JWST: Association: which files are processed together",
        "instrument_name | FGS | '' | JWST: fine guidance sensor",
        "instrument_name | FUV | '' | far-ultraviolet spectrograph",
        "filters | DETECTION | ACS | image of all filters together, in which sources were sought",
      })
  void meansWhatAllThatAreMeantHaveInCommon(
      String name, String value, String instrument, String meaning) {
    SetKind kind = name.equals("suffix") ? SetKind.PRODUCTS : SetKind.OBSERVATIONS;
    assertThat(known.of(field(name, kind), Map.of("instrument_name", instrument)))
        .contains(new KnownValue(value, meaning, -1));
  }

  @ParameterizedTest
  @CsvSource({
    "filters, NIRCAM*, F277W, F560W",
    "filters, NIR%, F277W, F560W",
    "filters, 'NIRCAM,MIRI', F560W, G800L",
    "filters, 'acs/wfc , NIRISS/*', GR700XD, F560W",
    "filters, */IFU, F290LP, CLEAR1L",
    "obs_collection, NIRCAM, JWST, HST",
    "obs_collection, ACS, HLA, JWST",
    "obs_collection, fgs, JWST, TESS",
  })
  void goesByPatternsAndListsOfInstruments(
      String field, String instruments, String has, String hasNot) {
    assertThat(known.of(field(field, SetKind.OBSERVATIONS), Map.of("instrument_name", instruments)))
        .extracting(KnownValue::value)
        .contains(has)
        .doesNotContain(hasNot);
  }

  @Test
  void givesWhatGoesWithAnyOfSeveralMissions() {
    Field instrument = field("instrument", SetKind.OBSERVATIONS);
    assertThat(known.of(instrument, Map.of("obs_collection", "JWST, K*")))
        .extracting(KnownValue::value)
        .contains("NIRCAM/IMAGE", "Kepler")
        .doesNotContain("ACS/WFC", "Photometer");
  }

  @Test
  void aFilterOfOneMissionIsNotOfferedForTheSameInstrumentOfAnother() {
    Field filters = field("filters", SetKind.OBSERVATIONS);
    assertThat(known.of(filters, Map.of("obs_collection", "HST", "instrument_name", "FGS")))
        .extracting(KnownValue::value)
        .containsExactly("F550W", "F583W", "F605W", "F650W");
    assertThat(known.of(filters, Map.of("obs_collection", "JWST", "instrument_name", "FGS")))
        .isEqualTo(known.of(filters));
  }

  @Test
  void explainsValuesWhateverTheirCase() {
    assertThat(known.meaning(field("instrument", SetKind.OBSERVATIONS), "nircam/image"))
        .isEqualTo("imaging");
    assertThat(known.meaning(field("subgroup", SetKind.PRODUCTS), "UNCAL")).contains("ramps");
    assertThat(known.meaning(field("subgroup", SetKind.PRODUCTS), "NOSUCH")).isEmpty();
  }

  @Test
  void everyListIsDated() {
    assertThat(known.fields()).hasSizeGreaterThan(20);
    for (String name : known.fields()) {
      Field field =
          fields
              .find(name, SetKind.OBSERVATIONS)
              .or(() -> fields.find(name, SetKind.PRODUCTS))
              .orElseThrow();
      assertThat(known.date(field)).as(name).matches("20\\d{2}-\\d{2}-\\d{2}");
    }
    assertThat(known.date(field("target_name", SetKind.OBSERVATIONS))).isEmpty();
  }

  @Test
  void knowsWordsForValues() {
    ValueAliases aliases = ValueAliases.bundled();
    assertThat(aliases.value(field("rights", SetKind.PRODUCTS), "Exclusive"))
        .contains("EXCLUSIVE_ACCESS");
    assertThat(aliases.value(field("rights", SetKind.PRODUCTS), "other")).isEmpty();
    assertThat(aliases.words(field("detector", SetKind.PRODUCTS))).contains("nrca5", "nrcb5");
  }

  private Field field(String name, SetKind kind) {
    return fields.find(name, kind).orElseThrow();
  }
}
