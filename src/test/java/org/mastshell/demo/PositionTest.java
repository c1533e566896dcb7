package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
  @Property
  void separatesByTheAngle(
      @ForAll @DoubleRange(min = 0, max = 360) double ra,
      @ForAll @DoubleRange(min = -90, max = 90) double dec,
      @ForAll @DoubleRange(min = 0, max = 360) double otherRa,
      @ForAll @DoubleRange(min = -90, max = 90) double otherDec) {
    SkyPosition here = new SkyPosition(ra, dec);
    SkyPosition there = new SkyPosition(otherRa, otherDec);
    assertThat(here.separation(there)).isBetween(0.0, 180.0);
    assertThat(here.separation(there)).isCloseTo(there.separation(here), within(1e-9));
    assertThat(here.separation(here)).isCloseTo(0, within(1e-9));
    double cosine = dot(here, there);
    assertThat(Math.cos(Math.toRadians(here.separation(there)))).isCloseTo(cosine, within(1e-9));
  }

  private static double dot(SkyPosition one, SkyPosition two) {
    double first = Math.toRadians(one.dec());
    double second = Math.toRadians(two.dec());
    return Math.sin(first) * Math.sin(second)
        + Math.cos(first) * Math.cos(second) * Math.cos(Math.toRadians(one.ra() - two.ra()));
  }

  @Property
  void findsTheMiddleOfEverySquare(
      @ForAll @DoubleRange(min = 0, max = 359.99) double ra,
      @ForAll @DoubleRange(min = -85, max = 85) double dec) {
    SkyPosition place = new SkyPosition(ra, dec);
    for (String region :
        new String[] {
          Polygons.square("ICRS", place, 0.1),
          Polygons.closedSquare("GSC1 ", place, 0.1),
          Polygons.signedSquare(place, 0.1),
          Polygons.circle("J2000", place, 0.1),
          Polygons.pair(place.shifted(0.15, 0), 0.1, 0.15)
        }) {
      Footprint footprint = Footprint.parse(region);
      assertThat(footprint.distance(place)).as(region).isZero();
      // Edges are parts of great circles, which bend a little towards the pole.
      assertThat(footprint.distance(place.shifted(0, 0.2)))
          .as(region)
          .isCloseTo(0.1, within(0.003));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Error",
        "POSITION ICRS 10 10",
        "''",
        "POLYGON",
        "CIRCLE ICRS 10 10",
        "POLYGON ICRS"
      })
  void coversNothingWithoutAShape(String region) {
    assertThat(Footprint.parse(region).distance(new SkyPosition(10, 10))).isInfinite();
    assertThat(Footprint.parse(null).distance(new SkyPosition(10, 10))).isInfinite();
  }

  @Test
  void answersByDistance() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      DemoClient client = new DemoClient(archive);
      JsonNode cone =
          client.service(
              "Mast.Caom.Cone", "{\"ra\": 63.3739, \"dec\": -69.2268, \"radius\": 0.01}");
      assertThat(DemoClient.fieldNames(cone))
          .endsWith("objID1", "distance", "_selected_")
          .doesNotContain("wave_region");
      assertThat(cone.path("data").size()).isGreaterThanOrEqualTo(15);
      for (JsonNode row : cone.path("data")) {
        assertThat(row.path("distance").asDouble()).isBetween(0.0, 36.0);
        assertThat(row.path("_selected_").isNull()).isTrue();
      }
      assertThat(cone.path("data").findValuesAsText("target_name"))
          .contains("25155310", "TESS FFI");
      givesTheSeparationOutsideFootprints(client);
      combinesWithFilters(client);
    }
  }

  private static void givesTheSeparationOutsideFootprints(DemoClient client)
      throws IOException, InterruptedException {
    JsonNode near =
        client.service(
            "Mast.Caom.Filtered.Position",
            """
            {"columns": "obs_id,distance", "position": "161.5125, -59.8167, 0.06",
             "filters": [{"paramName": "obs_collection", "values": ["IUE"]}]}
            """);
    assertThat(near.path("data")).hasSize(12);
    assertThat(near.path("data").path(0).path("distance").asDouble()).isCloseTo(180, within(0.001));
  }

  private static void combinesWithFilters(DemoClient client)
      throws IOException, InterruptedException {
    String params =
        """
        {"columns": "%s", "position": "210.85, 54.40, 0.2",
         "filters": [{"paramName": "distance", "values": [{"min": 0, "max": 0}]}]}
        """;
    JsonNode inside = client.service("Mast.Caom.Filtered.Position", params.formatted("*"));
    JsonNode count =
        client.service("Mast.Caom.Filtered.Position", params.formatted("COUNT_BIG(*)"));
    assertThat(DemoClient.fieldNames(inside)).hasSize(38).contains("distance", "objID1");
    assertThat(inside.path("data").size()).isBetween(10, 93);
    assertThat(count.path("data").path(0).path("Column1").asInt())
        .isEqualTo(inside.path("data").size());
    JsonNode wrong =
        client.service("Mast.Caom.Filtered.Position", "{\"position\": \"1, 2\", \"filters\": []}");
    assertThat(wrong.path("status").asText()).isEqualTo("ERROR");
  }
}
