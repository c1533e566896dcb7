package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The interface of Pan-STARRS' mean objects, with the stars of the other catalogues. */
final class PanstarrsEndpoint implements Endpoint {
  /** Where it is. */
  static final String PATH = "/api/v0.1/panstarrs/dr2/mean.json";

  private static final String JSON = "application/json";
  private static final int DEFAULT_PAGE = 50_001;
  private static final List<String> COLUMNS =
      List.of(
          "objName",
          "objID",
          "qualityFlag",
          "raMean",
          "decMean",
          "epochMean",
          "nDetections",
          "nStackDetections",
          "gMeanPSFMag",
          "gMeanPSFMagErr",
          "rMeanPSFMag",
          "rMeanPSFMagErr",
          "iMeanPSFMag",
          "iMeanPSFMagErr",
          "zMeanPSFMag",
          "zMeanPSFMagErr",
          "yMeanPSFMag",
          "yMeanPSFMagErr");
  private static final Map<String, String> TYPES =
      Map.of(
          "objName", "char",
          "objID", "long",
          "qualityFlag", "unsignedByte",
          "nDetections", "short",
          "nStackDetections", "short");

  private final Stars stars;

  PanstarrsEndpoint(Archive archive) {
    this.stars = new Stars(archive);
  }

  @Override
  public void answer(Call call) throws IOException {
    try {
      write(call);
    } catch (MashupException wrong) {
      call.sendText(422, JSON, "{\"message\": \"" + wrong.getMessage() + "\"}");
    }
  }

  private void write(Call call) throws IOException, MashupException {
    Parameters asked = call.parameters();
    List<String> columns = columns(asked);
    double radius = number(asked.first("radius"), "radius");
    SkyPosition centre =
        new SkyPosition(number(asked.first("ra"), "ra"), number(asked.first("dec"), "dec"));
    Predicate<Row> condition = condition(asked);
    List<Row> rows = new ArrayList<>();
    for (Stars.Near near : stars.near(centre, radius)) {
      Row row =
          column ->
              column.equals("distance")
                  ? (Object) near.distance()
                  : near.star().ofPanstarrs(column);
      if (condition.test(row)) {
        rows.add(row);
      }
    }
    int size = whole(asked, "pagesize", DEFAULT_PAGE);
    int first = (whole(asked, "page", 1) - 1) * size;
    List<Row> page =
        rows.subList(Math.min(first, rows.size()), Math.min(rows.size(), first + size));
    try (OutputStream stream = call.stream(200, JSON);
        JsonGenerator json = Json.mapper().createGenerator(stream)) {
      json.writeStartObject();
      json.writeArrayFieldStart("info");
      for (String column : columns) {
        json.writeStartObject();
        json.writeStringField("name", column);
        json.writeStringField("type", TYPES.getOrDefault(column, "double"));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("data");
      for (Row row : page) {
        json.writeStartArray();
        for (String column : columns) {
          json.writeObject(row.value(column));
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static List<String> columns(Parameters asked) throws MashupException {
    List<String> named = asked.all("columns");
    for (String name : named) {
      require(name);
    }
    List<String> all = new ArrayList<>(named.isEmpty() ? COLUMNS : named);
    if (named.isEmpty()) {
      all.add("distance");
    }
    return all;
  }

  private static void require(String name) throws MashupException {
    if (!COLUMNS.contains(name) && !name.equals("distance")) {
      throw new MashupException("Unknown column " + name);
    }
  }

  private static Predicate<Row> condition(Parameters asked) throws MashupException {
    Predicate<Row> all = row -> true;
    for (String column : COLUMNS) {
      String least = asked.first(column + ".gte");
      String most = asked.first(column + ".lte");
      if (least != null) {
        double bound = number(least, column);
        all = all.and(row -> ((Number) row.value(column)).doubleValue() >= bound);
      }
      if (most != null) {
        double bound = number(most, column);
        all = all.and(row -> ((Number) row.value(column)).doubleValue() <= bound);
      }
    }
    return all;
  }

  private static int whole(Parameters asked, String name, int standard) throws MashupException {
    String text = asked.first(name);
    return text == null ? standard : (int) Cells.number(text, "int");
  }

  private static double number(String text, String name) throws MashupException {
    if (text == null) {
      throw new MashupException("Missing parameter " + name);
    }
    return Cells.number(text, "float");
  }
}
