package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The searches that missions have of their own, below {@code /search/}. */
final class MissionEndpoint implements Endpoint {
  static final String PREFIX = "/search/";

  private static final String VERSION = "/api/v0.1/";
  private static final String TYPE = "application/json";
  private static final int MOST_TARGETS = 100;
  private static final int MOST_DATASETS = 1000;
  private static final double LARGEST_RADIUS = 0.5;

  private final Map<String, MissionHolding> missions;
  private final FileContents files;
  private final DownloadEndpoint download;

  MissionEndpoint(Archive archive, FileContents files, DownloadEndpoint download) {
    this.missions = Map.of("hst", new HubbleDatasets(archive), "jwst", new WebbDatasets(archive));
    this.files = files;
    this.download = download;
  }

  /** A dataset and where it was found. */
  private record Found(Dataset dataset, String position, double distance) {}

  /** A question that cannot be answered. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  @Override
  public void answer(Call call) throws IOException {
    String path = call.path();
    int version = path.indexOf(VERSION);
    String name =
        version < PREFIX.length()
            ? ""
            : path.substring(PREFIX.length(), version).toLowerCase(Locale.ROOT);
    String service = version < 0 ? "" : path.substring(version + VERSION.length());
    try {
      if (name.equals("util") && service.equals("column_list")) {
        call.sendText(200, TYPE, columnList(mission(call.parameters().first("mission"))));
        return;
      }
      MissionHolding mission = mission(name);
      switch (service) {
        case "search" -> call.sendText(200, TYPE, search(mission, json(call)));
        case "post_list_products" ->
            call.sendText(200, TYPE, products(mission, texts(json(call).path("dataset_ids"))));
        case "list_products" -> {
          String ids = Optional.ofNullable(call.parameters().first("dataset_ids")).orElse("");
          call.sendText(200, TYPE, products(mission, List.of(ids.split(",", -1))));
        }
        case "retrieve_product" -> file(mission, call);
        default -> call.sendText(404, "text/plain", "Not found: " + path + "\n");
      }
    } catch (Refusal refusal) {
      call.sendText(
          400, TYPE, Json.mapper().writeValueAsString(Map.of("message", refusal.getMessage())));
    }
  }

  private MissionHolding mission(String name) throws Refusal {
    MissionHolding mission = name == null ? null : missions.get(name.toLowerCase(Locale.ROOT));
    if (mission == null) {
      throw new Refusal("Unknown mission: " + name);
    }
    return mission;
  }

  private static JsonNode json(Call call) throws IOException, Refusal {
    try {
      JsonNode root = Json.mapper().readTree(call.body());
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException noJson) {
      throw new Refusal("The body is no JSON: " + noJson.getOriginalMessage());
    }
    throw new Refusal("A JSON object is expected.");
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private String search(MissionHolding mission, JsonNode asked) throws IOException, Refusal {
    List<Found> found = found(mission, asked);
    found.sort(order(mission, texts(asked.path("sort_by"))));
    int offset = Math.max(0, asked.path("offset").asInt(0));
    int limit = Math.max(0, asked.path("limit").asInt(MOST_DATASETS * 5));
    boolean countOnly = asked.path("count_only").asBoolean(false);
    List<Found> page =
        countOnly
            ? List.of()
            : found.subList(
                Math.min(offset, found.size()),
                (int) Math.min((long) offset + limit, found.size()));
    List<DatasetColumn> columns = selected(mission, texts(asked.path("select_cols")));
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("messages");
      json.writeEndArray();
      json.writeArrayFieldStart("info");
      for (DatasetColumn column : countOnly ? List.<DatasetColumn>of() : columns) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeFieldName("search_params");
      Json.mapper().writeTree(json, asked);
      json.writeNumberField("totalResults", found.size());
      json.writeArrayFieldStart("results");
      for (Found one : page) {
        row(json, mission, columns, one);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void row(
      JsonGenerator json, MissionHolding mission, List<DatasetColumn> columns, Found one)
      throws IOException {
    json.writeStartObject();
    for (DatasetColumn column : columns) {
      json.writeFieldName(column.name());
      write(json, one.dataset().value(column.name()));
    }
    json.writeStringField("search_key", one.position() + one.dataset().value(mission.key()));
    if (!one.position().isEmpty()) {
      json.writeStringField("search_pos", one.position());
      json.writeNumberField("ang_sep", one.distance());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  private static List<Found> found(MissionHolding mission, JsonNode asked) throws Refusal {
    List<DatasetCondition> conditions = conditions(mission, asked.path("conditions"));
    List<Dataset> fitting =
        mission.datasets().stream()
            .filter(dataset -> conditions.stream().allMatch(one -> one.holds(dataset)))
            .toList();
    List<String> targets = texts(asked.path("target"));
    List<Found> found = new ArrayList<>();
    if (targets.isEmpty()) {
      fitting.forEach(dataset -> found.add(new Found(dataset, "", 0)));
      return found;
    }
    double radius = radius(asked);
    if (targets.size() > MOST_TARGETS) {
      throw new Refusal("At most " + MOST_TARGETS + " targets are taken.");
    }
    for (String target : targets) {
      SkyPosition centre = position(target);
      for (Dataset dataset : fitting) {
        double distance = dataset.position().separation(centre);
        if (distance <= radius) {
          found.add(new Found(dataset, target, distance * 60));
        }
      }
    }
    return found;
  }

  private static double radius(JsonNode asked) throws Refusal {
    double typed = asked.path("radius").asDouble(3);
    double radius =
        asked.path("radius_units").asText("arcminutes").startsWith("arcsec")
            ? typed / 3600
            : typed / 60;
    if (radius > LARGEST_RADIUS || !(radius >= 0)) {
      throw new Refusal("The radius must not be larger than 30 arcminutes.");
    }
    return radius;
  }

  private static SkyPosition position(String target) throws Refusal {
    String[] words = target.strip().split("[\\s,]+", -1);
    try {
      if (words.length == 2) {
        return new SkyPosition(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
      }
    } catch (NumberFormatException noNumber) {
      throw new Refusal("Not a position: " + target);
    }
    throw new Refusal("Not a position: " + target);
  }

  private static List<DatasetCondition> conditions(MissionHolding mission, JsonNode asked)
      throws Refusal {
    List<DatasetCondition> conditions = new ArrayList<>();
    for (JsonNode condition : asked) {
      for (Map.Entry<String, JsonNode> entry : condition.properties()) {
        // Conditions on unknown columns are passed over, as the archive's own description says.
        mission
            .column(entry.getKey())
            .ifPresent(
                column -> conditions.add(new DatasetCondition(column, entry.getValue().asText())));
      }
    }
    return conditions;
  }

  private static List<DatasetColumn> selected(MissionHolding mission, List<String> names) {
    return names.isEmpty()
        ? mission.columns().stream().filter(DatasetColumn::usual).toList()
        : mission.columns().stream().filter(column -> names.contains(column.name())).toList();
  }

  private static Comparator<Found> order(MissionHolding mission, List<String> names) {
    Comparator<Found> order = Comparator.comparingInt(found -> 0);
    for (String name : names) {
      order =
          order.thenComparing(
              name.equals("ang_sep")
                  ? Comparator.comparingDouble(Found::distance)
                  : Comparator.comparing(found -> String.valueOf(found.dataset().value(name))));
    }
    return order.thenComparing(found -> String.valueOf(found.dataset().value(mission.key())));
  }

  private static String columnList(MissionHolding mission) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.writeStartArray();
      for (DatasetColumn column : mission.columns()) {
        json.writeStartObject();
        json.writeStringField("field_name", column.title());
        json.writeStringField("description", column.title() + "    ");
        json.writeStringField("column_name", column.name());
        json.writeStringField("queryable", "yes");
        json.writeStringField("qual_type", column.described());
        json.writeStringField("default_output", column.usual() ? "yes" : "no");
        json.writeStringField("indexed", "no");
        json.writeStringField("datatype", column.isNumber() ? "double" : "char");
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text.toString();
  }

  private String products(MissionHolding mission, List<String> ids) throws IOException, Refusal {
    if (ids.size() > MOST_DATASETS) {
      throw new Refusal("At most " + MOST_DATASETS + " datasets are taken.");
    }
    Set<String> wanted = new LinkedHashSet<>(ids);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("products");
      for (Dataset dataset : mission.datasets()) {
        if (wanted.contains(dataset.id())) {
          for (Product product : dataset.products()) {
            product(json, mission, dataset, product);
          }
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void product(JsonGenerator json, MissionHolding mission, Dataset dataset, Product product)
      throws IOException {
    String name = mission.productName(dataset, product);
    String stem = product.fileName().replaceFirst("\\.[^.]*$", "");
    json.writeStartObject();
    json.writeStringField("product_key", dataset.id() + "_" + product.fileName());
    json.writeStringField("access", product.owner().isExclusive() ? "EXCLUSIVE" : "PUBLIC");
    json.writeStringField("dataset", dataset.id());
    json.writeStringField("instrument_name", product.owner().text("instrument_name"));
    json.writeStringField("filters", product.owner().text("filters"));
    json.writeStringField("filename", product.fileName());
    json.writeStringField("uri", name);
    json.writeStringField("authz_primary_identifier", dataset.id());
    json.writeStringField("authz_secondary_identifier", "CAL");
    json.writeStringField(
        "file_suffix", stem.substring(stem.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT));
    Integer level = product.kind().level();
    json.writeStringField(
        "category",
        !"SCIENCE".equals(product.kind().type())
            ? "AUX"
            : level != null && level >= 2 ? "CALIBRATED" : "UNCALIBRATED");
    json.writeNumberField("size", files.size(product));
    json.writeStringField("type", product.kind().type().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private void file(MissionHolding mission, Call call) throws IOException {
    String wanted = call.parameters().first("product_name");
    for (Dataset dataset : mission.datasets()) {
      for (Product product : dataset.products()) {
        if (mission.productName(dataset, product).equals(wanted)) {
          download.give(call, product);
          return;
        }
      }
    }
    call.sendText(404, "text/plain; charset=utf-8", "No such file.\n");
  }
}
