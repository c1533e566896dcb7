package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the archive listed when its reply was recorded (2017, before JWST) is known. */
@EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
class RecordedFacetsTest {

  // Left out is what says nothing (a single odd row, names of two filters run together).
  @ParameterizedTest
  @CsvSource({
    "obs_collection, ''",
    "instrument_name, LFPSA3",
    "dataproduct_type, ''",
    "project, ''",
    "wavelength_region, ''",
    "calib_level, ''",
    "filters, F375M|CLEAR_\\w+|F\\d+\\w+-F\\d+\\w+|(F\\d+\\w+|PR200L)POL\\d+U?V",
  })
  void whatTheArchiveListedIsKnown(String name, String leftOut) throws IOException {
    Field field = Fields.bundled().find(name, SetKind.OBSERVATIONS).orElseThrow();
    List<String> known = KnownValues.bundled().of(field).stream().map(KnownValue::value).toList();

    List<String> listed = listed(name);
    assertThat(listed).isNotEmpty();
    assertThat(listed)
        .filteredOn(value -> !value.isEmpty() && !value.matches(leftOut))
        .isSubsetOf(known);
  }

  private static List<String> listed(String name) throws IOException {
    Path file = Path.of(System.getenv("MAST_RECORDED")).resolve("missions.extjs");
    List<String> values = new ArrayList<>();
    for (JsonNode column : new JsonMapper().readTree(file.toFile()).at("/data/Tables/0/Columns")) {
      if (column.path("text").asText().equals(name)) {
        column
            .at("/ExtendedProperties/histObj/hist")
            .forEach(entry -> values.add(entry.path("key").asText()));
      }
    }
    return values;
  }
}
