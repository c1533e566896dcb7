package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches an uploaded table of positions with the observations: a row for each position and each
 * observation near it. What the archive's own reply repeats of the upload is not documented; this
 * one repeats nothing, which asks the most of a client.
 */
final class Crossmatch {
  private static final double DEFAULT_RADIUS = 0.002;

  private final List<Observation> observations;

  Crossmatch(List<Observation> observations) {
    this.observations = observations;
  }

  /**
   * The rows.
   *
   * @param params names the columns of the positions, and gives the radius in degrees
   * @param upload the table
   * @throws MashupException when there is no table, or it lacks a column
   */
  List<Row> rows(JsonNode params, JsonNode upload) throws MashupException {
    String ra = params.path("raColumn").asText("ra");
    String dec = params.path("decColumn").asText("dec");
    double radius =
        params.has("radius")
            ? Cells.number(params.path("radius").asText(), "float")
            : DEFAULT_RADIUS;
    if (!upload.path("data").isArray()) {
      throw new MashupException("A table is required in the member 'data' of the request.");
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode position : upload.path("data")) {
      Cone cone =
          new Cone(new SkyPosition(coordinate(position, ra), coordinate(position, dec)), radius);
      rows.addAll(cone.rows(observations, row -> true));
    }
    return rows;
  }

  private static double coordinate(JsonNode row, String column) throws MashupException {
    if (!row.hasNonNull(column)) {
      throw new MashupException("Invalid column name '" + column + "' in the uploaded table.");
    }
    return Cells.number(row.path(column).asText(), "float");
  }
}
