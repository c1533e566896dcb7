package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The services that answer with a table of observations, products, missions or a count. */
final class CaomServices {
  private static final double DEFAULT_RADIUS = 0.2;
  private static final String COUNT = "COUNT_BIG(*)";

  private final Archive archive;
  private final FileContents files;

  CaomServices(Archive archive, FileContents files) {
    this.archive = archive;
    this.files = files;
  }

  /**
   * The reply of the service.
   *
   * @param service its name in lower case
   * @throws MashupException when the service or its parameters are wrong
   */
  TableReply reply(String service, MashupRequest request) throws MashupException {
    if (!request.format().equalsIgnoreCase("json")) {
      throw new MashupException("This demo archive answers in the format json alone.");
    }
    JsonNode params = request.params();
    return switch (service) {
      case "mast.caom.filtered" -> filtered(params);
      case "mast.caom.filtered.position" -> nearby(params);
      case "mast.caom.cone" -> cone(params);
      case "mast.caom.crossmatch" -> crossmatch(params, request.upload());
      case "mast.caom.products" -> products(params);
      case "mast.missions.list" -> missions();
      default -> throw new MashupException("Unknown service '" + request.service() + "'.");
    };
  }

  private TableReply filtered(JsonNode params) throws MashupException {
    Predicate<Row> condition = new Filters(Columns.FILTERED).parse(params.path("filters"));
    List<Observation> rows = archive.listed().stream().filter(condition).toList();
    return table(params, Columns.FILTERED, rows);
  }

  private TableReply nearby(JsonNode params) throws MashupException {
    Predicate<Row> condition = new Filters(Columns.OBSERVATIONS).parse(params.path("filters"));
    Cone cone = Cone.parse(params.path("position").asText());
    return table(params, Columns.OBSERVATIONS, cone.rows(archive.listed(), condition));
  }

  private TableReply cone(JsonNode params) throws MashupException {
    Cone cone =
        new Cone(
            new SkyPosition(coordinate(params, "ra"), coordinate(params, "dec")),
            params.has("radius") ? coordinate(params, "radius") : DEFAULT_RADIUS);
    Columns columns = withSelected(Columns.CONE);
    return new TableReply(columns, Rows.of(cone.rows(archive.listed(), row -> true)));
  }

  private TableReply crossmatch(JsonNode params, JsonNode upload) throws MashupException {
    List<Row> rows = new Crossmatch(archive.listed()).rows(params, upload);
    return new TableReply(withSelected(Columns.CONE), Rows.of(rows));
  }

  private TableReply products(JsonNode params) throws MashupException {
    Set<Observation> observations = new LinkedHashSet<>();
    for (String obsid : params.path("obsid").asText().split(",", -1)) {
      Observation observation = archive.byObsid(Cells.identifier(obsid));
      if (observation != null) {
        observations.add(observation);
      }
    }
    return new TableReply(
        withSelected(Columns.PRODUCTS), new ProductRows(List.copyOf(observations), files));
  }

  private TableReply missions() {
    List<Row> rows = new ArrayList<>();
    for (String mission : archive.distinct("obs_collection")) {
      rows.add(column -> mission);
    }
    return single("distinctValue", rows);
  }

  private static TableReply table(JsonNode params, Columns columns, List<? extends Row> rows)
      throws MashupException {
    String chosen = params.path("columns").asText("*");
    if (chosen.replace(" ", "").toUpperCase(Locale.ROOT).equals(COUNT)) {
      long count = rows.size();
      return single("Column1", List.of(column -> count)).onOnePage();
    }
    return new TableReply(columns.select(chosen), Rows.of(rows));
  }

  private static TableReply single(String name, List<Row> rows) {
    Column column = new Column(name, "string", "char", name, "", "", List.of(), "", "");
    return new TableReply(new Columns(List.of(column)), Rows.of(rows));
  }

  private static Columns withSelected(Columns columns) {
    List<Column> all = new ArrayList<>(columns.list());
    all.add(TableReply.SELECTED);
    return new Columns(all);
  }

  private static double coordinate(JsonNode params, String name) throws MashupException {
    if (!params.has(name)) {
      throw new MashupException("Parameter '" + name + "' is required.");
    }
    return Cells.number(params.path(name).asText(), "float");
  }
}
