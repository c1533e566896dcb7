package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ValueCounts.ValueCount;

class OfferedValuesTest {
  private final KnownValues bundled = KnownValues.bundled();

  private static Field field(String name) {
    return Fields.bundled().find(name, SetKind.OBSERVATIONS).orElseThrow();
  }

  private OfferedValues offered(String column, ValueCount... counts) {
    return new OfferedValues(
        bundled,
        Optional.of(new ArchiveWords(Instant.EPOCH, Map.of(column, List.of(counts)), List.of())),
        true);
  }

  private static ValueCount count(String value, int count) {
    return new ValueCount(value, count);
  }

  @Test
  void withoutTheArchiveThoseOfTheProgramServe() {
    Field instrument = field("instrument");
    Map<String, String> jwst = Map.of("obs_collection", "JWST");

    List<KnownValue> here = new OfferedValues(bundled, Optional.empty(), true).of(instrument, jwst);
    assertThat(here.get(0))
        .isEqualTo(new KnownValue("NIRSPEC/MSA", "multi-object spectroscopy", 145378));
    assertThat(here).extracting(KnownValue::value).contains("FGS").doesNotContain("ACS/WFC");

    // Its counts are those of the public archive and of no other.
    assertThat(new OfferedValues(bundled, Optional.empty(), false).of(instrument, jwst))
        .isEqualTo(
            bundled.of(instrument, jwst).stream()
                .map(value -> new KnownValue(value.value(), value.meaning(), -1))
                .toList());
  }

  @Test
  void unitesBothTheMostFrequentFirst() {
    List<KnownValue> missions =
        offered("obs_collection", count("HST", 70), count("NEWSAT", 60), count("JWST", 50))
            .of(field("mission"), Map.of());

    assertThat(missions.subList(0, 3))
        .containsExactly(
            new KnownValue("HST", "Hubble Space Telescope", 70),
            new KnownValue("NEWSAT", "", 60),
            new KnownValue("JWST", "James Webb Space Telescope", 50));
    assertThat(missions.subList(3, missions.size()))
        .hasSize(bundled.of(field("mission")).size() - 2)
        .allMatch(value -> value.count() == -1);
  }

  @Test
  void whatGoesWithTheContextComesFirstAndWhatGoesWithAnotherDoesNot() {
    List<KnownValue> instruments =
        offered(
                "instrument_name",
                count("ACS/WFC", 90),
                count("NEWCAM/IMAGE", 80),
                count("MIRI/IMAGE", 20),
                count("NIRCAM/IMAGE", 30))
            .of(field("instrument"), Map.of("obs_collection", "JWST"));

    assertThat(instruments).extracting(KnownValue::value).doesNotContain("ACS/WFC");
    assertThat(instruments.subList(0, 2))
        .containsExactly(
            new KnownValue("NIRCAM/IMAGE", "imaging", 30),
            new KnownValue("MIRI/IMAGE", "imaging", 20));
    assertThat(instruments.get(instruments.size() - 1))
        .isEqualTo(new KnownValue("NEWCAM/IMAGE", "", 80));
    assertThat(instruments).hasSize(26);
  }

  @Test
  void whatTheArchiveCountsEverywhereIsNotShownAsOfTheContext() {
    OfferedValues offered =
        offered("filters", count("F150W", 900), count("F606W", 5), count("MDRS", 700));
    List<KnownValue> hubble = offered.of(field("filters"), Map.of("obs_collection", "HST"));
    List<KnownValue> bundledOnes = bundled.of(field("filters"), Map.of("obs_collection", "HST"));
    assertThat(hubble).allMatch(value -> value.count() == -1);
    assertThat(hubble.subList(0, bundledOnes.size()))
        .extracting(KnownValue::value)
        .isEqualTo(bundledOnes.stream().map(KnownValue::value).toList());
    assertThat(hubble.get(hubble.size() - 1).value()).isEqualTo("MDRS");
    assertThat(offered.of(field("filters"), Map.of("instrument_name", "NIRCAM/IMAGE")))
        .extracting(KnownValue::value)
        .contains("F150W")
        .doesNotContain("MDRS");
    assertThat(offered.of(field("filters"), Map.of()).get(0))
        .isEqualTo(new KnownValue("F150W", bundled.meaning(field("filters"), "F150W"), 900));
  }

  @Test
  void countsOfTwoKindsDoNotStandBesideEachOther() {
    assertThat(
            offered("instrument_name", count("NIRCAM/IMAGE", 30)).of(field("instrument"), Map.of()))
        .filteredOn(value -> value.count() >= 0)
        .containsExactly(new KnownValue("NIRCAM/IMAGE", "imaging", 30));
  }

  @Test
  void theArchivesSpellingCounts() {
    assertThat(offered("filters", count("KEPLER", 5)).of(field("filters"), Map.of()))
        .contains(new KnownValue("KEPLER", "420 to 900 nm", 5))
        .extracting(KnownValue::value)
        .doesNotContain("kepler");
  }

  @Test
  void wholeNumbersStayInTheirOrder() {
    assertThat(
            offered("calib_level", count("3", 900), count("2", 100), count("5", 1))
                .of(field("level"), Map.of()))
        .extracting(KnownValue::value)
        .containsExactly("-1", "0", "1", "2", "3", "4", "5");
    assertThat(
            offered("sequence_number", count("", 900), count("14", 3), count("2", 5))
                .of(field("sector"), Map.of()))
        .extracting(KnownValue::value)
        .containsExactly("2", "14");
  }

  @Test
  void whatNoKeyMakesIsNotOffered() {
    assertThat(
            offered(
                    "target_name",
                    count("", 9),
                    count(" ", 8),
                    count("a\u001b[31mred", 7),
                    count("two\nlines", 6),
                    count("M 101", 5))
                .of(field("target"), Map.of()))
        .containsExactly(new KnownValue("M 101", "", 5));
  }

  @Test
  void answersAreKeptForTheNextKey() {
    List<ValueCount> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add(count("TARGET " + i, 20_000 - i));
    }
    OfferedValues offered = offered("target_name", many.toArray(ValueCount[]::new));
    Map<String, String> context = Map.of("obs_collection", "JWST");
    List<KnownValue> first = offered.of(field("target"), context);

    assertThat(first).hasSize(20_000);
    assertThat(offered.of(field("target"), context) == first).isTrue();
    assertThat(offered.of(field("target"), Map.of("obs_collection", "JWST")) == first).isTrue();
    assertThat(offered.of(field("filters"), context)).isNotEmpty();
  }
}
