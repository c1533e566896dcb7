package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services with catalogues of stars: circles, filters and matches. */
final class CatalogServices {
  /** The service that sums the TESS input catalogue up. */
  static final String SUMMARY = "mast.catalogs.all.tic";

  private static final Pattern SERVICES =
      Pattern.compile(
          "mast\\.catalogs\\.(?:filtered\\.(?:tic|ctl)(?:\\.position)?(?:\\.rows)?"
              + "|(?:tic|ctl|gaiadr[123]|tgas)\\.cone)"
              + "|mast\\.(?:tic|ctl|gaiadr[123]|tgas)\\.crossmatch");
  private static final String COUNT = "COUNT_BIG(*)";
  private static final double DEFAULT_RADIUS = 0.02;
  private static final double DEFAULT_MATCH = 0.002;

  private final Stars stars;

  CatalogServices(Archive archive) {
    this.stars = new Stars(archive);
  }

  /** Whether a service, in lower case, is one of these. */
  static boolean has(String service) {
    return SERVICES.matcher(service).matches();
  }

  /**
   * The reply of a service.
   *
   * @throws MashupException when its parameters are wrong
   */
  TableReply reply(String service, MashupRequest request) throws MashupException {
    Matcher known = SERVICES.matcher(service);
    StarCatalog catalog = StarCatalog.of(service).filter(any -> known.matches()).orElseThrow();
    if (service.endsWith(".cone")) {
      return cone(catalog, request.params());
    }
    return service.endsWith(".crossmatch")
        ? match(catalog, request.params(), request.upload())
        : filtered(service, catalog, request.params());
  }

  private TableReply cone(StarCatalog catalog, JsonNode params) throws MashupException {
    List<Row> rows = new ArrayList<>();
    double radius = params.has("radius") ? number(params, "radius") : DEFAULT_RADIUS;
    for (Stars.Near near : near(catalog, params, "ra", "dec", radius)) {
      rows.add(row(catalog, near));
    }
    return new TableReply(with(catalog.columns(), catalog.measure()), Rows.of(rows));
  }

  private List<Stars.Near> near(
      StarCatalog catalog, JsonNode place, String ra, String dec, double radius)
      throws MashupException {
    SkyPosition centre = new SkyPosition(number(place, ra), number(place, dec));
    return stars.near(centre, radius).stream().filter(one -> catalog.has(one.star())).toList();
  }

  private static Row row(StarCatalog catalog, Stars.Near near) {
    String measure = catalog.measure().name();
    return column ->
        column.equals(measure)
            ? (Object) catalog.measured(near.distance())
            : catalog.cell(near.star(), column);
  }

  private TableReply filtered(String service, StarCatalog catalog, JsonNode params)
      throws MashupException {
    Columns columns = catalog.columns();
    Predicate<Row> condition = new Filters(columns).parse(params.path("filters"));
    List<Row> rows = new ArrayList<>();
    if (service.contains(".position")) {
      near(catalog, params, "ra", "dec", number(params, "radius"))
          .forEach(near -> rows.add(row(catalog, near)));
    } else {
      for (Star star : stars.all()) {
        if (catalog.has(star)) {
          rows.add(column -> catalog.cell(star, column));
        }
      }
    }
    rows.removeIf(condition.negate());
    String chosen = params.path("columns").asText("*");
    if (chosen.replace(" ", "").equalsIgnoreCase(COUNT)) {
      if (service.endsWith(".rows")) {
        throw new MashupException("Incorrect syntax near '*'.");
      }
      long count = rows.size();
      Column single = StarCatalog.column("Column1", "string", "char");
      return new TableReply(new Columns(List.of(single)), Rows.of(List.of((Row) any -> count)))
          .onOnePage();
    }
    return new TableReply(columns.select(chosen.replace("c.*", "*")), Rows.of(rows));
  }

  // As public programs read it: the star under names of the match, and what was uploaded.
  private TableReply match(StarCatalog catalog, JsonNode params, JsonNode upload)
      throws MashupException {
    String ra = params.path("raColumn").asText("ra");
    String dec = params.path("decColumn").asText("dec");
    double radius = params.has("radius") ? number(params, "radius") : DEFAULT_MATCH;
    if (!upload.path("data").isArray()) {
      throw new MashupException("A table is required in the member 'data' of the request.");
    }
    Map<String, String> renamed =
        Map.of("MatchID", catalog.key(), "MatchRA", "ra", "MatchDEC", "dec");
    List<Column> columns = new ArrayList<>();
    for (JsonNode field : upload.path("fields")) {
      columns.add(
          StarCatalog.column(field.path("name").asText(), field.path("type").asText(), "double"));
    }
    int uploaded = columns.size();
    columns.add(StarCatalog.column("MatchID", "string", "char"));
    columns.add(StarCatalog.column("MatchRA", "float", "double"));
    columns.add(StarCatalog.column("MatchDEC", "float", "double"));
    catalog.columns().list().stream()
        .filter(column -> !renamed.containsValue(column.name()))
        .forEach(columns::add);
    List<Row> rows = new ArrayList<>();
    for (JsonNode position : upload.path("data")) {
      for (Stars.Near near : near(catalog, position, ra, dec, radius)) {
        Row own = row(catalog, near);
        rows.add(
            column ->
                columns.stream().limit(uploaded).anyMatch(one -> one.name().equals(column))
                    ? position.path(column).asDouble()
                    : own.value(renamed.getOrDefault(column, column)));
      }
    }
    columns.add(catalog.measure());
    return new TableReply(new Columns(columns), Rows.of(rows));
  }

  private static Columns with(Columns columns, Column more) {
    List<Column> all = new ArrayList<>(columns.list());
    all.add(more);
    return new Columns(all);
  }

  private static double number(JsonNode params, String name) throws MashupException {
    if (!params.hasNonNull(name)) {
      throw new MashupException("Parameter '" + name + "' is required.");
    }
    return Cells.number(params.path(name).asText(), "float");
  }

  /** Sums the catalogue up: values with counts, and which columns hold numbers. */
  void write(JsonGenerator json) throws IOException {
    DataSetFrame frame = new DataSetFrame(json);
    frame.begin();
    json.writeObjectFieldStart("ExtendedProperties");
    json.writeObjectFieldStart("discreteHistogram");
    for (String name : List.of("lumclass", "objType", "typeSrc", "POSflag", "disposition")) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, Long> entry : counts(name).entrySet()) {
        json.writeObjectFieldStart(entry.getKey());
        json.writeNumberField("count", entry.getValue());
        json.writeStringField("key", entry.getKey());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("continuousHistogram");
    for (Column column : StarCatalog.TIC.columns().list()) {
      if (column.isContinuous()) {
        json.writeObjectFieldStart(column.name());
        json.writeStringField("type", "numeric");
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
    frame.endTable();
    frame.end();
  }

  private Map<String, Long> counts(String column) {
    Map<String, Long> counts = new TreeMap<>();
    for (Star star : stars.all()) {
      Optional.ofNullable(star.ofTic(column))
          .ifPresent(value -> counts.merge(value.toString(), 1L, Long::sum));
    }
    return counts;
  }
}
